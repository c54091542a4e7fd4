import { type Money, ratio } from "../../base/money.ts";
import type { JsonValue, Report, SummaryLine } from "../../output/report.ts";
import type { QuarterContent } from "./content.ts";
import { nameOf, sumOf, type View, viewsOf } from "./view.ts";

/** Names in a sentence. */
const named = 3;

/** What is different from before, in sentences. */
export function changeSentences(content: QuarterContent): string[] {
  return [
    ...revenueSentence(content),
    ...retentionSentence(content),
    ...satisfactionSentence(content),
    ...moveSentences(content),
  ];
}

/** What it asks for, the most urgent first. */
export function taskSentences(content: QuarterContent): string[] {
  const { reports, words } = content;
  return [
    ...callSentences(viewsOf(reports.plan), content),
    ...blockedSentence(viewsOf(reports.plan), words),
    ...threatSentence(reports.swot === null ? [] : viewsOf(reports.swot), content),
    ...cellSentence(viewsOf(reports.matrix), content),
    ...lostSentence(viewsOf(reports.winback), content),
  ];
}

/** That the window is not whole, for whatever stands beside its figures. */
export const bewareOf = ({ words, windowCovered, windowFrom, salesFrom }: QuarterContent): SummaryLine[] =>
  windowCovered
    ? []
    : [{ term: words.common.beware, value: words.quarter.windowNotWhole(windowFrom, salesFrom ?? "") }];

/** What cuts a period that is unfinished. */
export const unfinishedWords = ({ period, asOf, endsWithSales, words: { quarter } }: QuarterContent): string =>
  endsWithSales ? quarter.endsWithSales(period, asOf) : quarter.cutPeriod(period);

type QuarterWording = QuarterContent["words"];

function revenueSentence(content: QuarterContent): string[] {
  const { headline } = content.words.quarter;
  const customers = viewsOf(content.reports.customers);
  const [now, before] = [sumOf(customers, "revenue"), sumOf(customers, "revenue_prior")];
  if (now === null) return [];
  const window = headline.revenue(content.months, content.asOf, now, content.currency);
  if (!content.windowCovered) return [headline.windowNotCovered(window, content.salesFrom ?? "")];
  const growth = before === null ? null : ratio(now - before, before);
  if (before === null || growth === null) return [headline.notCovered(window)];
  return [headline.change(window, growth, content.months, before)];
}

/** The row of the period itself, of everybody. */
export const periodRow = ({ reports, period }: QuarterContent): View | undefined =>
  viewsOf(reports.retention).find((row) => row.text("period") === period && row.text("group") === null);

function retentionSentence(content: QuarterContent): string[] {
  const { period, asOf, endsWithSales, unfinished, retainedBy, words } = content;
  const { headline } = words.quarter;
  const row = periodRow(content);
  const [start, lost] = [row?.number("start") ?? 0, row?.number("lost") ?? 0];
  if (row === undefined || start === 0) return [];
  const [won, back] = [row.number("new"), row.number("reactivated")];
  const others = [
    ...(won === null || won === 0 ? [] : [headline.won(won)]),
    ...(back === null || back === 0 ? [] : [headline.back(back)]),
  ];
  const name = unfinished ? headline.upTo(period, asOf, endsWithSales) : words.figures.period(period);
  const isCut = row.text("reason") === "previous_period_cut";
  const told = { period: name, stayed: start - lost, start, retention: row.number("retention"), lost, others };
  return [
    headline.stayed({
      ...told,
      ...retainedBy,
      unfinished,
      salesFrom: isCut ? content.salesFrom : null,
    }),
    ...(unfinished ? finishedSentence(content) : []),
  ];
}

interface LatestPeriod {
  readonly period: string;
  readonly start: number;
  readonly kept: number;
  readonly retention: number | null;
}

/** What `retention` itself speaks of where this period is unfinished. */
function finishedSentence({ reports: { retention }, words }: QuarterContent): string[] {
  const { latest } = (retention.head.summary ?? {}) as unknown as { readonly latest?: LatestPeriod | null };
  if (latest === undefined || latest === null) return [];
  return [words.quarter.headline.finished(latest.period, latest.kept, latest.start, latest.retention)];
}

function satisfactionSentence({ reports: { nps }, words: { quarter } }: QuarterContent): string[] {
  const row = nps === null ? undefined : viewsOf(nps).find((view) => view.text("method") === "by_response");
  const [score, low, high] = [row?.number("nps"), row?.number("nps_low"), row?.number("nps_high")];
  if (row === undefined || score === null || score === undefined) return [];
  const interval = typeof low === "number" && typeof high === "number" ? quarter.headline.interval(low, high) : "";
  return [quarter.headline.nps(score, row.number("answers") ?? 0, interval)];
}

/** Whether the windows of both dates are whole; else the missing months move customers too. */
export const isComparable = (compare: Report): boolean =>
  (compare.head.summary as { readonly comparable?: JsonValue } | undefined)?.comparable !== false;

function moveSentences({ reports, previousEnd, asOf, months, salesFrom, words }: QuarterContent): string[] {
  const { compare } = reports;
  if (compare === null) return [];
  const { headline } = words.quarter;
  if (!isComparable(compare)) return [headline.notComparable(previousEnd, asOf, salesFrom ?? "")];
  const moves = viewsOf(compare);
  const sentence = (move: string, say: (count: number, since: string, names: string) => string): string[] => {
    const views = moves.filter((view) => view.text("move") === move);
    return views.length === 0 ? [] : [say(views.length, previousEnd, names(views, words))];
  };
  return [
    ...sentence("up", headline.movedUp),
    ...sentence("down", headline.movedDown),
    ...sentence("left", (count, since, told) => headline.left(count, since, told, months, asOf)),
  ];
}

const names = (views: readonly View[], { common }: QuarterWording): string => {
  const rest = views.length - named;
  const shown = views.slice(0, named).map(nameOf).join(", ");
  return rest > 0 ? common.andMore(shown, rest) : shown;
};

/** The first of the plan that nothing blocks. */
const callSentences = (
  plan: readonly View[],
  { words: { quarter }, windowCovered }: Pick<QuarterContent, "words" | "windowCovered">,
): string[] =>
  plan
    .filter((view) => view.text("blocked_by") === null && view.text("first_action") !== null)
    .slice(0, named)
    .map((view) =>
      quarter.headline.call(
        nameOf(view),
        view.text("cell") ?? "",
        view.money("increment"),
        view.text("first_action") ?? "",
        windowCovered,
      ),
    );

function blockedSentence(plan: readonly View[], words: QuarterWording): string[] {
  const blocked = plan.filter((view) => view.text("blocked_by") !== null);
  return blocked.length === 0 ? [] : [words.quarter.headline.repair(blocked.length, names(blocked, words))];
}

function threatSentence(
  swot: readonly View[],
  { words, windowCovered }: Pick<QuarterContent, "words" | "windowCovered">,
): string[] {
  const threats = swot.filter((view) => view.text("quadrant") === "threat");
  if (threats.length === 0) return [];
  const revenue = sumOf(threats, "revenue") ?? 0n;
  return [words.quarter.headline.threat(threats.length, revenue, names(threats, words), windowCovered)];
}

/** What a loss-maker could buy is not to be won before its price or cost is right. */
function cellSentence(cells: readonly View[], content: QuarterContent): string[] {
  const { headline } = content.words.quarter;
  const amountOf = (view: View): Money => view.money("increment") ?? 0n;
  const worth = cells.filter((view) => view.text("class") !== "D" && amountOf(view) > 0n);
  const most = worth.toSorted((a, b) => Number(amountOf(b) - amountOf(a))).slice(0, named);
  if (most.length === 0) return [];
  const told = most.map((view) =>
    headline.cell(view.text("cell") ?? "", view.number("customers") ?? 0, amountOf(view)),
  );
  return [headline.most(told.join(", "), content.windowCovered ? null : content.salesFrom)];
}

function lostSentence(
  lost: readonly View[],
  { words, lostAfter }: Pick<QuarterContent, "words" | "lostAfter">,
): string[] {
  const worth = lost.filter((view) => view.text("chase") === "yes" && (view.money("score") ?? 0n) > 0n);
  return worth.length === 0 ? [] : [words.quarter.headline.lost(names(worth, words), lostAfter)];
}
