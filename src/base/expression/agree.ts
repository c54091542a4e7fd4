// Which values go together. Checked before anything is computed, so that a wrong expression never leaves out rows in silence.
import { isIsoDate } from "../calendar.ts";
import { faultAt, shown } from "./error.ts";
import { habitualDay } from "./habits.ts";
import type { Node, Type } from "./nodes.ts";
import { quotedText } from "./words.ts";

/** A type as a message says it. */
const named: Readonly<Record<Type, string>> = {
  text: "text",
  date: "a date",
  number: "a number",
  condition: "a condition",
  unknown: "not known",
};

const textOf = (source: string, { from, to }: Node): string => shown(source.slice(from, to));

/** A part that must be of one type, or not known. Text written out stands for a date. */
export function expectType(source: string, node: Node, type: Type, whose: string): Node {
  if (node.type === type || node.type === "unknown") return node;
  if (type === "date" && isWrittenText(node)) return asDate(source, node);
  const what = `${textOf(source, node)} is ${named[node.type]}`;
  throw faultAt(source, node, `${whose} ${named[type]}, and ${what}`, { details: adviceFor(node.type, type) });
}

function adviceFor(type: Type, wanted: Type): string[] {
  if (wanted === "condition") return ["a condition compares, as in revenue > 0, or asks, as in revenue is null"];
  return type === "date" && wanted === "number" ? ["days from a date to another: days_between(a, b)"] : [];
}

/** The parts, which must be of one type, and that type. Text written out among dates becomes a date. */
export function agree<Nodes extends readonly Node[]>(
  source: string,
  nodes: Nodes,
): { readonly type: Type; readonly nodes: { [Index in keyof Nodes]: Node } } {
  const leader = nodes.find(({ type }) => type === "date") ?? nodes.find(({ type }) => type !== "unknown");
  const type = leader?.type ?? "unknown";
  const agreed = nodes.map((node) => {
    if (leader === undefined || node.type === type || node.type === "unknown") return node;
    if (type === "date" && isWrittenText(node)) return asDate(source, node);
    return refuse(source, leader, node);
  });
  return { type, nodes: agreed as { [Index in keyof Nodes]: Node } };
}

function refuse(source: string, a: Node, b: Node): never {
  const [leader, other] = a.from < b.from ? [a, b] : [b, a];
  const message = `${textOf(source, other)} is ${named[other.type]}, and ${textOf(source, leader)} is ${named[leader.type]}`;
  throw faultAt(source, other, message, { suggestions: rewritten(source, other, leader.type) });
}

/** A number where text is expected wants quotes, as does a day where a date is; text that is a number wants none. */
function rewritten(source: string, node: Node, wanted: Type): string[] {
  if (wanted === "date") return quotedDay(source.slice(node.from, node.to));
  if (node.is !== "value") return [];
  if (wanted === "text" && node.type === "number") return [`'${node.text}'`];
  return wanted === "number" && isWrittenText(node) && /^\d+(\.\d+)?$/.test(node.value) ? [node.value] : [];
}

type WrittenText = Node & { readonly is: "value"; readonly value: string };

function quotedDay(text: string): string[] {
  const day = habitualDay(text);
  return day === null ? [] : [quotedText(day)];
}

export const isWrittenText = (node: Node): node is WrittenText => node.is === "value" && node.type === "text";

/** Text written out, as a date. */
export function asDate(source: string, node: WrittenText): Node {
  if (!isIsoDate(node.value))
    throw faultAt(source, node, `${textOf(source, node)} is no day of the calendar, as '2026-09-30'`, {
      suggestions: quotedDay(node.value),
    });
  return { ...node, type: "date", text: `date ${node.text}` };
}
