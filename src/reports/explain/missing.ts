import { missingWords } from "../missing.ts";
import { type ExplainContext, type ExplainRow, row } from "./row.ts";

/** Which data would sharpen the grade. */
export const missingRows = ({ explanation: { missing } }: ExplainContext): ExplainRow[] =>
  missing.length === 0
    ? [row("missing_data", null, "nothing that would sharpen the grade")]
    : missing.map(({ data, sources }) =>
        row("missing_data", data, `${missingWords[data]}: ${sources.join(" and ")} cannot apply`),
      );
