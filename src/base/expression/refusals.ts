// What is said of words that are out of place, with what could stand there.
import { nearest } from "../nearest.ts";
import { type ExpressionError, faultAt, type Span, shown } from "./error.ts";
import { functions, type Signature } from "./functions.ts";
import type { ValueKind } from "./nodes.ts";
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
}

export const columnWords: NameWords = { one: "column", many: "columns", all: "the columns of the result" };

/** The expression's text, and what it may speak of. */
export interface Asked {
  readonly text: string;
  readonly columns: Columns;
  readonly called: NameWords;
}

const functionNames = `functions: ${[...functions.keys()].join(", ")}`;

const columnNames = ({ columns, called }: Asked): string[] =>
  columns === null ? [] : [`${called.many}: ${[...columns.keys()].join(", ")}`];

export function noColumn(asked: Asked, token: Token): ExpressionError {
  if (isSql(token)) return sql(asked, token);
  const { text, columns, called } = asked;
  const meant = nearest(token.content, [...(columns?.keys() ?? [])]);
  const guess = meant === null ? "; text is written 'A'" : `; did you mean ${meant}?`;
  return faultAt(text, token, `there is no ${called.one} ${shown(token.content)}${guess}`, {
    suggestions: [meant === null ? quotedText(token.content) : writtenName(meant)],
    details: columnNames(asked),
  });
}

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
