import { currencyAt } from "./currencies.ts";

export type Decimal = "." | ",";

/** What separates thousands. `" "` is any of space, U+00A0, U+202F, U+2009; `"'"` is ' or ’. `""`: nothing does. */
export type Group = "" | Decimal | " " | "'";

/** The parts of a number as written, before anybody has said what its separators mean. */
export interface NumberText {
  readonly negative: boolean;
  readonly percent: boolean;
  /** ISO code, or `$`, `kr`, `¥`; `null` without a mark. */
  readonly currency: string | null;
  /** Digits between the separators: `1.234,56` is 1, 234, 56. Only the first may be empty (`.5`). */
  readonly segments: readonly string[];
  readonly separators: readonly Exclude<Group, "">[];
  /** Of `1.23E+03`: 3. */
  readonly exponent: number | null;
}

/** The digits under one meaning of the separators. */
export interface Reading {
  readonly group: Group;
  readonly whole: string;
  readonly fraction: string;
}

/** More digits than any amount has. */
const mostDigits = 30;

/** More characters than those digits, their separators and marks can take: a longer text is refused unread. */
const mostCharacters = 100;

const separatorOf: ReadonlyMap<string, Exclude<Group, "">> = new Map([
  [".", "."],
  [",", ","],
  [" ", " "],
  ["\u00a0", " "],
  ["\u202f", " "],
  ["\u2009", " "],
  ["'", "'"],
  ["\u2019", "'"],
]);

/** The characters that a group stands for. */
export const groupCharacters = (group: Group): string =>
  [...separatorOf.entries()].map(([char, kind]) => (kind === group ? char : "")).join("");

/**
 * Takes a number's text apart, in one pass and without backtracking; `null` for anything that is not a number.
 *
 *     [ '(' ] [ sign ] [ currency ] digits { separator digits } [ E exponent ] [ '-' ] [ '%' ] [ currency ] [ ')' ]
 *
 * with spaces between the parts, one sign at most (parentheses are one), one currency mark at most, before or after,
 * and `%` never beside a currency. The marks before the digits may stand in any order (`-€ 5`, `€ -5`, `$(5)`), so may
 * those after. Digits are 0–9 and nothing else; at most 30 of them.
 */
export function parseNumberText(cell: string): NumberText | null {
  const text = cell.trim();
  if (text.length > mostCharacters) return null;
  let at = 0;
  let signs = 0;
  let negative = false;
  let open = 0;
  let currency: string | null = null;
  let percent = false;

  for (; at < text.length && !startsDigits(text, at); at++) {
    const char = text.charAt(at);
    if (isSpace(char)) continue;
    if (char === "(" || isMinus(char) || char === "+") {
      if (signs++ > 0) return null;
      negative = char !== "+";
      if (char === "(") open = 1;
      continue;
    }
    const found = currencyAt(text, at);
    if (found === null || currency !== null) return null;
    currency = found.mark;
    at += found.length - 1;
  }

  const segments: string[] = [];
  const separators: Exclude<Group, "">[] = [];
  let digits = 0;
  for (;;) {
    const start = at;
    while (isDigit(text.charCodeAt(at))) {
      if (++digits > mostDigits) return null;
      at++;
    }
    segments.push(text.slice(start, at));
    const separator = separatorOf.get(text.charAt(at));
    if (separator === undefined || !isDigit(text.charCodeAt(at + 1))) break;
    separators.push(separator);
    at++;
  }
  if (digits === 0) return null;

  let exponent: number | null = null;
  // Some programs write three digits: `1.5E+003`.
  const power = /^[Ee]([+-]?0?[0-9]{1,2})(?![0-9])/.exec(text.slice(at, at + 6));
  if (power !== null) {
    exponent = Number(power[1]);
    at += power[0].length;
  }

  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (isSpace(char)) continue;
    if (char === ")") {
      if (open !== 1) return null;
      open = 0;
    } else if (isMinus(char)) {
      if (signs++ > 0) return null;
      negative = true;
    } else if (char === "%") {
      if (percent) return null;
      percent = true;
    } else {
      const found = currencyAt(text, at);
      if (found === null || currency !== null) return null;
      currency = found.mark;
      at += found.length - 1;
    }
  }
  if (open === 1 || (percent && currency !== null)) return null;
  return { negative, percent, currency, segments, separators, exponent };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isMinus = (char: string): boolean => char === "-" || char === "\u2212";
const isSpace = (char: string): boolean => separatorOf.get(char) === " ";

/** Digits begin here, or a bare decimal mark before them (`.5`, as Oracle writes). */
function startsDigits(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(code) || ((code === 46 || code === 44) && isDigit(text.charCodeAt(at + 1)));
}

/**
 * The number with this decimal mark, or `null` where it cannot be read so. At most one reading: the last separator is the
 * decimal mark if it is that character, all others group thousands, in one way, in threes, after 1–3 digits that do not
 * begin with 0. Numbers with an exponent are never grouped.
 */
export function readingOf({ segments, separators, exponent }: NumberText, decimal: Decimal): Reading | null {
  const pointed = separators.at(-1) === decimal;
  const groups = pointed ? segments.slice(0, -1) : segments;
  const fraction = pointed ? (segments.at(-1) as string) : "";
  const [head, ...rest] = groups as [string, ...string[]];
  if (rest.length === 0) return { group: "", whole: head, fraction };

  const group = separators[0] as Group;
  if (exponent !== null || group === decimal || head === "" || head.length > 3 || head.startsWith("0")) return null;
  for (const [i, digits] of rest.entries()) if (digits.length !== 3 || separators[i] !== group) return null;
  return { group, whole: groups.join(""), fraction };
}

/** The plain decimal (`1234.5`, no sign) of a reading, the exponent worked in; `null` above 30 digits. */
export function plainDecimal({ whole, fraction }: Reading, exponent: number | null): string | null {
  let [before, after] = [whole, fraction];
  if (exponent !== null && exponent > 0) {
    before += after.slice(0, exponent).padEnd(exponent, "0");
    after = after.slice(exponent);
  } else if (exponent !== null && exponent < 0) {
    const padded = before.padStart(1 - exponent, "0");
    after = padded.slice(exponent) + after;
    before = padded.slice(0, exponent);
  }
  before = before.replace(/^0+/, "");
  after = after.replace(/0+$/, "");
  if (before.length > mostDigits) return null;
  return (before === "" ? "0" : before) + (after === "" ? "" : `.${after}`);
}
