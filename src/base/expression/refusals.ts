// What is said of words that are out of place, with what could stand there.
import { nearest } from "../nearest.ts";
import { type ExpressionError, faultAt, type Span, shown } from "./error.ts";
import { functions, type Signature } from "./functions.ts";
import type { Comparison, ValueKind } from "./nodes.ts";
import type { Token } from "./tokens.ts";
import { keyword, quotedText, sqlWords, writtenName } from "./words.ts";

/** The columns there are and what their cells are; `null`: not known yet, and then any name passes. */
export type Columns = ReadonlyMap<string, ValueKind> | null;

/** What a name stands for, where the expression is used. */
export interface NameWords {
  readonly one: string;
  readonly many: string;
  /** All of them: `the columns of the result`. */
  readonly all: string;
  /** The names that people's own word for something may stand for: `Umsatz` for `revenue`. */
  readonly meantBy?: (word: string) => readonly string[];
}

export const columnWords: NameWords = { one: "column", many: "columns", all: "the columns of the result" };

/** The expression's text, and what it may speak of. */
export interface Asked {
  readonly text: string;
  readonly columns: Columns;
  readonly called: NameWords;
}

export const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ...(["=", "<>", "<", "<=", ">", ">="] as const).map((each) => [each, each] as const),
  ["!=", "<>"],
]);

const functionNames = `functions: ${[...functions.keys()].join(", ")}`;

const columnNames = ({ columns, called }: Asked): string[] =>
  columns === null ? [] : [`${called.many}: ${[...columns.keys()].join(", ")}`];

/** `rest` is what follows the name: a heading may have several words. */
export function noColumn(asked: Asked, token: Token, rest: readonly Token[]): ExpressionError {
  if (isSql(token)) return sql(asked, token);
  const { text, columns, called } = asked;
  const heading = headingAt(asked, token, rest);
  const meant = heading?.name ?? nearest(token.content, [...(columns?.keys() ?? [])]);
  const { from, to } = heading ?? token;
  const said = `there is no ${called.one} ${shown(heading === null ? token.content : text.slice(from, to))}`;
  const details = columnNames(asked);
  if (meant !== null)
    return faultAt(text, { from, to }, `${said}; did you mean ${meant}?`, {
      suggestions: [writtenName(meant)],
      details,
    });
  // What is compared is a column; what it is compared with may be text without its quotes.
  if (rest[0] !== undefined && isComparison(rest[0])) return faultAt(text, token, said, { details });
  return faultAt(text, token, `${said}; text is written 'A'`, { suggestions: [quotedText(token.content)], details });
}

/** The column that words from here on stand for, as many words as it can be. */
function headingAt(
  { text, columns, called: { meantBy } }: Asked,
  token: Token,
  rest: readonly Token[],
): (Span & { readonly name: string }) | null {
  const end = rest.findIndex((next) => next.is !== "word" || keyword(next) !== null);
  const words = token.is === "word" ? rest.slice(0, Math.min(end, mostWords)) : [];
  for (const last of [...words.toReversed(), token]) {
    const heading = last === token ? token.content : text.slice(token.from, last.to).replace(/\s+/g, " ");
    const names = [heading.toLowerCase().replaceAll(" ", "_"), ...(meantBy?.(heading) ?? [])];
    const name = names.find((each) => columns?.has(each));
    if (name !== undefined) return { name, from: token.from, to: last.to };
  }
  return null;
}

/** No heading has more after its first. */
const mostWords = 4;

export function noFunction(asked: Asked, token: Token): ExpressionError {
  if (isSql(token)) return sql(asked, token);
  const meant = nearest(token.content, [...functions.keys()]);
  const guess = meant === null ? "" : `; did you mean ${meant}?`;
  return faultAt(asked.text, token, `there is no function ${shown(token.content)}${guess}`, {
    suggestions: meant === null ? [] : [meant],
    details: [functionNames],
  });
}

export function unexpected(asked: Asked, token: Token, wanted: string): ExpressionError {
  const { text } = asked;
  if (token.is === "end") return faultAt(text, token, `${wanted}, and here is the end`);
  if (isSql(token)) return sql(asked, token);
  return faultAt(text, token, `${wanted}, and here is ${shown(text.slice(token.from, token.to))}`);
}

/** Whether a token compares what stands before it. */
export const isComparison = (token: Token): boolean =>
  (token.is === "symbol" && comparisons.has(token.content)) ||
  ["between", "in", "like", "is"].includes(keyword(token) ?? "");

const isSql = (token: Token): boolean =>
  token.is === "word" && keyword(token) === null && sqlWords.has(token.content.toLowerCase());

const sql = (asked: Asked, token: Token): ExpressionError =>
  faultAt(
    asked.text,
    token,
    `${token.content} has no place here: an expression is one condition on ${asked.called.all}`,
    { details: [...columnNames(asked), functionNames] },
  );

/** Whether a function takes so many values. */
export const isCount = (signature: Signature, given: number): boolean =>
  signature.takes === "alike"
    ? given > 0
    : given <= signature.takes.length && given >= signature.takes.length - (signature.optional ?? 0);

export function wrongCount(text: string, at: Span, name: string, signature: Signature, given: number): ExpressionError {
  const most = signature.takes === "alike" ? null : signature.takes.length;
  const least = signature.takes === "alike" ? 1 : signature.takes.length - (signature.optional ?? 0);
  const values = most === null ? "one value or more" : least < most ? `${least} or ${most} values` : plural(most);
  return faultAt(text, at, `${name} takes ${values}, and here are ${given}`);
}

const plural = (count: number): string => `${count} value${count === 1 ? "" : "s"}`;
