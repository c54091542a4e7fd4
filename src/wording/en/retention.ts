import type { Money } from "../../base/money.ts";
import type { RetentionOptions } from "../../scoring/retention.ts";
import { counted, figures, inUnit } from "./figures.ts";

type Period = RetentionOptions["period"];

export const retention = {
  terms: {
    basis: "basis",
    retention: "retention",
    revenue: "revenue",
    unfinished: "unfinished",
    notCompared: "not compared",
    earlyChurn: "early churn",
    whatIf: (points: number) => `what if ${points < 0 ? "" : "+"}${points}`,
  },
  nothingFinished: "not known, as no period that is finished had customers at its start",
  contract: (period: Period) => `contract, by ${period}: active is whose contract runs on the last day`,
  sales: (period: Period, months: number | undefined) =>
    `sales, by ${period}: active is ${months === undefined ? "who bought in the period" : `who bought in the ${counted(months, "month")} up to its end`}`,
  strict: (period: string, retention: number | null, kept: number, start: number) =>
    `${period}: ${figures.percent(retention)}, ${kept} of ${counted(start, "customer")} kept`,
  /** Where the formula says another thing, why: so many came back, or so many came and went within the period. */
  formula: (retention: number, more: number, back: number | null, wonAndLost: number | null) =>
    `by the formula ${figures.percent(retention)}${
      more === 0
        ? ", too"
        : more > 0
          ? `, as it counts ${back} who came back`
          : `, as it leaves out ${wonAndLost} who came and went`
    }`,
  revenueCut: (period: string) => `${period}: not compared, as the sales do not cover the time before it`,
  revenue: (period: string, net: number | null, gross: number | null, quick: number | null) =>
    `${period}: net retention ${figures.percent(net)}, gross ${figures.percent(gross)}, quick ratio ${quick === null ? "n/a" : figures.fixed(quick, 2)}`,
  cutPeriod: (period: string) => `${period}, which the as-of date cuts`,
  newUnknown: (period: string) => `who is new, up to ${period}: it takes 12 months of sales before, or --history-from`,
  revenueNotCompared: (period: string, isOne: boolean) =>
    `revenue, ${isOne ? "in" : "up to"} ${period}: the sales cut the time before it (nrr, grr, quick_ratio are empty)`,
  withoutStart: (count: number) => `${counted(count, "customer")} without a start of contract`,
  noEarly: "nobody began long enough ago, at a date that is known, to be judged",
  early: (share: number, lost: number, customers: number, days: number, isContract: boolean) =>
    `${figures.percent(share)}, ${lost} of ${counted(customers, "customer")} lost within ${counted(days, "day")} of ${isContract ? "the start of the contract" : "the first purchase"}`,
  unknown: "(unknown)",
  salespersons: { salesperson: "salesperson", won: "won", lostEarly: "lost early", share: "share" },
  noWorth: {
    no_finished_period: "not known, as no finished period of the last 12 months had customers at its start",
    no_revenue: "not known, as there is no revenue above zero in these periods",
    nobody_left: "nobody was lost, and a lifetime without end has no worth",
    everybody_stays: "then nobody would be lost, and a lifetime without end has no worth",
    nobody_stays: "then fewer than nobody would stay",
  } as Readonly<Record<string, string>>,
  change: (now: number | null, from: string | null, to: string | null, then: number | null) =>
    `retention ${figures.percent(now)} (${from} to ${to}) would be ${figures.percent(then)}`,
  stay: (then: number, now: number, mean: Money, currency: string | null, period: Period) =>
    `a customer would stay ${figures.fixed(then, 2)} ${period}s, not ${figures.fixed(now, 2)}, at ${figures.grouped(mean)}${inUnit(currency)} a ${period}`,
  worth: (then: Money, now: Money, currency: string | null, margin: number | null) =>
    `and be worth ${figures.grouped(then)}${inUnit(currency)}, not ${figures.grouped(now)} (${margin === null ? "in revenue, as the margin is not known" : `at a margin of ${figures.percent(margin)}`})`,
  gain: (gain: Money, currency: string | null, customers: number, to: string | null) =>
    `${gain < 0n ? "" : "+"}${figures.grouped(gain)}${inUnit(currency)} over the ${counted(customers, "customer")} at the end of ${to}`,
  largest: (points: number) => `the largest step that can be reckoned with is ${points < 0 ? "" : "+"}${points}`,
  heatMap: {
    cohort: "cohort",
    size: "size",
    /** As short as the label of a row has to be. */
    period: (period: string) => period,
    legend: "percent of the cohort that is active, by age in periods",
    unfinished: "* unfinished",
  },
};
