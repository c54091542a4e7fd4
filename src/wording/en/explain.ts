import { exactMoney, type Money } from "../../base/money.ts";
import type { Status } from "../../scoring/status.ts";
import { counted, figures } from "./figures.ts";

const statuses: Readonly<Record<Status, string>> = {
  active: "active: a sales line in the window",
  lapsed: "lapsed: sales lines before the window only",
  cost_only: "cost_only: no sales line at all, but costs in the window",
  prospect: "prospect: in the customers file and nowhere else",
};

const measures = { revenue: "revenue", contribution: "contribution" } as const;

type Measure = keyof typeof measures;

/** What `explain` says of one customer, section by section. */
export const explain = {
  /** Values as they stand in their column. */
  money: (amount: Money) => exactMoney(amount),
  decimal: (value: number, places: number) => value.toFixed(places),
  /** A code of a column; and what a reason looked at. */
  value: (_column: string, code: string) => code,
  reason: (rule: string, value: string | null, threshold: string | null) =>
    `${rule}${value === null ? "" : ` ${value}`}${threshold === null ? "" : ` against ${threshold}`}`,
  plain: (value: number) => String(value),
  /** An amount in a sentence, to the last decimal. */
  exact: (amount: Money) => figures.exact(amount),
  currency: "currency",
  /** Where lines are. */
  lines: (count: number, amount: Money, largest: number | null, shown: string) =>
    `${counted(count, "line")}, ${figures.exact(amount)} in all; ${largest === null ? "" : `the largest ${largest}: `}${shown}`,
  line: (place: string, date: string, amount: Money) => `${place} of ${date}, ${figures.exact(amount)}`,
  identity: {
    statuses,
    noCell: (status: Status) => `no cell: ${status === "active" ? "no class" : status}`,
    cell: "class and grade together",
    noPlace: "customers without a cell come last",
    place: (cell: string, number: number, place: number, of: number) =>
      `cell ${cell} is number ${number} of 20; by increment number ${place} of ${of} in it`,
    id: "as in the exports",
    listedIn: (place: string) => `listed in ${place}`,
    nameFromSales: "the latest name in the sales lines",
    name: "the customers file, else the latest sales line",
    priority: (customers: number, placed: string) => `of ${customers}: ${placed}`,
  },
  class: {
    measures: measures as Readonly<Record<Measure, string>>,
    notRanked: "not ranked",
    letterAlone: (method: string) => `the letter by ${method} alone, whatever class D says`,
    onlySalesRanked: "not ranked: only customers with a sales line in the window are",
    rank: (ranked: number, measure: Measure) => `of ${ranked} by ${measure}: 1 + the number of customers with more`,
    share: (revenue: Money, all: Money, share: number) =>
      `${figures.exact(revenue)} of ${figures.exact(all)}: ${figures.percent(share)} of all customers' revenue in the window`,
    cumulative: (measure: Measure) =>
      `of the ranked ${measure}: this customer, its equals and all larger ones together`,
    reasonCode: "the class in a few words, or a code",
    loss: (contribution: Money) =>
      `costs more than it brings in: contribution ${figures.exact(contribution)} is below 0`,
    partialCosts: (contribution: Money) =>
      `contribution ${figures.exact(contribution)} is below 0, though the cost of goods is not known of every line`,
    costsOnly: (costs: Money) => `costs of ${figures.exact(costs)} and no sales line in the window`,
    negativeRevenue: (revenue: Money) => `revenue ${figures.exact(revenue)} is below 0; there are no costs to judge by`,
    noSales: "no sales line in the window, so no rank and no class",
    noTotal: "the total is not above 0, so there are no shares and no classes",
    otherMethod: (reason: string, measure: Measure) => `${reason}, by ${measure}`,
    byRank: (rank: string, ranked: number, measure: Measure, letter: string, threshold: string) =>
      `rank ${rank} of ${ranked} by ${measure}; ${letter} ${letter === "C" ? "begins at" : "reaches"} rank ${threshold}`,
    notEvaluated: "; class D by costs is not evaluated",
    notLoss: (contribution: Money) => `; not D, as contribution ${figures.exact(contribution)} is not below 0`,
    cut: (letter: string, cut: Money) => `${letter} ${figures.exact(cut)}`,
    cuts: (cuts: string) => `least ranked amount of each class: ${cuts}`,
    noLonger: (missing: Money, measure: Measure, byLever: boolean, then: string | null) =>
      `${figures.exact(missing)} more ${measure} in the window${byLever ? ", by price or by cost" : ""}, and it is no longer D${then === null ? "" : `; the class by rank is then ${then}`}`,
    lossBelow: (measure: Measure, amount: Money) =>
      `D if ${measure} fell below 0: more than ${figures.exact(amount)} less`,
    better: (butForD: boolean, letter: string, from: Money, measure: Measure, more: Money) =>
      `${butForD ? "but for D, " : ""}${letter} from ${figures.exact(from)} ${measure}, ${figures.exact(more)} more, if nobody else changes`,
    kept: (butForD: boolean, letter: string, from: Money, measure: Measure, less: Money) =>
      `${butForD ? "but for D, " : ""}${letter} down to ${figures.exact(from)} ${measure}, ${figures.exact(less)} less, if nobody else changes`,
  },
  amounts: {
    revenue: (from: string, to: string) => `net sales after ${from} up to ${to}, returns taken off`,
    yearIsWindow: "a window of 12 months is a year",
    yearOf: (months: number) => `revenue × 12 / ${months}`,
    priorUnknown: "not known: the sales do not reach back over the prior window",
    prior: (months: number) => `net sales of the ${months} months before the window`,
    noPrior: "no prior revenue to compare with",
    priorNotPositive: (prior: Money) => `none: the prior revenue ${figures.exact(prior)} is not above 0`,
    growth: (revenue: Money, prior: Money) =>
      `(${figures.exact(revenue)} - ${figures.exact(prior)}) / ${figures.exact(prior)}`,
    noCosts: "no cost information in the window",
    notEvaluated: "not evaluated without costs",
    contribution: (revenue: Money, costs: Money) => `revenue ${figures.exact(revenue)} - costs ${figures.exact(costs)}`,
    margin: (contribution: Money, revenue: Money) =>
      `contribution ${figures.exact(contribution)} / revenue ${figures.exact(revenue)}; the cost of goods is known`,
    goodsOnLines: "cost of goods on the sales lines",
    goodsInFile: "cost of goods in the costs file",
    toServe: "cost to serve",
    part: (name: string, amount: Money, isAside: boolean) =>
      `${name} ${figures.exact(amount)}${isAside ? " (set aside by --cogs)" : ""}`,
    noneOfThis: "no cost of this customer in the window",
    goodsOnLinesRule: "cost of goods on the sales lines of the window",
    goodsRule:
      "rows of cost of goods in the window; those of the as-of date's month count where that date is the default",
    toServeRule: "rows of cost to serve in the window",
    before: "earlier sales: only the first purchase looks at them",
    noRevenue: "none: revenue is not above 0",
    goodsUnknown: (known: number, all: number) =>
      `none: the cost of goods is not known (${known} of ${all} sales lines carry it, no cogs row counts)`,
  },
  potential: {
    first: "the first evidence that applies decides",
    reason: "the evidence in words, or a code",
    noFigure: "no figure",
    couldBuy: "what it could buy in a year",
    noRevenue: "no revenue to grow from",
    growth: (potential: Money, annual: Money) =>
      `(${figures.exact(potential)} - ${figures.exact(annual)}) / ${figures.exact(annual)}`,
    increment: (potential: Money, annual: Money) =>
      `potential ${figures.exact(potential)} - annual revenue ${figures.exact(annual)}`,
    from: (grade: string, growth: number, from: Money) =>
      `${grade} from +${growth * 100} %: ${figures.exact(from)} a year`,
    above: (gap: Money) => `, ${figures.exact(gap)} above the potential`,
    reached: (spare: Money) => `, reached with ${figures.exact(spare)} to spare`,
    refused: "refused: grade d whatever it buys",
    lapsed: "lapsed: win it back first; nothing to grow from in the window",
    prospect: "a prospect buys nothing yet",
    noBase: (revenue: Money) => `nothing to grow from: revenue of ${figures.exact(revenue)} is not above 0`,
    noBasis: "no evidence applies: assess this customer first",
    statedGrade: (grade: string) => `grade ${grade} is stated and holds as it is`,
    below: (source: string, growth: string, aYear: boolean) =>
      `${source}: growth ${growth} ${aYear ? "a year " : ""}is below 10 %`,
    reaches: (source: string, growth: string, aYear: boolean, limit: number, grade: string) =>
      `${source}: growth ${growth} ${aYear ? "a year " : ""}reaches ${limit} %, the limit of ${grade}`,
    tenths: (tenths: number) => `${(tenths / 10).toFixed(1)} %`,
    confidence: {
      high: "stated or known of the customer itself",
      medium: "derived from what is left to win",
      low: "inferred from others or from the past",
    } as Readonly<Record<string, string>>,
    noDriver: "nothing suggests one",
    driverStated: "stated in the customers file",
    driverNeed: "an efficiency_need event in the window",
    driverSuggested: (source: string) => `what the evidence (${source}) suggests`,
    would: (grade: string, growth: string | null) => `${grade}${growth === null ? "" : `, growth ${growth}`}`,
    setAside: (said: string | null) => `set aside by the options${said === null ? "" : `; it would say ${said}`}`,
    doesNotApply: (why: string) => `does not apply: ${why}`,
    decides: (said: string) => `decides: ${said}`,
    wouldSay: (said: string, behind: string) => `would say ${said}; ${behind}`,
    largerOf: "the larger of seats and regions counts",
    smallerOf: "the smaller of peers and white_space counts",
    behind: (decided: string) => `stands behind ${decided === "refused" ? "a refusal" : decided}`,
    nothingStated: "nothing is stated",
    noUsers: "no active users to grow from",
    noRegions: "no region served to grow from",
    fewPeers: "fewer than 5 other active customers with known employees in its segment or industry",
    aboveQuartile: "revenue per employee is at or above the upper quartile of its peers",
    fewOthers: "fewer than 5 other active customers in its segment or industry",
    buysAll: "it buys every category that at least half of its peers buy, or nothing can be expected of the others",
    notFourMonths: "the window is no multiple of 4 months",
    fewQuarters: (now: number, before: number) =>
      `purchases in ${counted(now, "quarter")} of the window and ${before} of the prior one, 3 of 4 are needed in both`,
    priorNotPositive: "the prior revenue is not above 0",
    cap: "; twice the revenue at most",
    group: (kind: string, name: string, others: number) =>
      kind === "all" ? `${others} other customers` : `${others} others in ${kind} ${name}`,
    peers: (group: string, own: Money, median: Money, quartile: Money, more: string | null) =>
      `${group}: a year and employee ${figures.cents(own)} of its own, median ${figures.cents(median)}, upper quartile ${figures.cents(quartile)}${more === null ? "" : `; ${more}`}`,
    buys: (group: string, categories: number) => `${group}; it buys ${counted(categories, "category", "categories")}`,
    missingCategory: (category: string, buyers: number, share: number | null) =>
      `${category} (${counted(buyers, "buyer")}${share === null ? "" : `, median ${figures.percent(share)} of other spend`})`,
    andNot: (start: string, categories: string) => `${start} and not ${categories}`,
  },
  satisfaction: {
    noFile: "there is no file of answers",
    notAsked: "nobody was asked in the window",
    notAnswered: (invitations: number) =>
      `nobody answered ${invitations === 1 ? "the invitation" : `the ${invitations} invitations`} in the window`,
    nps: (promoters: number, detractors: number, answers: number) =>
      `latest answer of each respondent in the window: (${counted(promoters, "promoter")} - ${counted(detractors, "detractor")}) of ${answers}`,
    answer: (respondent: string | null, score: number | null, place: string, date: string) =>
      `${respondent ?? "no name"} ${score} (${place} of ${date})`,
  },
  activity: {
    noPurchase: "no purchase",
    since: "customer since, in the customers file; it is earlier than the first purchase line",
    firstLine: "the first purchase line",
    noLine: "no purchase line",
    lastLine: "the latest line of zero or more; a return is none",
    orders: "order numbers of purchases in the window; without numbers, days with a purchase",
  },
  missing: {
    nothing: "nothing that would sharpen the grade",
    cannot: (missing: string, sources: readonly string[]) => `${missing}: ${sources.join(" and ")} cannot apply`,
  },
  worth: {
    noLine: "no sales line, so no value by history",
    noPurchase: "no purchase to count from",
    simple: (annual: Money, years: number) =>
      `annual revenue ${figures.exact(annual)} × ${figures.fixed(years, 2)} years`,
    tenure: "from the first purchase to the as-of date",
    total: "net sales of all time",
    needsMargin: "needs a margin",
    withMargin: (margin: string | null) => `clv_simple × margin ${margin}`,
    cac: {
      own: "what it cost to win it, of its own rows",
      average: "acquisition costs in the window / new customers in the window",
    },
    ltvCac: "clv_margin / cac",
    payback: "cac / contribution of a month",
  },
  relationship: {
    source: "scores: stated in the customers file; proxy: read from what it does",
    notKnown: "not known",
    strategy: "what the stage calls for",
    mismatch: "the effort does not fit the relationship",
  },
  findings: {
    none: (rules: number) => `none of ${counted(rules, "rule")} found anything`,
    kind: (kind: string, strength: number) => `${kind}, strength ${strength}`,
    silent: (rule: string, state: "no_data" | "insufficient_history") =>
      `${rule}: ${state === "no_data" ? "no data" : "insufficient history"}`,
  },
  plan: {
    notIn: (why: string) => `not in the plan: ${why}`,
    rank: (planned: number) => `of ${counted(planned, "customer")}: by priority, as far as there is something to do`,
    when: "the best moment that the timing rules name",
    first: "a repair before a question, a question before an offer",
    afterThat: "after that",
    toWin: "what there is to win in a year",
    waits: (rules: string) => `waits behind: ${rules}`,
    play: (cell: string) => `what customers of ${cell} call for`,
    lapsed: "lapsed customers belong to winback",
    prospect: "a prospect has no cell",
    noClass: "it has no class",
    lost: "it is lost and belongs to winback",
    phaseOut: "phase out",
    nothing: (cell: string) => `${cell}, and nothing to act on`,
  },
  timeline: {
    since: "customer since",
    until: "contract ends",
    purchase: (amount: Money) => `purchase ${figures.exact(amount)}`,
    returned: (amount: Money) => `return ${figures.exact(amount)}`,
    lines: (count: number) => counted(count, "line"),
    invited: "invited, no answer",
    answer: (score: number) => `answer ${score}`,
    event: (type: string) => type,
    of: (value: number, limit: number) => `${value} of ${limit}`,
    earlier: (date: string) => `entries up to ${date}, not shown`,
  },
};
