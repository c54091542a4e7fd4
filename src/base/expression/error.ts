/** What is wrong with an expression, and where. */
interface Fault {
  /** Column of the first wrong character, from 1, in characters as they are read. */
  readonly position: number;
  /** The text there, as it stands; empty at the end. */
  readonly near: string;
  /** What could stand in the place of `near`, the likeliest first. */
  readonly suggestions?: readonly string[] | undefined;
  /** Further lines: the columns there are, the functions. */
  readonly details?: readonly string[] | undefined;
}

/** An expression that cannot be used. The caller says where the expression was written. */
export class ExpressionError extends Error {
  readonly position: number;
  readonly near: string;
  readonly suggestions: readonly string[];
  readonly details: readonly string[];

  constructor(message: string, { position, near, suggestions = [], details = [] }: Fault) {
    super(message);
    this.name = "ExpressionError";
    this.position = position;
    this.near = near;
    this.suggestions = suggestions;
    this.details = details;
  }
}

/** A piece of the expression's text, in the offsets of JavaScript strings. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The error for a piece of a text. */
export function faultAt(
  text: string,
  { from, to }: Span,
  message: string,
  { suggestions, details }: Pick<Fault, "suggestions" | "details"> = {},
): ExpressionError {
  const near = text.slice(from, to);
  return new ExpressionError(message, {
    position: Array.from(text.slice(0, from)).length + 1,
    near,
    suggestions,
    details,
  });
}

const longestShown = 40;

/** A piece of text for a message, cut. */
export const shown = (piece: string): string => {
  const characters = Array.from(piece);
  return characters.length > longestShown ? `${characters.slice(0, longestShown).join("")}…` : piece;
};

const excerptWidth = 72;

/** The line around a position, and a caret below it; whatever could move the caret is written as a space. None of nothing. */
export function excerptAt(text: string, position: number): string[] {
  if (text.trim() === "") return [];
  const characters = Array.from(text.replace(/[\p{C}\p{Z}]/gu, " "));
  const start = Math.max(0, Math.min(position - 1 - excerptWidth / 2, characters.length - excerptWidth));
  const cut = characters.slice(start, start + excerptWidth).join("");
  const before = start > 0 ? "…" : "";
  const after = start + excerptWidth < characters.length ? "…" : "";
  return [`${before}${cut}${after}`.trimEnd(), `${" ".repeat(before.length + position - 1 - start)}^`];
}
