import { common } from "./nb/common.ts";
import { figures } from "./nb/figures.ts";
import { headings } from "./nb/headings.ts";
import { output } from "./nb/output.ts";
import { say } from "./nb/say.ts";
import { values } from "./nb/values.ts";
import type { Catalogue } from "./wording.ts";

export const nb: Catalogue = {
  base: { language: "nb", figures, output, common, headings, values, say },
  groups: {
    check: async () => (await import("./nb/check.ts")).check,
    explain: async () => (await import("./nb/explain.ts")).explain,
    compare: async () => (await import("./nb/compare.ts")).compare,
    icp: async () => (await import("./nb/icp.ts")).icp,
    value: async () => (await import("./nb/value.ts")).value,
    retention: async () => (await import("./nb/retention.ts")).retention,
    nps: async () => (await import("./nb/nps.ts")).nps,
    concentration: async () => (await import("./nb/concentration.ts")).concentration,
    winback: async () => (await import("./nb/winback.ts")).winback,
    stages: async () => (await import("./nb/stages.ts")).stages,
    triggers: async () => (await import("./nb/triggers.ts")).triggers,
    swot: async () => (await import("./nb/swot.ts")).swot,
    classify: async () => (await import("./nb/classify.ts")).classify,
    matrix: async () => (await import("./nb/matrix.ts")).matrix,
    quarter: async () => (await import("./nb/quarter.ts")).quarter,
    plan: async () => (await import("./nb/plan.ts")).plan,
  },
};
