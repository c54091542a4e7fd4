import { numeral } from "../../output/notation.ts";
import type { Column, Report, Row } from "../../output/report.ts";
import type { Notice } from "../../quality/notice.ts";
import type { Words } from "../../wording/wording.ts";

/** A notice as a sentence, with its first cases. */
export const noticeSentence = (
  { file, message, values }: Notice,
  { say, output: { notation } }: Pick<Words, "say" | "output">,
): string => {
  // Cases are the user's own words, but for an amount behind an id.
  const cases = values.map((value) => value.replace(/(?<=: )-?\d+\.\d{2}$/, (amount) => numeral(amount, notation)));
  return `${file === "" ? "" : `${file}: `}${say(message)}${cases.length === 0 ? "" : ` (${cases.join("; ")})`}`;
};

const column = (name: string, kind: Column["kind"]): Column => ({ name, kind, onTerminal: true });

const columns = [
  column("notice", "text"),
  column("role", "text"),
  column("file", "text"),
  column("count", "count"),
  column("values", "text"),
  column("message", "text"),
];

/** The notices of a run as rows. */
export const noticeRows = (notices: readonly Notice[]): Pick<Report, "columns" | "rows"> => ({
  columns,
  rows: notices.map(
    ({ notice, role, file, count, values, message }): Row => [notice, role, file, count, values.join("; "), message],
  ),
});
