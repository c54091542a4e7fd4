// What the languages' advice on findings has in common.
import type { Finding, FindingKind, Spot } from "../quality/finding.ts";

/** What to do about each finding, in one sentence. */
export type CheckAdvice = {
  readonly [K in FindingKind]: (finding: Extract<Finding, { finding: K }>, currency: string | null) => string;
};

export type Contents = Extract<Finding, { finding: "contents" }>;

export const listed = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(", ");

export const placeName = ({ file, line }: Spot): string => (line === null ? file : `${file}:${line}`);
