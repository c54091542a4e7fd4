import { dateOfDay, type IsoDate, isoDate } from "../base/calendar.ts";
import { type Seen, type Sightings, Tally, together } from "./seen.ts";

/**
 * How the dates of one column are written. One column has one format, found over the whole file.
 *
 * - `iso`: year first, `2023-01-17`, `2023/1/17`
 * - `dmy`, `mdy`: `17.01.2023`, `17/1/23`, `17-01-2023`, in either order; years of two digits are 1969–2068
 * - `yyyymmdd`: eight digits
 * - `serial`: Excel's days since 1899-12-30, from 20000 (1954) to 80000 (2119); a fraction is the time of day
 *
 * All but `serial` may be followed by a time and a zone, which say nothing: the calendar date counts as it is written.
 */
export type DateFormat = "iso" | "dmy" | "mdy" | "yyyymmdd" | "serial";

/** A date taken apart; `year-last` does not say yet which of the first two is the day. */
type DateText =
  | { readonly shape: "year-first" | "compact"; readonly year: number; readonly month: number; readonly day: number }
  | {
      readonly shape: "year-last";
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly points: boolean;
    }
  | { readonly shape: "serial"; readonly days: number };

/** The day that the text stands for under the column's format; `null` where it is none, as 2023-02-29 or `i går`. */
export function readDate(text: string, format: DateFormat): IsoDate | null {
  const date = parseDateText(text);
  return date === null ? null : dayOf(date, format);
}

/** Whether the text is a date in any format. A bare number that could be Excel's is not enough. */
export function looksLikeDate(text: string): boolean {
  const date = parseDateText(text);
  return date !== null && date.shape !== "serial" && formats.some((format) => dayOf(date, format) !== null);
}

const formats: readonly DateFormat[] = ["iso", "dmy", "mdy", "yyyymmdd", "serial"];

function dayOf(date: DateText, format: DateFormat): IsoDate | null {
  switch (date.shape) {
    case "year-first":
      return format === "iso" ? isoDate(date.year, date.month, date.day) : null;
    case "compact":
      return format === "yyyymmdd" ? isoDate(date.year, date.month, date.day) : null;
    case "serial":
      return format === "serial" ? dateOfDay(date.days - serialOf1970) : null;
    case "year-last":
      if (format === "dmy") return isoDate(date.year, date.second, date.first);
      return format === "mdy" ? isoDate(date.year, date.first, date.second) : null;
  }
}

const serialOf1970 = 25_569;
const [firstSerial, lastSerial] = [20_000, 80_000];

/** More characters than a date, a time and a zone can take. */
const mostCharacters = 60;

const time =
  /^(?:T|,? +)([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]{1,9})?)?(?: ?[AaPp][Mm])?(?: ?(?:Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?))?$/;

function parseDateText(cell: string): DateText | null {
  const text = cell.trim();
  if (text.length > mostCharacters) return null;
  const one = digitsEnd(text, 0);
  const separator = text.charAt(one);

  if (one === 5) return serialText(text);
  if (one === 8) {
    if (!isTimeOrNothing(text, 8)) return null;
    return { shape: "compact", year: int(text, 0, 4), month: int(text, 4, 6), day: int(text, 6, 8) };
  }
  if (separator !== "-" && separator !== "/" && separator !== ".") return null;
  const two = digitsEnd(text, one + 1);
  if (text.charAt(two) !== separator) return null;
  const three = digitsEnd(text, two + 1);
  if (!isTimeOrNothing(text, three)) return null;

  const [secondLength, thirdLength] = [two - one - 1, three - two - 1];
  if (secondLength < 1 || secondLength > 2) return null;
  const [a, b, c] = [int(text, 0, one), int(text, one + 1, two), int(text, two + 1, three)];
  if (one === 4 && (thirdLength === 1 || thirdLength === 2)) return { shape: "year-first", year: a, month: b, day: c };
  if (one < 1 || one > 2 || (thirdLength !== 2 && thirdLength !== 4)) return null;
  // The POSIX pivot: 00–68 are the years 2000–2068, 69–99 are 1969–1999. Years of two digits always stand last.
  const year = thirdLength === 4 ? c : c <= 68 ? 2000 + c : 1900 + c;
  return { shape: "year-last", first: a, second: b, year, points: separator === "." };
}

function serialText(text: string): DateText | null {
  const mark = text.charAt(5);
  const whole = text.length === 5;
  if (!whole && ((mark !== "." && mark !== ",") || text.length === 6 || digitsEnd(text, 6) !== text.length))
    return null;
  const days = int(text, 0, 5);
  return days >= firstSerial && days <= lastSerial ? { shape: "serial", days } : null;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return at;
}

const int = (text: string, start: number, end: number): number => Number(text.slice(start, end));

function isTimeOrNothing(text: string, start: number): boolean {
  if (start === text.length) return true;
  const match = time.exec(text.slice(start));
  // 60 is a leap second.
  return match !== null && Number(match[1]) <= 23 && Number(match[2]) <= 59 && Number(match[3] ?? 0) <= 60;
}

/**
 * The format that a user names: `iso`, `dmy`, `mdy`, `ymd`, `yyyymmdd`, `serial`, or a pattern like `dd.mm.yyyy`, `d/m/y`,
 * `MM/DD/YYYY`; `null` for anything else. A pattern says the order only: the separators are read from the file.
 */
export function parseDateFormat(text: string): DateFormat | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === "yyyymmdd" || wanted === "serial" || wanted === "iso") return wanted;
  const pattern = /^(d{1,2}|m{1,2}|y{1,4})([-/.])(d{1,2}|m{1,2})\2(d{1,2}|y{1,4})$/.exec(wanted);
  const order = pattern === null ? wanted : [1, 3, 4].map((part) => pattern[part]?.charAt(0)).join("");
  return order === "ymd" ? "iso" : order === "dmy" || order === "mdy" ? order : null;
}

/** The format as people write it, for "a date as dd.mm.yyyy". */
export const dateFormatName = (format: DateFormat): string => nameOf[format];

const nameOf: Readonly<Record<DateFormat, string>> = {
  iso: "yyyy-mm-dd",
  dmy: "dd.mm.yyyy or dd/mm/yyyy",
  mdy: "mm/dd/yyyy",
  yyyymmdd: "yyyymmdd",
  serial: "Excel's day number, 45292 for 2024-01-01",
};

export type DateDecision =
  | {
      readonly kind: "format";
      readonly format: DateFormat;
      /** Why, for `inspect`: "17 in 17/01/2023 (line 2) cannot be a month". */
      readonly evidence: string;
      /** Whether a value (or the user) settles the format: false without dates, and where day and month are always equal. */
      readonly certain: boolean;
      readonly unreadable: Sightings;
    }
  /** Every value can be read as d/m and as m/d; the first three that differ. */
  | { readonly kind: "ambiguous"; readonly values: readonly Seen[] }
  /** Two values that no one format reads, and both in words. */
  | { readonly kind: "contradiction"; readonly first: Seen; readonly second: Seen; readonly evidence: string };

/** Values of one sort: the same shape, readable in the same orders. */
interface Sort {
  readonly shape: DateText["shape"] | "none";
  readonly dmy: boolean;
  readonly mdy: boolean;
  /** Whether both orders give the same day: 02/02/2023. */
  readonly same: boolean;
  readonly points: boolean;
  readonly tally: Tally;
}

const cacheLimit = 20_000;
const longestCached = 40;

/** One stray in a hundred does not change what a column is. */
const straysInHundred = 1;

/**
 * What the dates of one column can mean, gathered over the whole file.
 *
 * Values that no format reads (29 February of a common year, words) decide nothing. The column has the shape of its values:
 * year first, year last, eight digits, Excel's number. Values of another shape are unreadable if they are at most one in a
 * hundred, else a contradiction. Within year-last, one value that only fits day/month decides, one that only fits
 * month/day too, both are a contradiction however rare: then nobody knows what the others mean. Dates with points are day
 * first, as nobody in our six languages writes m.d.y; `--date-format mdy` reads them nevertheless. If nothing decides, the
 * column is ambiguous, unless day and month are equal in every row.
 *
 * Cost: one look-up a value for the first 20,000 different texts, one short scan for others.
 */
export class DateProfile {
  readonly #cache = new Map<string, Tally>();
  readonly #sorts = new Map<string, Sort>();

  /** Takes note of a cell that is not blank. */
  add(text: string, line: number): void {
    (this.#cache.get(text) ?? this.#judge(text)).add(text, line);
  }

  /** How many values were added. */
  get count(): number {
    return this.#all(() => true).count;
  }

  /** The column's format; `forced` is the user's `--date-format`. */
  decide(forced?: DateFormat): DateDecision {
    if (forced !== undefined) {
      return this.#format(forced, `--date-format ${forced}`, (sort) => !readsAs(sort, forced));
    }
    const shapes = (["year-first", "year-last", "compact", "serial"] as const)
      .map((shape) => ({ shape, seen: this.#all((sort) => isOf(sort, shape)) }))
      .filter(({ seen }) => seen.count > 0)
      .sort((a, b) => b.seen.count - a.seen.count);
    const [main, ...others] = shapes;
    if (main === undefined) return this.#format("iso", "no dates", () => true, false);
    const strays = together(others.map(({ seen }) => seen));
    const [usual] = main.seen.first;
    const [stray] = strays.first;
    if (
      usual !== undefined &&
      stray !== undefined &&
      strays.count * 100 > (main.seen.count + strays.count) * straysInHundred
    ) {
      const [first, second] = usual.line < stray.line ? [usual, stray] : [stray, usual];
      return { kind: "contradiction", first, second, evidence: `${at(first)} and ${at(second)} are not written alike` };
    }
    if (main.shape === "year-last") return this.#yearLast();
    const { format, says } = ofShape[main.shape];
    return this.#format(format, `${at(usual as Seen)} ${says}`, (sort) => !isOf(sort, main.shape));
  }

  #yearLast(): DateDecision {
    const sorted = (wanted: (sort: Sort) => boolean) =>
      this.#all((sort) => isOf(sort, "year-last") && wanted(sort)).first;
    const [dayFirst] = sorted((sort) => !sort.mdy);
    const [points] = sorted((sort) => sort.points);
    const [monthFirst] = sorted((sort) => !sort.dmy);
    const day = dayFirst ?? points;
    if (day !== undefined && monthFirst !== undefined) {
      const evidence = `${at(day)} is day first, ${at(monthFirst)} month first`;
      const [first, second] = day.line < monthFirst.line ? [day, monthFirst] : [monthFirst, day];
      return { kind: "contradiction", first, second, evidence };
    }
    const format = monthFirst === undefined ? "dmy" : "mdy";
    const unreadable = (sort: Sort) => !isOf(sort, "year-last");
    const deciding = dayFirst ?? monthFirst;
    if (deciding !== undefined) {
      return this.#format(format, `${largerPart(deciding.text)} in ${at(deciding)} cannot be a month`, unreadable);
    }
    if (points !== undefined)
      return this.#format("dmy", `${at(points)} has points, which are written day first`, unreadable);
    const differing = sorted((sort) => !sort.same);
    if (differing.length > 0) return { kind: "ambiguous", values: differing.slice(0, 3) };
    return this.#format("dmy", "day and month are equal in every row", unreadable, false);
  }

  #all(wanted: (sort: Sort) => boolean): Sightings {
    return together([...this.#sorts.values()].filter(wanted).map((sort) => sort.tally));
  }

  #format(format: DateFormat, evidence: string, unreadable: (sort: Sort) => boolean, certain = true): DateDecision {
    return { kind: "format", format, evidence, certain, unreadable: this.#all(unreadable) };
  }

  #judge(text: string): Tally {
    const date = parseDateText(text);
    let [shape, dmy, mdy, same, points]: [Sort["shape"], boolean, boolean, boolean, boolean] = [
      "none",
      false,
      false,
      false,
      false,
    ];
    if (date?.shape === "year-last") {
      const [day, month] = [dayOf(date, "dmy"), dayOf(date, "mdy")];
      dmy = day !== null;
      mdy = month !== null;
      same = day === month;
      points = date.points;
      if (dmy || mdy) shape = "year-last";
    } else if (date !== null && dayOf(date, ofShape[date.shape].format) !== null) {
      shape = date.shape;
    }

    const key = `${shape} ${dmy} ${mdy} ${same} ${points}`;
    const { tally } = this.#sorts.get(key) ?? { tally: new Tally() };
    if (tally.count === 0) this.#sorts.set(key, { shape, dmy, mdy, same, points, tally });
    if (this.#cache.size < cacheLimit && text.length <= longestCached) this.#cache.set(text, tally);
    return tally;
  }
}

const ofShape = {
  "year-first": { format: "iso", says: "has the year first" },
  compact: { format: "yyyymmdd", says: "has eight digits, the year first" },
  serial: { format: "serial", says: "is a day number of Excel" },
} as const;

/** Whether a value counts among those of a shape when the column decides: 03.25.2024 does not, points are day first. */
const isOf = (sort: Sort, shape: Sort["shape"]): boolean => sort.shape === shape && !(sort.points && !sort.dmy);

function readsAs(sort: Sort, format: DateFormat): boolean {
  if (sort.shape === "year-last") return (format === "dmy" && sort.dmy) || (format === "mdy" && sort.mdy);
  return sort.shape !== "none" && ofShape[sort.shape].format === format;
}

const at = ({ text, line }: Seen): string => `${text} (line ${line})`;

/** Of 01/17/2023: 17, the part that is no month. */
const largerPart = (text: string): string => {
  const [a = "", b = ""] = text.split(/[^0-9]/);
  return Number(a) > Number(b) ? a : b;
};
