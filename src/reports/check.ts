import { exactMoney } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine, Tone } from "../output/report.ts";
import { type Finding, type Severity, severities } from "../quality/finding.ts";
import { placeName } from "../wording/check-parts.ts";
import type { Words } from "../wording/wording.ts";

const tones: ReadonlyMap<string, Tone> = new Map([
  ["error", "bad"],
  ["warning", "weak"],
  ["info", "fair"],
]);

/** The columns of `check`. */
export const checkColumns: readonly Column[] = [
  { name: "severity", kind: "text", onTerminal: true, tones },
  { name: "finding", kind: "text", onTerminal: true },
  // On a terminal the places name the files, and the summary gives the advice at full length.
  { name: "file", kind: "text", onTerminal: false },
  { name: "count", kind: "count", onTerminal: true },
  { name: "places", kind: "text", onTerminal: true },
  { name: "advice", kind: "text", onTerminal: false },
];

/** What the report says beside the findings. */
export interface CheckContent {
  readonly findings: readonly Finding[];
  /** `null` where the files hold no date. */
  readonly asOf: string | null;
  readonly asOfGiven: boolean;
  readonly currency: string | null;
  /** The members of the json document before `summary`. */
  readonly head: Readonly<Record<string, JsonValue>>;
  readonly words: CheckWording;
}

type CheckWording = Words<"check">;

/** The report of `check`: a row a finding, the worst first, each with where to look and what to do. */
export function checkReport(content: CheckContent): Report {
  const { findings, currency, words } = content;
  return {
    columns: checkColumns,
    rows: findings.map((finding) => [
      finding.severity,
      finding.finding,
      finding.file,
      finding.count,
      finding.spots.map(placeName).join("; "),
      adviceOf(finding, currency, words),
    ]),
    summaryLines: summaryLines(content),
    summaryTable: [],
    head: { ...content.head, summary: summaryOf(findings) },
  };
}

const countOf = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** Advice above the table for so many findings; the others are in every other format. */
const mostAdvice = 12;

function summaryLines({ findings, asOf, asOfGiven, currency, words }: CheckContent): SummaryLine[] {
  const { check, common, figures } = words;
  const toMend = findings.filter(({ severity }) => severity !== "info");
  const more = toMend.length - mostAdvice;
  const isBelieved = findings.some(({ finding }) => finding === "date_far_ahead");
  const latest = asOf === null ? check.noDate : asOfGiven ? figures.date(asOf) : check.latestDate(asOf, isBelieved);
  return [
    { term: common.asOf, value: latest },
    ...findings
      .filter((finding) => finding.finding === "contents")
      .map((finding) => ({ term: finding.file, value: check.contents(finding, currency) })),
    {
      term: check.findings,
      value: severities.map((severity) => check.count(countOf(findings, severity), severity)).join(", "),
    },
    ...toMend
      .slice(0, mostAdvice)
      .map((finding) => ({ term: finding.finding, value: adviceOf(finding, currency, words) })),
    ...(more > 0 ? [{ term: "…", value: check.more(more) }] : []),
  ];
}

const summaryOf = (findings: readonly Finding[]): JsonValue => ({
  errors: countOf(findings, "error"),
  warnings: countOf(findings, "warning"),
  infos: countOf(findings, "info"),
  files: findings.flatMap((finding) =>
    finding.finding !== "contents"
      ? []
      : [
          {
            role: finding.role,
            file: finding.file,
            rows: finding.count,
            customers: finding.customers,
            first: finding.first,
            last: finding.last,
            amount: finding.amount === null ? null : exactMoney(finding.amount),
          },
        ],
  ),
});

/** What to do about a finding. */
export const adviceOf = (finding: Finding, currency: string | null, { check }: CheckWording): string =>
  (check.advice[finding.finding] as (finding: Finding, currency: string | null) => string)(finding, currency);
