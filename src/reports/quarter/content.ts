import type { PeriodUnit } from "../../base/calendar-period.ts";
import type { Report } from "../../output/report.ts";
import type { Notice } from "../../quality/notice.ts";
import type { Words } from "../../wording/wording.ts";

/** What every command says of the same exports as of the same day. `null`: it could not say anything, see `leftOut`. */
export interface QuarterReports {
  readonly customers: Report;
  readonly matrix: Report;
  readonly plan: Report;
  readonly triggers: Report;
  readonly nps: Report | null;
  readonly swot: Report | null;
  readonly retention: Report;
  readonly cohorts: Report;
  readonly value: Report;
  readonly concentration: Report;
  readonly stages: Report;
  readonly winback: Report;
  readonly icp: Report;
  /** Since the end of the period before. */
  readonly compare: Report | null;
}

export interface QuarterContent {
  readonly reports: QuarterReports;
  /** As it is written: `2026-Q3`. */
  readonly period: string;
  readonly unit: PeriodUnit;
  /** Whether the as-of date cuts it. */
  readonly unfinished: boolean;
  /** The last day of the period before. */
  readonly previousEnd: string;
  readonly asOf: string;
  readonly months: number;
  readonly windowFrom: string;
  readonly currency: string | null;
  readonly notices: readonly Notice[];
  /** What could not be judged, in sentences. */
  readonly remarks: readonly string[];
  readonly leftOut: readonly { readonly score: string; readonly reason: string }[];
  /** The language of the reports, and of what is said around them. */
  readonly words: Words<"quarter">;
}
