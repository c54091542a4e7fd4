import { relationshipParts } from "../../scoring/stage/parts.ts";
import { type ExplainContext, type ExplainRow, reasonText, row } from "./row.ts";

/** The stage of the relationship, and the scores that make it. */
export function relationshipRows({
  stage: { stage, stageSource, parts, mismatch, because },
  words,
}: ExplainContext): ExplainRow[] {
  const { relationship: said, value: inWords } = words.explain;
  return [
    row("stage", stage === null ? null : inWords("stage", stage), reasonText(because, words), null, because),
    row("stage_source", stageSource === null ? null : inWords("stage_source", stageSource), said.source),
    ...relationshipParts.map((part) => {
      const { value, source, because: reasons } = parts[part];
      const told = reasons.map((reason) => reasonText(reason, words)).join("; ");
      return row(part, value, source === null ? said.notKnown : inWords("stage_source", source), told || null);
    }),
    ...(stage === null ? [] : [row("strategy", words.common.strategies[stage], said.strategy)]),
    ...(mismatch === null ? [] : [row("mismatch", inWords("mismatch", mismatch), said.mismatch)]),
  ];
}
