import { type Money, ratio } from "../../base/money.ts";
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
export function taskSentences({ reports, words }: QuarterContent): string[] {
  return [
    ...callSentences(viewsOf(reports.plan), words),
    ...blockedSentence(viewsOf(reports.plan), words),
    ...threatSentence(reports.swot === null ? [] : viewsOf(reports.swot), words),
    ...cellSentence(viewsOf(reports.matrix), words),
    ...lostSentence(viewsOf(reports.winback), words),
  ];
}

type QuarterWording = QuarterContent["words"];

function revenueSentence(content: QuarterContent): string[] {
  const { headline } = content.words.quarter;
  const customers = viewsOf(content.reports.customers);
  const [now, before] = [sumOf(customers, "revenue"), sumOf(customers, "revenue_prior")];
  if (now === null) return [];
  const window = headline.revenue(content.months, content.asOf, now, content.currency);
  const growth = before === null ? null : ratio(now - before, before);
  if (before === null || growth === null) return [headline.notCovered(window)];
  return [headline.change(window, growth, content.months, before)];
}

/** The row of the period itself, of everybody. */
export const periodRow = ({ reports, period }: QuarterContent): View | undefined =>
  viewsOf(reports.retention).find((row) => row.text("period") === period && row.text("group") === null);

function retentionSentence(content: QuarterContent): string[] {
  const { headline } = content.words.quarter;
  const row = periodRow(content);
  const [start, lost] = [row?.number("start") ?? 0, row?.number("lost") ?? 0];
  if (row === undefined || start === 0) return [];
  const [won, back] = [row.number("new"), row.number("reactivated")];
  const others = [
    ...(won === null || won === 0 ? [] : [headline.won(won)]),
    ...(back === null || back === 0 ? [] : [headline.back(back)]),
  ];
  const { period, asOf } = content;
  const name = content.unfinished ? headline.upTo(period, asOf) : content.words.figures.period(period);
  return [headline.stayed(name, start - lost, start, row.number("retention"), lost, others)];
}

function satisfactionSentence({ reports: { nps }, words: { quarter } }: QuarterContent): string[] {
  const row = nps === null ? undefined : viewsOf(nps).find((view) => view.text("method") === "by_response");
  const [score, low, high] = [row?.number("nps"), row?.number("nps_low"), row?.number("nps_high")];
  if (row === undefined || score === null || score === undefined) return [];
  const interval = typeof low === "number" && typeof high === "number" ? quarter.headline.interval(low, high) : "";
  return [quarter.headline.nps(score, row.number("answers") ?? 0, interval)];
}

function moveSentences({ reports: { compare }, previousEnd, words }: QuarterContent): string[] {
  if (compare === null) return [];
  const { headline } = words.quarter;
  const moves = viewsOf(compare);
  const sentence = (move: string, say: (count: number, since: string, names: string) => string): string[] => {
    const views = moves.filter((view) => view.text("move") === move);
    return views.length === 0 ? [] : [say(views.length, previousEnd, names(views, words))];
  };
  return [
    ...sentence("up", headline.movedUp),
    ...sentence("down", headline.movedDown),
    ...sentence("left", headline.left),
  ];
}

const names = (views: readonly View[], { common }: QuarterWording): string => {
  const rest = views.length - named;
  const shown = views.slice(0, named).map(nameOf).join(", ");
  return rest > 0 ? common.andMore(shown, rest) : shown;
};

/** The first of the plan that nothing blocks. */
const callSentences = (plan: readonly View[], { quarter }: QuarterWording): string[] =>
  plan
    .filter((view) => view.text("blocked_by") === null && view.text("first_action") !== null)
    .slice(0, named)
    .map((view) =>
      quarter.headline.call(
        nameOf(view),
        view.text("cell") ?? "",
        view.money("increment"),
        view.text("first_action") ?? "",
      ),
    );

function blockedSentence(plan: readonly View[], words: QuarterWording): string[] {
  const blocked = plan.filter((view) => view.text("blocked_by") !== null);
  return blocked.length === 0 ? [] : [words.quarter.headline.repair(blocked.length, names(blocked, words))];
}

function threatSentence(swot: readonly View[], words: QuarterWording): string[] {
  const threats = swot.filter((view) => view.text("quadrant") === "threat");
  if (threats.length === 0) return [];
  return [words.quarter.headline.threat(threats.length, sumOf(threats, "revenue") ?? 0n, names(threats, words))];
}

/** What a loss-maker could buy is not to be won before its price or cost is right. */
function cellSentence(cells: readonly View[], { quarter: { headline } }: QuarterWording): string[] {
  const amountOf = (view: View): Money => view.money("increment") ?? 0n;
  const worth = cells.filter((view) => view.text("class") !== "D" && amountOf(view) > 0n);
  const most = worth.toSorted((a, b) => Number(amountOf(b) - amountOf(a))).slice(0, named);
  if (most.length === 0) return [];
  const told = most.map((view) =>
    headline.cell(view.text("cell") ?? "", view.number("customers") ?? 0, amountOf(view)),
  );
  return [headline.most(told.join(", "))];
}

function lostSentence(lost: readonly View[], words: QuarterWording): string[] {
  const worth = lost.filter((view) => view.text("chase") === "yes" && (view.money("score") ?? 0n) > 0n);
  return worth.length === 0 ? [] : [words.quarter.headline.lost(names(worth, words))];
}
