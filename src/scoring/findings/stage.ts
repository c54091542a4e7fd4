import { z } from "zod";
import { type Rule, rule } from "./rule.ts";

const conflictStage = rule({
  id: "conflict_stage",
  kind: "blocker",
  strength: 3,
  needs: [["relationship stage"]],
  journey: "trouble",
  when: "the relationship stage is conflict",
  action: "rescue the relationship if its value pays, else lead it back to a plain transactional one",
  options: z.strictObject({}),
  judge:
    () =>
    ({ stage }) =>
      stage === "conflict"
        ? {
            date: null,
            evidence: "relationship stage conflict",
            because: [{ rule: "stage", value: stage, threshold: null }],
          }
        : null,
});

export const stageRules: readonly Rule[] = [conflictStage];
