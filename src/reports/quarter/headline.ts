import { type Money, ratio } from "../../base/money.ts";
import { counted, gain, percent, points, shortMoney } from "../figures.ts";
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
export function taskSentences({ reports }: QuarterContent): string[] {
  return [
    ...callSentences(viewsOf(reports.plan)),
    ...blockedSentence(viewsOf(reports.plan)),
    ...threatSentence(reports.swot === null ? [] : viewsOf(reports.swot)),
    ...cellSentence(viewsOf(reports.matrix)),
    ...lostSentence(viewsOf(reports.winback)),
  ];
}

const unitOf = ({ currency }: QuarterContent): string => (currency === null ? "" : ` ${currency}`);

function revenueSentence(content: QuarterContent): string[] {
  const customers = viewsOf(content.reports.customers);
  const [now, before] = [sumOf(customers, "revenue"), sumOf(customers, "revenue_prior")];
  if (now === null) return [];
  const window = `Revenue in the ${counted(content.months, "month")} to ${content.asOf}: ${shortMoney(now)}${unitOf(content)}`;
  const growth = before === null ? null : ratio(now - before, before);
  if (before === null || growth === null) return [`${window}; the months before are not covered by the exports.`];
  const change = `${percent(Math.abs(growth))} ${growth < 0 ? "less" : "more"}`;
  return [`${window}, ${change} than in the ${counted(content.months, "month")} before (${shortMoney(before)}).`];
}

/** The row of the period itself, of everybody. */
export const periodRow = ({ reports, period }: QuarterContent): View | undefined =>
  viewsOf(reports.retention).find((row) => row.text("period") === period && row.text("group") === null);

function retentionSentence(content: QuarterContent): string[] {
  const row = periodRow(content);
  const [start, lost] = [row?.number("start") ?? 0, row?.number("lost") ?? 0];
  if (row === undefined || start === 0) return [];
  const [won, back] = [row.number("new"), row.number("reactivated")];
  const others = [
    ...(won === null || won === 0 ? [] : [`${won} new`]),
    ...(back === null || back === 0 ? [] : [`${back} came back`]),
  ];
  const joined = others.length === 0 ? "" : `; ${others.join(", ")}`;
  const cut = content.unfinished ? `, up to ${content.asOf}` : "";
  return [
    `${content.period}${cut}: ${start - lost} of ${counted(start, "customer")} stayed (${percent(row.number("retention"))}), ${lost} lost${joined}.`,
  ];
}

function satisfactionSentence({ reports: { nps } }: QuarterContent): string[] {
  const row = nps === null ? undefined : viewsOf(nps).find((view) => view.text("method") === "by_response");
  const [score, low, high] = [row?.number("nps"), row?.number("nps_low"), row?.number("nps_high")];
  if (row === undefined || score === null || score === undefined) return [];
  const interval =
    typeof low === "number" && typeof high === "number" ? `, 95 % interval ${points(low)} to ${points(high)}` : "";
  return [`NPS ${points(score)} from ${counted(row.number("answers") ?? 0, "answer")}${interval}.`];
}

function moveSentences({ reports: { compare }, previousEnd }: QuarterContent): string[] {
  if (compare === null) return [];
  const moves = viewsOf(compare);
  const of = (move: string) => moves.filter((view) => view.text("move") === move);
  const sentence = (views: readonly View[], words: string): string[] =>
    views.length === 0 ? [] : [`${counted(views.length, "customer")} ${words} since ${previousEnd}: ${names(views)}.`];
  return [...sentence(of("up"), "moved up"), ...sentence(of("down"), "moved down"), ...sentence(of("left"), "left")];
}

const names = (views: readonly View[]): string => {
  const rest = views.length - named;
  return `${views.slice(0, named).map(nameOf).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
};

const increment = (view: View): string => {
  const amount = view.money("increment");
  return amount === null ? "" : `, ${gain(amount)}`;
};

/** The first of the plan that nothing blocks. */
const callSentences = (plan: readonly View[]): string[] =>
  plan
    .filter((view) => view.text("blocked_by") === null && view.text("first_action") !== null)
    .slice(0, named)
    .map((view) => `${nameOf(view)} (${view.text("cell")}${increment(view)}): ${view.text("first_action")}.`);

function blockedSentence(plan: readonly View[]): string[] {
  const blocked = plan.filter((view) => view.text("blocked_by") !== null);
  if (blocked.length === 0) return [];
  return [`Repair before any offer at ${counted(blocked.length, "customer")}: ${names(blocked)}.`];
}

function threatSentence(swot: readonly View[]): string[] {
  const threats = swot.filter((view) => view.text("quadrant") === "threat");
  if (threats.length === 0) return [];
  return [
    `${counted(threats.length, "valuable customer is", "valuable customers are")} not happy, with ${shortMoney(sumOf(threats, "revenue") ?? 0n)} of revenue: ${names(threats)}.`,
  ];
}

/** What a loss-maker could buy is not to be won before its price or cost is right. */
function cellSentence(cells: readonly View[]): string[] {
  const amountOf = (view: View): Money => view.money("increment") ?? 0n;
  const worth = cells.filter((view) => view.text("class") !== "D" && amountOf(view) > 0n);
  const most = worth.toSorted((a, b) => Number(amountOf(b) - amountOf(a))).slice(0, named);
  if (most.length === 0) return [];
  const words = most.map(
    (view) => `${view.text("cell")} (${counted(view.number("customers") ?? 0, "customer")}, ${gain(amountOf(view))})`,
  );
  return [`Most is to be won in ${words.join(", ")}.`];
}

function lostSentence(lost: readonly View[]): string[] {
  const worth = lost.filter((view) => view.text("chase") === "yes" && (view.money("score") ?? 0n) > 0n);
  return worth.length === 0 ? [] : [`Lost, and worth a call: ${names(worth)}.`];
}
