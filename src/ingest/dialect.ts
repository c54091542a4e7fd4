import { type HeadRecord, headRecords } from "./records.ts";
import type { Separation } from "./separation.ts";

/** How a file is cut into records and fields, where its data starts, and why we think so. */
export interface Dialect extends Separation {
  /** A first line `sep=;`, as Excel writes it. */
  readonly hasSeparatorLine: boolean;
  /** Its bytes, the line end among them. */
  readonly separatorBytes: number;
  /** Lines above the header (or the data) that belong to neither: titles, metadata, blanks, the separator line. */
  readonly titleLines: number;
  /** The header's fields as they stand, `null` without one, and the line it starts on. */
  readonly header: readonly string[] | null;
  readonly headerLine: number | null;
  readonly firstDataLine: number;
  /** Fields of most records. */
  readonly fieldCount: number;
  /** Why: one sentence an entry, for `inspect`. */
  readonly evidence: {
    readonly delimiter: string;
    readonly quote: string;
    readonly header: string;
  };
}

/** What the user says, so that we need not find it. */
export interface DialectOptions {
  /** How the text is cut, where that is known for certain: for text of our own making. */
  readonly separation?: Separation | undefined;
  /** One character, or `whitespace`. */
  readonly delimiter?: string | undefined;
  readonly noHeader?: boolean | undefined;
  /** Of the given header candidates, how many fields a record names that the caller knows. */
  readonly knownHeaders?: ((fields: readonly string[]) => number) | undefined;
}

const delimiters = [",", ";", "\t", "|"];
/** Records looked at: enough to see the shape, few enough to try every dialect. */
const sampleRecords = 200;
const titleSearch = 40;
/** Characters of the head that are looked at, where nobody names the delimiter. */
const sampleLength = 1 << 16;

/**
 * Finds the dialect on the file's head (cut anywhere). The first best of equals wins, in the order `, ; tab |`. A comma with
 * a blank after every one is the delimiter `, `; a blank is one where the fields between blanks say so better than anything
 * else (quotes around fields that hold blanks, or three words and more in every record).
 */
export async function findDialect(head: string, options: DialectOptions): Promise<Dialect> {
  const separatorLine =
    options.separation !== undefined ? null : /^(["']?)sep=([^"'\\\p{L}\p{N}\r\n])\1\r?(?:\n|\r|$)/iu.exec(head);
  const body = separatorLine === null ? head : head.slice(separatorLine[0].length);
  const linesBefore = separatorLine === null ? 0 : 1;
  const told = options.delimiter ?? separatorLine?.[2];
  const { separation, records, why } = await (options.separation === undefined
    ? chooseSeparation(body, told, options.delimiter !== undefined)
    : certainSeparation(body, options.separation));
  const shape = placeHeader(records, options);
  const lineOf = (record: HeadRecord | undefined) => (record?.line ?? 1) + linesBefore;
  const firstData = records[shape.firstData];
  const header = shape.header === null ? null : records[shape.header];
  const last = header ?? records.at(-1);
  return {
    ...separation,
    hasSeparatorLine: separatorLine !== null,
    separatorBytes: separatorLine === null ? 0 : Buffer.byteLength(separatorLine[0]),
    titleLines: (header === null ? lineOf(firstData) : lineOf(header)) - 1,
    header: header?.fields ?? null,
    headerLine: header === null ? null : lineOf(header),
    firstDataLine: firstData === undefined ? lineOf(last) + linesOf(last) : lineOf(firstData),
    fieldCount: shape.fieldCount,
    evidence: { delimiter: why, quote: quoteEvidence(separation, head), header: shape.why },
  };
}

const linesOf = (record: HeadRecord | undefined): number =>
  record === undefined
    ? 0
    : 1 + record.fields.reduce((sum, field) => sum + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

const certainSeparation = async (text: string, separation: Separation) => ({
  separation,
  records: await headRecords(text, separation, sampleRecords),
  why: "",
});

async function chooseSeparation(text: string, told: string | undefined, byOption: boolean) {
  const sample = text.slice(0, sampleLength);
  if (told !== undefined) {
    const delimiter = told === "\\t" || told === "tab" ? "\t" : told;
    const separation = { delimiter, ...findQuoting(sample, delimiter) };
    const why = byOption ? "--delimiter" : "the sep= line says so";
    return { separation, records: await headRecords(text, separation, sampleRecords), why };
  }
  const tried: Trial[] = [];
  const attempt = async (delimiter: string): Promise<Trial> => {
    const separation = { delimiter, ...findQuoting(sample, delimiter) };
    const records = await headRecords(sample, separation, sampleRecords);
    return { separation, records, score: consistency(records) };
  };
  for (const delimiter of delimiters) if (sample.includes(delimiter)) tried.push(await attempt(delimiter));
  if (sample.includes(", ")) {
    const comma = tried.find(({ separation }) => separation.delimiter === ",") as Trial;
    if (isCommaBlank(sample, findQuoting(sample, ", "), comma.records)) {
      const commaBlank = await attempt(", ");
      // In place of the comma: where both say the same, the blank belongs to the delimiter.
      if (commaBlank.score >= comma.score * 0.9) tried[tried.indexOf(comma)] = commaBlank;
    }
  }
  const first = bestOf(tried);
  const blank = await tryBlanks(sample, attempt, first);
  const best = blank ?? first;
  if (best !== null) {
    const { fieldCount, share } = commonCount(best.records);
    if (best.separation.delimiter === "whitespace")
      return { ...best, why: `no delimiter, ${fieldCount} words in every record` };
    return {
      ...best,
      why: `${fieldCount} fields in ${Math.round(share * 100)} % of the first ${best.records.length} records`,
    };
  }
  const single = { delimiter: ",", ...findQuoting(sample, ",") };
  return {
    separation: single,
    records: await headRecords(sample, single, sampleRecords),
    why: "no delimiter: one column",
  };
}

/** A delimiter tried on the head. */
interface Trial {
  readonly separation: Separation;
  readonly records: readonly HeadRecord[];
  readonly score: number;
}

const bestOf = (trials: readonly Trial[]): Trial | null =>
  trials.reduce<Trial | null>((best, trial) => (trial.score > (best?.score ?? 0) ? trial : best), null);

type Quoting = Pick<Separation, "quote" | "escape">;

/** Whether a blank stands after every comma that delimits: unquoted fields say so themselves, quoted ones hide behind it. */
function isCommaBlank(sample: string, { quote }: Quoting, records: readonly HeadRecord[]): boolean {
  const behind = records.flatMap(({ fields }) => fields.slice(1));
  if (behind.length > 0 && behind.every((field) => field.startsWith(" "))) return true;
  return (
    quote !== null &&
    sample.includes(`, ${quote}`) &&
    !sample.includes(`,${quote}`) &&
    !/,[^\s,]*,/.test(withoutQuoted(sample, quote))
  );
}

const withoutQuoted = (text: string, quote: string): string =>
  text.replace(new RegExp(`${quote}[^${quote}\r\n]*${quote}`, "g"), "");

/** Blanks as delimiters, where they explain the head better than `other`. */
async function tryBlanks(
  sample: string,
  attempt: (delimiter: string) => Promise<Trial>,
  other: Trial | null,
): Promise<Trial | null> {
  if (!/[ \t]/.test(sample)) return null;
  const isConvincing = other !== null && commonCount(other.records).share >= 0.95 && other.records.length > 1;
  const quotedTexts = wrapped(sample, '"', " ").length + wrapped(sample, "'", " ").length;
  if (isConvincing && quotedTexts < other.records.length) return null;
  const single = await attempt(" ");
  const { fieldCount, share } = commonCount(single.records);
  const usesQuotes = single.records.some(({ fields }) => fields.some((field) => field.includes(" ")));
  if (share >= 0.9 && fieldCount >= (usesQuotes ? 2 : 3) && single.score > (other?.score ?? 0) && usesQuotes)
    return single;
  if (other !== null) return null;
  const words = await attempt("whitespace");
  const byWords = commonCount(words.records);
  if (byWords.fieldCount >= 3 && byWords.share === 1) return words;
  return fieldCount >= 3 && share === 1 ? single : null;
}

/**
 * How well a delimiter explains the records: many fields, alike from record to record, whose cells look like values.
 * Pattern and type score after van den Burg, Nazábal & Sutton, "Wrangling messy CSV files by detecting row and type
 * patterns" (2019).
 */
function consistency(records: readonly HeadRecord[]): number {
  const filled = records.filter(({ fields }) => fields.some((field) => field.trim() !== ""));
  const patterns = new Map<number, number>();
  let [cells, typed] = [0, 0];
  for (const { fields } of filled) {
    patterns.set(fields.length, (patterns.get(fields.length) ?? 0) + 1);
    for (const field of fields) {
      cells++;
      if (looksTyped.test(field.trim())) typed++;
    }
  }
  let pattern = 0;
  for (const [length, count] of patterns) pattern += (count * (length - 1)) / length;
  return cells === 0 ? 0 : (pattern / patterns.size) * Math.max(1e-3, typed / cells);
}

/** Empty, a number or date in any notation, or words without the punctuation that delimits fields (a comma before a blank does not). */
const looksTyped =
  /^(?:|[-+(]?[\p{Sc}]?\s?[\d\s.,'’]*\d\s?[)%\p{Sc}-]?|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T][\d:.Z+-]+)?|(?:[^,;\t|"]|, )*)$/u;

function commonCount(records: readonly HeadRecord[]): { fieldCount: number; share: number } {
  const counts = new Map<number, number>();
  const filled = records.filter(({ fields }) => fields.some((field) => field.trim() !== ""));
  for (const { fields } of filled) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  let [fieldCount, most] = [1, 0];
  for (const [length, count] of counts)
    if (count > most || (count === most && length > fieldCount)) [fieldCount, most] = [length, count];
  return { fieldCount, share: filled.length === 0 ? 0 : most / filled.length };
}

/**
 * The double quote, unless more fields are wrapped in single quotes (one that holds a delimiter, or three) than in double
 * ones; the quote escapes itself unless a backslash does so more often.
 */
function findQuoting(text: string, delimiter: string): Quoting {
  const single = wrapped(text, "'", delimiter);
  const isSingle =
    single.length >= 3 || single.some((field) => field.includes(delimiter) || /['\\]'/.test(field.slice(1, -1)));
  const quote = isSingle && single.length > wrapped(text, '"', delimiter).length ? "'" : '"';
  const backslashed = count(text, new RegExp(`[^\\\\]\\\\${quote}(?![,;\\t|\\r\\n]|$)`, "g"));
  const doubled = count(text, new RegExp(`[^,;\\t| \\r\\n\\\\${quote}]${quote}${quote}`, "g"));
  return { quote, escape: backslashed > doubled ? "\\" : quote };
}

/** Fields with this quote at either end. */
function wrapped(text: string, quote: string, delimiter: string): readonly string[] {
  if (!text.includes(quote)) return [];
  const edge = delimiter === "whitespace" ? "[ \\t]" : delimiter.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  const inside = `(?:[^${quote}\\r\\n]|${quote}${quote}|\\\\${quote})+`;
  return text.match(new RegExp(`(?<=^|${edge})${quote}${inside}${quote}(?=${edge}|\\r?$)`, "gm")) ?? [];
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const quoteEvidence = ({ quote, escape: before }: Separation, head: string): string => {
  if (quote === null || !head.includes(quote)) return "no quote in the head";
  return before === "\\" ? `a quote inside a field is written \\${quote}` : "fields that need it are quoted";
};

/** Which record is the header: the one that names known columns, else the first of the common length that reads like names. */
function placeHeader(records: readonly HeadRecord[], { noHeader = false, knownHeaders }: DialectOptions) {
  const { fieldCount } = commonCount(records);
  const isBlank = ({ fields }: HeadRecord) => fields.every((field) => field.trim() === "");
  const nextFilled = (from: number) => {
    const offset = records.slice(from).findIndex((record) => !isBlank(record));
    return offset < 0 ? records.length : from + offset;
  };
  const firstOfShape = records.findIndex((record) => !isBlank(record) && record.fields.length >= fieldCount);
  const first = firstOfShape < 0 ? nextFilled(0) : firstOfShape;
  if (noHeader) return { header: null, firstData: first, fieldCount, why: "--no-header" };
  const known = mostKnown(records, knownHeaders);
  if (known !== null)
    return {
      header: known.index,
      firstData: nextFilled(known.index + 1),
      fieldCount,
      why: `names ${known.count} known column${known.count === 1 ? "" : "s"}`,
    };
  const candidate = records[first];
  if (candidate === undefined) return { header: null, firstData: 0, fieldCount, why: "no record" };
  const below = records.slice(first + 1).filter((record) => !isBlank(record) && record.fields.length === fieldCount);
  if (knownHeaders === undefined && !readsLikeNames(candidate, below))
    return { header: null, firstData: first, fieldCount, why: "the first record looks like the records below it" };
  return {
    header: first,
    firstData: nextFilled(first + 1),
    fieldCount,
    why: fieldCount === 1 ? "the first record" : `the first record of ${fieldCount} fields`,
  };
}

function mostKnown(records: readonly HeadRecord[], knownHeaders: DialectOptions["knownHeaders"]) {
  let best: { index: number; count: number } | null = null;
  if (knownHeaders !== undefined)
    for (const [index, { fields }] of records.slice(0, titleSearch).entries()) {
      const count = knownHeaders(fields);
      if (count > 0 && count > (best?.count ?? 0)) best = { index, count };
    }
  return best;
}

const hasDigit = /\d/;
/** Names hold no numbers where the column below does; without any such column, names are filled and differ from each other. */
function readsLikeNames(candidate: HeadRecord, below: readonly HeadRecord[]): boolean {
  if (below.length === 0) return true;
  const numeric = candidate.fields.map(
    (_, i) => below.filter(({ fields }) => isValue(fields[i] ?? "")).length > below.length * 0.6,
  );
  if (numeric.some(Boolean)) return candidate.fields.every((field, i) => !numeric[i] || !isValue(field));
  const names = candidate.fields.map((field) => field.trim()).filter((field) => field !== "");
  return new Set(names).size === names.length && !names.some((name) => hasDigit.test(name) && name.length > 40);
}

/** A number or a date in some notation. */
const isValue = (text: string): boolean =>
  /^[-+(]?[\p{Sc}]?[\s\d.,:'’/T-]*\d[\s\d.,:'’/TZ-]*[)%\p{Sc}]?$/u.test(text.trim());
