import { relationshipParts } from "../../scoring/stage/parts.ts";
import { stageStrategies } from "../stages.ts";
import { type ExplainContext, type ExplainRow, reasonText, row } from "./row.ts";

/** The stage of the relationship, and the scores that make it. */
export function relationshipRows({
  stage: { stage, stageSource, parts, mismatch, because },
}: ExplainContext): ExplainRow[] {
  return [
    row("stage", stage, reasonText(because), null, because),
    row("stage_source", stageSource, "scores: stated in the customers file; proxy: read from what it does"),
    ...relationshipParts.map((part) => {
      const { value, source, because: reasons } = parts[part];
      return row(part, value, source ?? "not known", reasons.map(reasonText).join("; ") || null);
    }),
    ...(stage === null ? [] : [row("strategy", stageStrategies[stage], "what the stage calls for")]),
    ...(mismatch === null ? [] : [row("mismatch", mismatch, "the effort does not fit the relationship")]),
  ];
}
