import { common } from "./de/common.ts";
import { figures } from "./de/figures.ts";
import { headings } from "./de/headings.ts";
import { output } from "./de/output.ts";
import { say } from "./de/say.ts";
import { values } from "./de/values.ts";
import type { Catalogue } from "./wording.ts";

export const de: Catalogue = {
  base: { language: "de", figures, output, common, headings, values, say },
  groups: {
    check: async () => (await import("./de/check.ts")).check,
    explain: async () => (await import("./de/explain.ts")).explain,
    compare: async () => (await import("./de/compare.ts")).compare,
    icp: async () => (await import("./de/icp.ts")).icp,
    value: async () => (await import("./de/value.ts")).value,
    retention: async () => (await import("./de/retention.ts")).retention,
    nps: async () => (await import("./de/nps.ts")).nps,
    concentration: async () => (await import("./de/concentration.ts")).concentration,
    winback: async () => (await import("./de/winback.ts")).winback,
    stages: async () => (await import("./de/stages.ts")).stages,
    triggers: async () => (await import("./de/triggers.ts")).triggers,
    swot: async () => (await import("./de/swot.ts")).swot,
    classify: async () => (await import("./de/classify.ts")).classify,
    matrix: async () => (await import("./de/matrix.ts")).matrix,
    quarter: async () => (await import("./de/quarter.ts")).quarter,
    plan: async () => (await import("./de/plan.ts")).plan,
  },
};
