import type { Column, Report, Row } from "../../output/report.ts";
import type { Notice } from "../../quality/notice.ts";
import type { Words } from "../../wording/wording.ts";

/** A notice as a sentence, with its first cases. */
export const noticeSentence = ({ file, message, values }: Notice, { say }: Pick<Words, "say">): string =>
  `${file === "" ? "" : `${file}: `}${say(message)}${values.length === 0 ? "" : ` (${values.join("; ")})`}`;

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
