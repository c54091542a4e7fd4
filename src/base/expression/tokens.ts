import { faultAt, type Span, shown } from "./error.ts";
import { habitualDay, habitualNumber } from "./habits.ts";

export type Token = Span & {
  /** `word` may be a keyword, a column or a function; `quoted` is a column. */
  readonly is: "word" | "quoted" | "text" | "number" | "symbol" | "end";
  /** Words and symbols as written; of texts and quoted names what is inside; of numbers the digits. */
  readonly content: string;
};

/** Symbols that mean something, the longer first. */
const symbols = ["<=", ">=", "<>", "!=", "=", "<", ">", "+", "-", "*", "/", "(", ")", ","];

const percentMessage = "% stands only in the pattern of like; 30 % is written 0.30";

/** What people write from habit, with what to write here; the longer first. */
const foreign: readonly (readonly [text: string, message: string, instead?: string])[] = [
  ["--", "there are no comments; a double minus is written - (-x)"],
  ["/*", "there are no comments"],
  ["*/", "there are no comments"],
  ["::", "there are no casts; dates are written date '2026-09-30'"],
  ["==", "equal is written =", "="],
  ["&&", "both is written and", "and"],
  ["||", "either is written or", "or"],
  ["**", "there are no powers"],
  [";", "an expression is one condition and ends without ;"],
  ["%", percentMessage],
  ["!", "the opposite is written not", "not"],
  ["≤", "at most is written <=", "<="],
  ["≥", "at least is written >=", ">="],
  ["≠", "not equal is written <>", "<>"],
  ["−", "minus is written -", "-"],
  ["‘", "text stands between straight quotes: 'A'"],
  ["’", "text stands between straight quotes: 'A'"],
  ["“", "text stands between straight single quotes: 'A'"],
  ["”", "text stands between straight single quotes: 'A'"],
  ["`", 'a column with blanks in its name stands between double quotes: "my column"'],
  ["[", 'a column with blanks in its name stands between double quotes: "my column"'],
];

const blank = /\s+/uy;
const word = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
/** Taken greedily, so that 1e6 and 1_000 are refused as a whole. */
const numeric = /(?:\d|\.\d)[\p{L}\p{N}_.]*/uy;
const plainNumber = /^(?:\d+(?:\.\d+)?|\.\d+)$/;
const mostDigits = 30;

/** The text cut into tokens, an `end` last. Errors: a character or number that is none of ours, an open quote. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const skipped = matchAt(blank, text, at);
    if (skipped === null) {
      const token = tokenAt(text, at);
      tokens.push(token);
      at = token.to;
    } else at += skipped.length;
  }
  tokens.push({ is: "end", content: "", from: text.length, to: text.length });
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function tokenAt(text: string, from: number): Token {
  const found = matchAt(word, text, from);
  if (found !== null) return { is: "word", content: found, from, to: from + found.length };
  const digits = matchAt(numeric, text, from);
  if (digits !== null) return numberAt(text, from, digits);
  const start = text[from];
  if (start === "'" || start === '"') return quotedAt(text, from, start);
  const symbol = symbols.find((each) => text.startsWith(each, from)) ?? "";
  const [wrong = "", message = "", instead] = foreign.find(([each]) => text.startsWith(each, from)) ?? [];
  if (wrong.length > symbol.length) {
    const suggestions = instead === undefined ? [] : [instead];
    throw faultAt(text, { from, to: from + wrong.length }, message, { suggestions });
  }
  if (symbol !== "") return { is: "symbol", content: symbol, from, to: from + symbol.length };
  const character = String.fromCodePoint(text.codePointAt(from) as number);
  throw faultAt(text, { from, to: from + character.length }, `${character} means nothing here`);
}

function numberAt(text: string, from: number, digits: string): Token {
  const token: Token = { is: "number", content: digits, from, to: from + digits.length };
  const meant = habitualNumber(text, from);
  if (meant !== null && text[meant.to - 1] === "%")
    throw faultAt(text, { from, to: meant.to }, percentMessage, { suggestions: [meant.number] });
  if (!plainNumber.test(digits)) {
    const day = habitualDay(digits);
    const isWhole = meant !== null && meant.to >= token.to;
    const to = isWhole ? meant.to : token.to;
    throw faultAt(text, { from, to }, `${shown(digits)} is no number; numbers are written 1000000 or 0.25`, {
      suggestions: day !== null ? [`'${day}'`] : isWhole ? [meant.number] : [],
    });
  }
  if (digits.length > mostDigits) throw faultAt(text, token, `a number has at most ${mostDigits} digits`);
  return token;
}

/** Between quotes; a quote inside is written twice. */
function quotedAt(text: string, from: number, quote: "'" | '"'): Token {
  let content = "";
  let at = from + 1;
  for (;;) {
    const end = text.indexOf(quote, at);
    if (end < 0) throw faultAt(text, { from, to: text.length }, `the quote ${quote} is never closed`);
    content += text.slice(at, end);
    if (text[end + 1] !== quote) return { is: quote === "'" ? "text" : "quoted", content, from, to: end + 1 };
    content += quote;
    at = end + 2;
  }
}
