import type { Money } from "../../base/money.ts";
import { counted, figures, inUnit } from "./figures.ts";

/** Each in full: docs/method.md, by section. */
const definitions: readonly { readonly term: string; readonly value: string }[] = [
  {
    term: "As-of date, window",
    value:
      "Everything is seen from the as-of date, never from today. The window is the months up to it; the prior window is the same time before.",
  },
  {
    term: "Revenue",
    value: "The lines of the window, net of VAT, returns subtracted. Amounts are exact to the last decimal.",
  },
  {
    term: "Contribution, margin",
    value:
      "Revenue less cost of goods and cost to serve; what it cost to win a customer is no part of it. The margin is contribution ÷ revenue, where the cost of goods is known.",
  },
  {
    term: "Class A to D",
    value:
      "What a customer is worth: A the largest by revenue, C the smallest, B between. D costs more than it brings in, whatever its size.",
  },
  {
    term: "Grade a to d",
    value:
      "What it could be worth: a could at least double, b buy 30 % more, c 10 % more, d has no room or said no. ? is not assessed.",
  },
  {
    term: "To win, increment",
    value: "How much more a customer could buy in a year: its potential less its annual revenue.",
  },
  {
    term: "Priority",
    value:
      "Cells in the order in which they deserve time, growth that can be won first, losses last; in a cell the larger increment first.",
  },
  {
    term: "NPS",
    value:
      "Percent of promoters (9 and 10) less percent of detractors (0 to 6), from −100 to 100. A customer's own is over the latest answer of each respondent in the window.",
  },
  {
    term: "Strength, opportunity, threat, weakness",
    value:
      "Value is high at or above the median revenue, satisfaction above an NPS of 0. High and high is a strength, low value and high NPS an opportunity, high value and low NPS a threat.",
  },
  {
    term: "Retention",
    value:
      "Of those who bought in the period before (or had a contract, where you count by contract), the share that bought again. Who did not is lost to the period and may come back. The formula (end − new) ÷ start also counts who came back.",
  },
  {
    term: "New in retention",
    value:
      "First purchase in the period. It is known only where the sales reach back 12 months before, as any export that starts somewhere makes everybody look new.",
  },
  {
    term: "New, back, left; up, down",
    value:
      "Of who moved between two dates: in the portfolio is who has sales or costs in the window. New is in it and had no sale up to the earlier date, even with costs alone; back had lapsed; left is in it no longer. Up and down is another class.",
  },
  {
    term: "Largest 20 %",
    value:
      "The fifth of all customers with most revenue in the window, half rounded up, one at least; how much of it all they have tells how much hangs on few.",
  },
  {
    term: "Blocked",
    value: "An offer now would do harm: there is something to repair first.",
  },
  {
    term: "Lost, to win back",
    value:
      "No purchase for twice the customer's own usual gap, and for a year at least, unless you set a number of days; or its contract has ended.",
  },
];

/** Who counts as there before, and still. */
const stayedWords = (basis: "sales" | "contract", months: number | null): readonly [had: string, have: string] => {
  if (basis === "contract") return ["with a contract when it began", "have one still"];
  if (months === null) return ["who bought in the period before", "bought again"];
  const time = counted(months, "month");
  return [`who bought in the ${time} before it`, `bought in the ${time} up to its end`];
};

/** The report of a period: the page and the workbook. */
export const quarter = {
  title: (period: string) => `Customer portfolio ${period}`,
  unfinished: "unfinished",
  cutPeriod: (period: string) => `${period}, which the as-of date cuts`,
  endsWithSales: (period: string, day: string) => `${period}, as the latest sale is ${day}`,
  byPart: (text: string) => `${text} (by an incomplete window)`,
  windowNotWhole: (windowFrom: string, salesFrom: string) =>
    `the sales begin ${salesFrom} and do not cover the window after ${windowFrom}: its revenue is of a shorter time, and a year's potential is held against that`,
  currency: "currency",
  footer: "Made by portfolio from the exports named in manifest.json, with nothing from elsewhere.",
  sections: {
    headline: "In short",
    matrix: "The matrix",
    plan: "The plan",
    satisfaction: "Value and satisfaction",
    concentration: "Concentration",
    retention: "Retention",
    movements: "Movements of revenue",
    migration: "Who moved",
    findings: "What was found",
    quality: "Data quality",
    definitions: "Definitions",
  },
  whatChanged: "What changed",
  whatToDo: "What to do",
  nothing: "Nothing changed, and nothing is to be done.",
  customersCaption: "Customers",
  customersNote: "customers.csv has every column, with those of your own customers file.",
  planCaption: "Plan",
  planNote: "plan.csv has every column.",
  swotCaption: "Customers by value and satisfaction",
  noBefore: (period: string) => `There is no period before ${period} in the exports.`,
  movesCaption: "Customers that moved",
  findingsByKind: "Findings by kind",
  findingsCaption: "Findings",
  findingsNote: (shown: number, left: number) => `The ${shown} strongest; ${left} more are in triggers.csv.`,
  nothingOdd: "Nothing odd was found in the exports.",
  notInReport: (score: string, reason: string) => `Not in this report: ${score}, as ${reason}.`,
  /** Why a score was left out. */
  leftOut: (reason: string) => reason,
  score: (score: string) => score,
  definitions,
  matrixCaption: "Customers, their revenue in the window, and how much more they could buy in a year",
  grades: {
    a: "a: from +100 %",
    b: "b: from +30 %",
    c: "c: from +10 %",
    d: "d: below +10 %",
    "?": "?: not assessed",
  },
  bubbles: {
    title: "Value and satisfaction",
    description: (npsCut: string, hasValueCut: boolean, shown: number, left: number) =>
      `Each circle is a customer who answered: the further right, the happier; the further up, the more revenue in the window; the larger, the more there is to win. The dashed lines are at an NPS of ${npsCut}${hasValueCut ? " and at the revenue that half of all customers reach" : ""}.${left > 0 ? ` The ${shown} with most revenue are drawn, ${left} are not.` : ""}`,
    across: "NPS of the customer",
    up: (currency: string | null) => `revenue in the window${inUnit(currency)}`,
    quadrants: {
      threat: "threat",
      strength: "strength",
      weakness: "weakness",
      opportunity: "opportunity",
      no_signal: "no_signal",
    } as Readonly<Record<string, string>>,
    heads: {
      customer: "customer",
      quadrant: "quadrant",
      revenue: "revenue",
      nps: "NPS",
      answers: "answers",
      toWin: "to win a year",
    },
    npsTip: (quadrant: string, nps: number, answers: number) =>
      `${quadrant}: NPS ${figures.points(nps)} from ${counted(answers, "answer")}`,
    revenueTip: (revenue: Money, currency: string | null) => `revenue ${figures.grouped(revenue)}${inUnit(currency)}`,
    toWinTip: (gain: Money, currency: string | null) => `to win ${figures.gain(gain)}${inUnit(currency)} a year`,
  },
  flows: {
    notYet: "not yet",
    noLonger: "no longer",
    tip: (from: string, to: string, count: number) => `${from} to ${to}: ${counted(count, "customer")}`,
    title: (from: string, to: string) => `Classes from ${from} to ${to}`,
    description: (stayed: number, all: number) =>
      `${stayed} of ${counted(all, "customer")} are in the class they were in. Each band is as wide as the customers in it are many.`,
    notComparable: " The sales do not cover the windows of both dates, so that the two are not comparable.",
    on: (date: string) => `on ${date}`,
    customers: "customers",
  },
  headline: {
    revenue: (months: number, asOf: string, now: Money, currency: string | null) =>
      `Revenue in the ${counted(months, "month")} to ${asOf}: ${figures.shortMoney(now)}${inUnit(currency)}`,
    notCovered: (revenue: string) => `${revenue}; the months before are not covered by the exports.`,
    windowNotCovered: (revenue: string, salesFrom: string) =>
      `${revenue}; the sales begin only on ${salesFrom}, so that neither this window nor the one before is covered.`,
    change: (revenue: string, growth: number, months: number, before: Money) =>
      `${revenue}, ${figures.percent(Math.abs(growth))} ${growth < 0 ? "less" : "more"} than in the ${counted(months, "month")} before (${figures.shortMoney(before)}).`,
    won: (count: number) => `${count} new`,
    back: (count: number) => `${count} came back after a gap`,
    upTo: (period: string, asOf: string, endsWithSales: boolean) =>
      `${period}, up to ${endsWithSales ? "the latest sale, " : ""}${asOf}`,
    stayed: (told: {
      readonly period: string;
      readonly stayed: number;
      readonly start: number;
      readonly retention: number | null;
      readonly lost: number;
      readonly others: readonly string[];
      readonly basis: "sales" | "contract";
      /** Of the active window; `null`: the period itself. */
      readonly months: number | null;
      readonly unfinished: boolean;
      /** Where the sales do not cover the period before. */
      readonly salesFrom: string | null;
    }) => {
      const [had, have] = stayedWords(told.basis, told.months);
      const not = told.basis === "contract" ? "no longer" : told.unfinished ? "not yet" : "did not";
      const others = told.others.length === 0 ? "" : `; ${told.others.join(", ")}`;
      const cut =
        told.salesFrom === null ? "" : `; the sales begin ${told.salesFrom} and do not cover the period before`;
      return `${told.period}: of ${counted(told.start, "customer")} ${had}, ${told.stayed} ${have} (${figures.percent(told.retention)}), ${told.lost} ${not}${others}${cut}.`;
    },
    finished: (period: string, kept: number, start: number, retention: number | null) =>
      `In ${period}, the last finished period, it was ${figures.percent(retention)}: ${kept} of ${counted(start, "customer")}.`,
    interval: (low: number, high: number) => `, 95 % interval ${figures.points(low)} to ${figures.points(high)}`,
    nps: (score: number, answers: number, interval: string) =>
      `NPS ${figures.points(score)} from ${counted(answers, "answer")}${interval}.`,
    movedUp: (count: number, since: string, names: string) =>
      `${counted(count, "customer")} moved up since ${since}: ${names}.`,
    movedDown: (count: number, since: string, names: string) =>
      `${counted(count, "customer")} moved down since ${since}: ${names}.`,
    left: (count: number, since: string, names: string, months: number, asOf: string) =>
      `${counted(count, "customer")} left since ${since}, without sales or costs in the ${counted(months, "month")} to ${asOf}: ${names}.`,
    notComparable: (since: string, asOf: string, salesFrom: string) =>
      `${since} and ${asOf} are not comparable: the sales begin ${salesFrom} and do not cover the windows of both, so that the missing months are part of every move.`,
    call: (name: string, cell: string, gain: Money | null, action: string, windowCovered: boolean) =>
      `${name} (${cell}${gain === null ? "" : `, ${figures.gain(gain)}${windowCovered ? "" : " by an incomplete window"}`}): ${action}.`,
    repair: (count: number, names: string) => `Repair before any offer at ${counted(count, "customer")}: ${names}.`,
    threat: (count: number, revenue: Money, names: string, windowCovered: boolean) =>
      `${counted(count, "valuable customer is", "valuable customers are")} not happy, with ${figures.shortMoney(revenue)} of revenue${windowCovered ? "" : " in an incomplete window"}: ${names}.`,
    cell: (cell: string, count: number, gain: Money) =>
      `${cell} (${counted(count, "customer")}, ${figures.gain(gain)})`,
    most: (cells: string, salesFrom: string | null) =>
      `Most is to be won in ${cells}${salesFrom === null ? "" : `; but a year's potential is held against the revenue since ${salesFrom} alone`}.`,
    lost: (names: string, days: number | null) =>
      `Worth a call, as they bought nothing for ${days === null ? "twice their usual gap, a year at least," : counted(days, "day")} or their contract has ended: ${names}.`,
  },
  pareto: {
    title: "How much of the revenue the largest customers have",
    description: (share: number, largest: number, all: number) =>
      `Customers from the largest to the smallest, and what they have together. The largest 20 % (${largest} of ${counted(all, "customer")}) have ${figures.percent(share)} of the revenue. The dashed line is where all have the same.`,
    /** Where the drawing's own figure is another. */
    withoutReturns: (share: number) =>
      ` In the drawing customers with more returns than purchases count as nothing; of what the others bought the largest 20 % have ${figures.percent(share)}.`,
    across: "share of customers, the largest first",
    up: "share of the revenue",
    tip: (customers: number, share: number) =>
      `${figures.percent(customers)} of customers\n${figures.percent(share)} of the revenue`,
    mark: (share: number) => `20 % of customers: ${figures.percent(share)}`,
    largest: "largest customers",
    customers: "customers",
  },
  retention: {
    unfinished: (period: string) => `${period} (unfinished)`,
    title: "Retention",
    description:
      "Of the customers at the start of each period, the share that is there at its end. The formula of the books also counts who came back.",
    strict: "strict",
    formula: "by the formula",
    /** Below the axis, where there is little room. */
    tick: (period: string) => period,
    strictTip: (period: string, retention: number | null, lost: number, start: number | null) =>
      `${period}: ${figures.percent(retention)}\n${counted(lost, "customer")} lost of ${start}`,
    formulaTip: (period: string, retention: number | null) => `${period}: ${figures.percent(retention)} by the formula`,
    heads: {
      period: "period",
      start: "start",
      lost: "lost",
      won: "new",
      back: "back",
      end: "end",
      retention: "retention",
      formula: "by the formula",
    },
    cohorts: "Cohorts: share of those who began in a period that are active so many periods later; * unfinished",
    beganIn: "began in",
    customers: "customers",
    wholePercent: (share: number) => `${Math.round(share * 100)} %`,
  },
  movements: {
    before: "period before",
    more: "buying more",
    less: "buying less",
    lost: "lost",
    newOrBack: "new or back",
    won: "new",
    back: "back",
    step: (name: string, gain: Money, currency: string | null) => `${name}: ${figures.gain(gain)}${inUnit(currency)}`,
    total: (name: string, amount: Money, currency: string | null) =>
      `${name}: ${figures.shortMoney(amount)}${inUnit(currency)}`,
    title: (period: string) => `Revenue from the period before to ${period}`,
    description: (previous: Money, current: Money, currency: string | null) =>
      `From ${figures.shortMoney(previous)} of the customers at its start to ${figures.shortMoney(current)}${inUnit(currency)}: what customers won, back, or buying more have added, and what customers buying less or lost have taken away.`,
    cut: (period: string, asOf: string) => ` ${period} is unfinished: it goes up to ${asOf}.`,
    previousCut: (salesFrom: string) =>
      ` The sales begin ${salesFrom} and do not cover the period before: the missing time is part of every movement.`,
    movement: "movement",
    amount: "amount",
  },
  /** The sheets of the workbook. */
  sheets: {
    summary: "Summary",
    matrix: "Matrix",
    customers: "Customers",
    plan: "Plan",
    retention: "Retention",
    cohorts: "Cohorts",
    nps: "NPS",
    triggers: "Triggers",
    quality: "Data quality",
    definitions: "Definitions",
  },
  period: "period",
  changedTerm: "what changed",
  toDoTerm: "what to do",
  remarks: "remarks",
  notInReportTerm: "not in this report",
  leftOutLine: (score: string, reason: string) => `${score}: ${reason}`,
};
