import { type Money, money } from "../base/money.ts";
import {
  type Decimal,
  type Group,
  groupCharacters,
  type NumberText,
  parseNumberText,
  plainDecimal,
  readingOf,
} from "./number-text.ts";
import { type Seen, type Sightings, Tally, together } from "./seen.ts";

/** How the numbers of one column are written. One column has one format, found over the whole file. */
export interface NumberFormat {
  readonly decimal: Decimal;
  readonly group: Group;
}

export interface ReadNumber {
  /** 1/10,000, finer digits rounded half away from zero. Of `12,5 %`: 125_000n, with `percent`. */
  readonly units: Money;
  readonly percent: boolean;
  /** ISO code, or `$`, `kr`, `¥`, which are several currencies (`currencyAgrees`). */
  readonly currency: string | null;
}

/** The number that the text stands for under the column's format, exactly; `null` where it is none. */
export function readNumber(
  text: string,
  format: NumberFormat,
  { allowPercent = false }: { readonly allowPercent?: boolean } = {},
): ReadNumber | null {
  const number = exactNumber(text, format, { allowPercent });
  const units = number === null ? null : money(number.decimal);
  return number === null || units === null ? null : { units, percent: number.percent, currency: number.currency };
}

export interface ExactNumber extends Omit<ReadNumber, "units"> {
  /** All digits, in our notation: `-1234.5`. */
  readonly decimal: string;
}

/** The same number with all its digits, for products: only what they come to is rounded. */
export function exactNumber(
  text: string,
  format: NumberFormat,
  { allowPercent = false }: { readonly allowPercent?: boolean } = {},
): ExactNumber | null {
  const number = parseNumberText(text);
  if (number === null || (number.percent && !allowPercent)) return null;
  const decimal = decimalOf(number, format);
  return decimal === null ? null : { decimal, percent: number.percent, currency: number.currency };
}

/** Whether the text is a number in any format, a percentage or an amount with its currency among them. */
export function looksLikeNumber(text: string): boolean {
  const number = parseNumberText(text);
  return number !== null && (readingOf(number, ".") ?? readingOf(number, ",")) !== null;
}

function decimalOf(number: NumberText, { decimal, group }: NumberFormat): string | null {
  const reading = readingOf(number, decimal);
  if (reading === null || (reading.group !== "" && reading.group !== group)) return null;
  const plain = plainDecimal(reading, number.exponent);
  return number.negative && plain !== null && plain !== "0" ? `-${plain}` : plain;
}

/**
 * The numbers of a format that a bulk reader may read by itself, as a regular expression for RE2: an optional minus, up to
 * 14 digits, grouped or not, and up to 4 decimals. What it matches, `readNumber` reads as the same number once
 * `groupCharacters` are taken out and the decimal mark is a point.
 */
export function plainNumberPattern({ decimal, group }: NumberFormat): string {
  const mark = decimal === "." ? "[.]" : ",";
  const grouped = `[1-9][0-9]{0,2}(?:[${groupCharacters(group)}][0-9]{3}){1,3}|[1-9][0-9]?(?:[${groupCharacters(group)}][0-9]{3}){4}`;
  return `^-?(?:[0-9]{1,14}${group === "" ? "" : `|${grouped}`})(?:${mark}[0-9]{1,4})?$`;
}

export type NumberDecision =
  | {
      readonly kind: "format";
      readonly format: NumberFormat;
      /** Why, for `inspect`: "12.50 in line 3 has two digits after the point". */
      readonly evidence: string;
      /** Values that the format cannot read, those grouped otherwise than the column among them. */
      readonly unreadable: Sightings;
      /** Whether a value (or the user) settles the decimal mark: false where all values are whole, and it is a mere default. */
      readonly certain: boolean;
      /** Whether a value exceeds 1: then a column of rates is in percent. */
      readonly aboveOne: boolean;
    }
  /** Every value with a separator looks like `1.234`; the first three of them. */
  | { readonly kind: "ambiguous"; readonly values: readonly Seen[] }
  /** The first value that has a decimal point for certain, the first that has a decimal comma, and both in words. */
  | { readonly kind: "contradiction"; readonly point: Seen; readonly comma: Seen; readonly evidence: string };

/** Values of one sort: how they are grouped if the decimal mark is a point, and if it is a comma (`null`: unreadable so). */
interface Sort {
  readonly "."?: Group | undefined;
  readonly ","?: Group | undefined;
  readonly tally: Tally;
}

interface Verdict {
  readonly tally: Tally;
  readonly currency: Tally | null;
}

const cacheLimit = 20_000;
const longestCached = 40;

/**
 * What the numbers of one column can mean, gathered over the whole file.
 *
 * Each value can be read with a decimal point, a decimal comma, both (`1.234`, and whole numbers) or neither. One value that
 * can be read only one way decides for the column; two that decide differently are a contradiction; if none decides and
 * some differ (`1.234`), the column is ambiguous. Grouping with spaces or apostrophes never decides between point and comma
 * for *other* values: `1 234` beside `1.234` is still ambiguous. The column's grouping is the one seen most; values grouped
 * otherwise are unreadable, like words.
 *
 * Cost: one look-up a value for the first 20,000 different texts, one short scan for others.
 */
export class NumberProfile {
  readonly #allowPercent: boolean;
  readonly #cache = new Map<string, Verdict>();
  readonly #sorts = new Map<string, Sort>();
  readonly #currencies = new Map<string, Tally>();
  readonly #aboveOne = { ".": false, ",": false };
  #percentSeen = false;

  /** `allowPercent`: whether `%` belongs in the column; otherwise such a value is unreadable. */
  constructor({ allowPercent = false }: { readonly allowPercent?: boolean } = {}) {
    this.#allowPercent = allowPercent;
  }

  /** Takes note of a cell that is not blank. */
  add(text: string, line: number): void {
    const verdict = this.#cache.get(text) ?? this.#judge(text);
    verdict.tally.add(text, line);
    verdict.currency?.add(text, line);
  }

  /** How many values were added. */
  get count(): number {
    return together([...this.#sorts.values()].map((sort) => sort.tally)).count;
  }

  /** Whether a value has a percent sign. */
  get percentSeen(): boolean {
    return this.#percentSeen;
  }

  /** The currency marks seen, each with its count and first cells. */
  get currencies(): ReadonlyMap<string, Sightings> {
    return this.#currencies;
  }

  /** The column's format; `forced` is the user's `--decimal`. */
  decide(forced?: Decimal): NumberDecision {
    if (forced !== undefined) return this.#format(forced, `--decimal ${forced}`, true);
    const sorts = [...this.#sorts.values()];
    const first = (wanted: (sort: Sort) => boolean) => together(sorts.filter(wanted).map((sort) => sort.tally)).first;
    const [point] = first((sort) => sort["."] !== undefined && sort[","] === undefined);
    const [comma] = first((sort) => sort[","] !== undefined && sort["."] === undefined);
    if (point !== undefined && comma !== undefined) {
      return { kind: "contradiction", point, comma, evidence: `${why(point, ".")}; ${why(comma, ",")}` };
    }
    if (point !== undefined) return this.#format(".", why(point, "."), true);
    if (comma !== undefined) return this.#format(",", why(comma, ","), true);
    const differing = first((sort) => sort["."] !== sort[","]);
    if (differing.length > 0) return { kind: "ambiguous", values: differing.slice(0, 3) };
    return this.#format(".", sorts.length === 0 ? "no values" : "no separators", false);
  }

  #format(decimal: Decimal, evidence: string, certain: boolean): NumberDecision {
    const sorts = [...this.#sorts.values()];
    const counts = new Map<Group, number>();
    for (const { [decimal]: group, tally } of sorts) {
      if (group !== undefined && group !== "") counts.set(group, (counts.get(group) ?? 0) + tally.count);
    }
    const [group = ""] = [...counts.keys()].sort((a, b) => (counts.get(b) as number) - (counts.get(a) as number));
    const unreadable = sorts.filter(({ [decimal]: own }) => own !== "" && (own === undefined || own !== group));
    return {
      kind: "format",
      format: { decimal, group },
      evidence,
      unreadable: together(unreadable.map((sort) => sort.tally)),
      certain,
      aboveOne: this.#aboveOne[decimal],
    };
  }

  #judge(text: string): Verdict {
    const parsed = parseNumberText(text);
    const number = parsed?.percent && !this.#allowPercent ? null : parsed;
    const point = number === null ? undefined : this.#reading(number, ".");
    const comma = number === null ? undefined : this.#reading(number, ",");
    const readable = number !== null && (point ?? comma) !== undefined;
    if (readable && number.percent) this.#percentSeen = true;

    const tally = within(this.#sorts, `${point} ${comma}`, () => ({
      ".": point,
      ",": comma,
      tally: new Tally(),
    })).tally;
    const currency = readable && number.currency !== null ? number.currency : null;
    const verdict = {
      tally,
      currency: currency === null ? null : within(this.#currencies, currency, () => new Tally()),
    };
    if (this.#cache.size < cacheLimit && text.length <= longestCached) this.#cache.set(text, verdict);
    return verdict;
  }

  #reading(number: NumberText, decimal: Decimal): Group | undefined {
    const reading = readingOf(number, decimal);
    if (reading === null) return undefined;
    // The digits matter for two questions only, and both are mostly settled.
    if (number.exponent === null && (this.#aboveOne[decimal] || number.negative)) return reading.group;
    const plain = plainDecimal(reading, number.exponent);
    if (plain === null) return undefined;
    if (!number.negative && plain !== "1" && !plain.startsWith("0")) this.#aboveOne[decimal] = true;
    return reading.group;
  }
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

const names = { ".": "point", ",": "comma", " ": "spaces", "'": "apostrophes" } as const;

/** Why a value that can be read with this decimal mark only can be read with no other. */
function why({ text, line }: Seen, decimal: Decimal): string {
  const { segments, separators, exponent } = parseNumberText(text) as NumberText;
  const mark = names[decimal];
  const other = names[decimal === "." ? "," : "."];
  const [whole = "", fraction = ""] = segments;
  const begin = `${text} in line ${line}`;
  if (separators.at(-1) !== decimal)
    return `${begin} has ${digitWord(separators.length)} ${other}s, so they group thousands`;
  if (separators.length > 1) {
    return separators[0] === "." || separators[0] === ","
      ? `${begin} has the ${mark} after the ${other}`
      : `${begin} groups with ${names[separators[0] as " " | "'"]}, so the ${mark} is the decimal mark`;
  }
  if (exponent !== null) return `${begin} has an exponent, so the ${mark} is the decimal mark`;
  if (fraction.length !== 3) return `${begin} has ${digits(fraction.length)} after the ${mark}`;
  if (whole.length > 3) return `${begin} has ${digits(whole.length)} before the ${mark}`;
  return `${begin} ${whole === "" ? `begins with the ${mark}` : "begins with 0"}`;
}

const digitWord = (count: number): string =>
  ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"][count] ?? String(count);
const digits = (count: number): string => `${digitWord(count)} ${count === 1 ? "digit" : "digits"}`;
