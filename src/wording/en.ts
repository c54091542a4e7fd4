import { englishOutput } from "../output/words.ts";
import { common } from "./en/common.ts";
import { figures } from "./en/figures.ts";
import type { Catalogue } from "./wording.ts";

export const en: Catalogue = {
  base: { language: "en", figures, output: englishOutput, common, headings: {}, values: {}, say: (text) => text },
  groups: {
    check: async () => (await import("./en/check.ts")).check,
    explain: async () => (await import("./en/explain.ts")).explain,
    compare: async () => (await import("./en/compare.ts")).compare,
    icp: async () => (await import("./en/icp.ts")).icp,
    value: async () => (await import("./en/value.ts")).value,
    retention: async () => (await import("./en/retention.ts")).retention,
    nps: async () => (await import("./en/nps.ts")).nps,
    concentration: async () => (await import("./en/concentration.ts")).concentration,
    winback: async () => (await import("./en/winback.ts")).winback,
    stages: async () => (await import("./en/stages.ts")).stages,
    triggers: async () => (await import("./en/triggers.ts")).triggers,
    swot: async () => (await import("./en/swot.ts")).swot,
    classify: async () => (await import("./en/classify.ts")).classify,
    matrix: async () => (await import("./en/matrix.ts")).matrix,
    quarter: async () => (await import("./en/quarter.ts")).quarter,
    plan: async () => (await import("./en/plan.ts")).plan,
  },
};
