import type { Separation } from "./separation.ts";

/** One way to read a record's text. */
export interface MendedRecord {
  readonly fields: string[];
  /** Quotes that had to be taken as text: 0 where the text is well-formed. */
  readonly strays: number;
}

/** One way to read a field that begins with a quote. `next` is where the delimiter after it (or the text) ends. */
interface FieldReading {
  readonly value: string;
  /** Index of the delimiter behind the field, or the text's length. */
  readonly end: number;
  readonly strays: number;
}

/** Lines with more fields that begin with a quote are read in the first way that fits, without weighing all. */
const mostWeighed = 400;

/**
 * Reads the text of one record (without its line end) whose quotes are not as they should be.
 *
 * A field that begins with a quote has up to three readings: quoted, up to the first quote with a delimiter (or the end)
 * behind it, whatever other quotes it holds; quoted, but closed by the second half of what looks like a doubled quote
 * (`"abc"",`); not quoted, its quotes being text. Among all combinations the one wins that gives the usual number of
 * fields and, then, takes the fewest quotes as text. `null` where no combination is possible: a line end outside quotes.
 */
export function mendRecord(text: string, separation: Separation, usual: number): MendedRecord | null {
  const nodes = new Map<number, Node>();
  const root = explore(text, separation, 0, nodes, { left: mostWeighed });
  let best: { count: number; strays: number; isUsual: boolean } | null = null;
  for (const [count, { strays }] of root.byCount) {
    const isUsual = count === usual;
    if (best === null || (isUsual && !best.isUsual) || (isUsual === best.isUsual && strays < best.strays))
      best = { count, strays, isUsual };
  }
  return best === null ? null : { fields: follow(root, best.count, nodes), strays: best.strays };
}

/** The record as it stands where its quotes are all as they should be, else `null`. */
export function wellFormed(text: string, separation: Separation): string[] | null {
  const record = firstReadings(text, 0, separation, 0);
  return record === null ? null : record.fields;
}

/** The fields from a place on, each in its likeliest reading; `null` where one has none or there are too many stray quotes. */
function firstReadings(
  text: string,
  from: number,
  separation: Separation,
  mostStrays = Number.POSITIVE_INFINITY,
): MendedRecord | null {
  const fields: string[] = [];
  let strays = 0;
  for (let at = from; ; ) {
    const reading = readingsAt(text, at, separation).next().value;
    strays += reading?.strays ?? 0;
    if (reading === undefined || strays > mostStrays) return null;
    fields.push(reading.value);
    if (reading.end === text.length) return { fields, strays };
    at = reading.end + separation.delimiter.length;
  }
}

/** What can follow from a place where a field starts: by number of fields up to the end, the way with the fewest strays. */
interface Node {
  readonly byCount: ReadonlyMap<number, Way>;
}

interface Way {
  readonly strays: number;
  /** The fields up to the next place with a choice, or to the end. */
  readonly values: readonly string[];
  /** That place, `null` at the end. */
  readonly next: number | null;
}

function explore(
  text: string,
  separation: Separation,
  from: number,
  nodes: Map<number, Node>,
  budget: { left: number },
): Node {
  const known = nodes.get(from);
  if (known !== undefined) return known;
  const plain: string[] = [];
  let at = from;
  while (text.charAt(at) !== separation.quote) {
    const reading = plainReading(text, at, separation);
    if (reading === null) return remember(nodes, from, new Map());
    plain.push(reading.value);
    if (reading.end === text.length)
      return remember(nodes, from, new Map([[plain.length, { strays: 0, values: plain, next: null }]]));
    at = reading.end + separation.delimiter.length;
  }
  const byCount = new Map<number, Way>();
  const keep = (count: number, way: Way) => {
    const other = byCount.get(count);
    if (other === undefined || way.strays < other.strays) byCount.set(count, way);
  };
  if (budget.left-- <= 0) {
    const rest = firstReadings(text, at, separation);
    if (rest !== null)
      keep(plain.length + rest.fields.length, { ...rest, values: [...plain, ...rest.fields], next: null });
    return remember(nodes, from, byCount);
  }
  for (const { value, end, strays } of readingsAt(text, at, separation)) {
    const values = [...plain, value];
    if (end === text.length) keep(values.length, { strays, values, next: null });
    else {
      const next = end + separation.delimiter.length;
      for (const [count, way] of explore(text, separation, next, nodes, budget).byCount)
        keep(values.length + count, { strays: strays + way.strays, values, next });
    }
  }
  return remember(nodes, from, byCount);
}

function remember(nodes: Map<number, Node>, from: number, byCount: ReadonlyMap<number, Way>): Node {
  const node = { byCount };
  nodes.set(from, node);
  return node;
}

function follow(root: Node, count: number, nodes: ReadonlyMap<number, Node>): string[] {
  const fields: string[] = [];
  let node: Node | undefined = root;
  for (let left = count; node !== undefined; ) {
    const way: Way = node.byCount.get(left) as Way;
    fields.push(...way.values);
    left -= way.values.length;
    node = way.next === null ? undefined : nodes.get(way.next);
  }
  return fields;
}

/** The readings of the field that starts at `at`, the likeliest first. */
function* readingsAt(text: string, at: number, separation: Separation): Generator<FieldReading, undefined> {
  if (separation.quote !== null && text.charAt(at) === separation.quote) yield* quotedReadings(text, at, separation);
  const plain = plainReading(text, at, separation);
  if (plain !== null) yield plain;
}

function* quotedReadings(text: string, at: number, separation: Separation): Generator<FieldReading, undefined> {
  const { delimiter } = separation;
  const quote = separation.quote as string;
  const isBackslash = separation.escape === "\\";
  const isEnd = (i: number) => i === text.length || text.startsWith(delimiter, i);
  let strays = 0;
  let doubled: FieldReading | null = null;
  for (let i = at + 1; i < text.length; i++) {
    const char = text.charAt(i);
    if (isBackslash && char === "\\") i++;
    else if (char === quote) {
      const isPair = !isBackslash && text.charAt(i + 1) === quote;
      if (!isPair && isEnd(i + 1)) {
        yield { value: unescaped(text.slice(at + 1, i), quote, isBackslash), end: i + 1, strays };
        break;
      }
      if (!isPair) strays++;
      else {
        if (isEnd(i + 2))
          doubled ??= {
            value: unescaped(text.slice(at + 1, i + 1), quote, isBackslash),
            end: i + 2,
            strays: strays + 1,
          };
        i++;
      }
    }
  }
  if (doubled !== null) yield doubled;
}

/** A backslash escapes the quote and itself, and is text before anything else. */
const unescaped = (text: string, quote: string, isBackslash: boolean): string =>
  isBackslash
    ? text.replace(/\\(["'\\])/g, (whole, char: string) => (char === quote || char === "\\" ? char : whole))
    : text.replaceAll(quote + quote, quote);

/** Up to the next delimiter; `null` where a line end comes first. */
function plainReading(text: string, at: number, { delimiter, quote }: Separation): FieldReading | null {
  const found = text.indexOf(delimiter, at);
  const end = found < 0 ? text.length : found;
  const value = text.slice(at, end);
  if (/[\r\n]/.test(value)) return null;
  const strays = quote !== null && value.startsWith(quote) ? value.split(quote).length - 1 : 0;
  return { value, end, strays };
}
