import { type ExplainContext, type ExplainRow, row } from "./row.ts";

/** Which data would sharpen the grade. */
export const missingRows = ({ explanation: { missing }, words }: ExplainContext): ExplainRow[] =>
  missing.length === 0
    ? [row("missing_data", null, words.explain.missing.nothing)]
    : missing.map(({ data, sources }) =>
        row("missing_data", data, words.explain.missing.cannot(words.common.missing[data], sources)),
      );
