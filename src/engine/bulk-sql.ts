// How DuckDB reads a regular file under an explicit plan: an expression for each column rule. What an expression does not
// take exactly as the careful reader would, it refuses, and the load fails as a whole. Nothing here comes from user text but
// the delimiter, one character, as a literal; the path is bound.
import type { DateFormat } from "../ingest/dates.ts";
import { groupCharacters } from "../ingest/number-text.ts";
import { plainNumberPattern } from "../ingest/numbers.ts";
import type { BulkPlan, ColumnRule, DiscountCell, NumberCell } from "../ingest/plan.ts";

/** The select that reads the plan's file, `$path`, into the given columns of a table. */
export function bulkSelect(plan: BulkPlan, columns: readonly string[], withHash: boolean): string {
  // A hash is of the text as it stands, so the fields must come as text.
  const typed = withHash ? noTypes : typedFields(plan, columns);
  const values = columns.map((name) => {
    const rule = plan.rules[name] ?? absent;
    return `${typedExpression(rule, typed) ?? expression(rule, plan)} as ${name}`;
  });
  if (withHash) values.push(`hash(${rawText(plan.fieldCount)}) as row_hash`);
  const fields = Array.from(
    { length: plan.fieldCount },
    (_, i) => `'${field(i)}': '${typed.fields.get(i) ?? "varchar"}'`,
  );
  return `select ${values.join(", ")} from read_csv($path, auto_detect = false, header = false, skip = ${plan.skipLines},
    delim = ${literal(plan.delimiter)}, quote = '"', escape = '"',${lineEnd(plan)}
    strict_mode = true, null_padding = false, ignore_errors = false, ${typed.options} columns = {${fields.join(", ")}})`;
}

/** Fields that DuckDB's CSV reader converts by itself, at half the cost of text first, and the options that this takes. */
interface TypedFields {
  readonly fields: ReadonlyMap<number, string>;
  readonly options: string;
}

const noTypes: TypedFields = { fields: new Map(), options: "" };

/**
 * Plain decimals and dates of one spelling, where each field has one use and the file has none of the marks that DuckDB's
 * numbers may contain and ours may not. Every decimal must have the same mark: the option is the file's.
 */
function typedFields({ rules, texts, dateSpelling }: BulkPlan, columns: readonly string[]): TypedFields {
  if (texts.trickyMarks || texts.padded) return noTypes;
  const fields = new Map<number, string>();
  const marks = new Set<string>();
  for (const name of columns) {
    const rule = rules[name];
    if (rule?.kind === "date" && dateSpelling !== null) fields.set(rule.index, "date");
    if (rule?.kind === "money" && rule.cell.format.group === "" && !rule.cell.wholeOnly) {
      fields.set(rule.cell.index, "decimal(18, 4)");
      marks.add(rule.cell.format.decimal);
    }
  }
  // A quantity of its own may be a factor of the amount too, which is read from text.
  const isShared = columns.some(
    (name) => rules[name]?.kind === "less" || (rules[name]?.kind === "product" && columns.includes("quantity")),
  );
  if (marks.size > 1 || isShared) return noTypes;
  const [mark = "."] = marks;
  const date = dateSpelling === null ? "" : ` dateformat = '${dateSpelling}',`;
  return { fields, options: `${date} decimal_separator = '${mark}',` };
}

function typedExpression(rule: ColumnRule, { fields }: TypedFields): string | null {
  if (rule.kind === "date" && fields.has(rule.index)) {
    const day = field(rule.index);
    // Keeps out blanks, and 1900-01-01, for which DuckDB's CSV reader takes the words `infinity` and `epoch`.
    return `case when ${day} > date '1900-01-01' and ${day} < date '2200-01-01' then ${day} else ${refuse} end`;
  }
  if (rule.kind !== "money" || !fields.has(rule.cell.index)) return null;
  const amount = field(rule.cell.index);
  return rule.optional ? amount : `case when ${amount} is null then ${refuse} else ${amount} end`;
}

/** DuckDB 1.5 reads no rows at all where it is told `\\r\\n`, and the right ones where it is not. */
const lineEnd = (plan: BulkPlan): string => (plan.lineEnd === "\n" ? " new_line = '\\n'," : "");

const absent: ColumnRule = { kind: "constant", value: "" };
const field = (index: number): string => `f${index}`;

/** The record's fields joined by a character that no export holds; the careful reader joins the same way. */
const rawText = (count: number): string =>
  `concat_ws(chr(31), ${Array.from({ length: count }, (_, i) => `coalesce(${field(i)}, '')`).join(", ")})`;

function expression(rule: ColumnRule, plan: BulkPlan): string {
  switch (rule.kind) {
    case "id":
      return composed(filled(field(rule.index), plan), plan);
    case "text":
      return filled(field(rule.index), plan);
    case "currency":
      return rule.index === null ? "null" : filled(field(rule.index), plan);
    case "constant":
      return rule.value === "" ? "null" : literal(rule.value);
    case "date":
      return dateExpression(bare(field(rule.index), plan), rule.format);
    case "money":
      return moneyExpression(rule.cell, rule.optional, plan);
    case "product":
      return productExpression(rule.quantity, rule.unitPrice, rule.discount, plan);
    case "less": {
      const profit = moneyExpression(rule.profit, true, plan);
      return `case when ${bare(field(rule.profit.index), plan)} <> '' then ${expression(rule.amount, plan)} - ${profit} end`;
    }
    case "word": {
      const text = `lower(${trimmed(field(rule.index), plan)})`;
      const asWritten = rule.words.map((word) => `when ${field(rule.index)} = ${literal(word)} then ${literal(word)}`);
      const words = rule.words.map((word) => {
        const others = Object.keys(rule.also).filter((spelling) => rule.also[spelling] === word);
        return `when ${text} in (${[word, ...others].map(literal).join(", ")}) then ${literal(word)}`;
      });
      return `case ${asWritten.join(" ")} when coalesce(${text}, '') = '' then ${literal(rule.blank)} ${words.join(" ")} else ${refuse} end`;
    }
    case "score": {
      const text = trimmed(field(rule.index), plan);
      return `case when coalesce(${text}, '') = '' then null when regexp_full_match(${text}, '[0-9]|10') then cast(${text} as tinyint) else ${refuse} end`;
    }
  }
}

/** Fails the load; the careful reader then finds the line and the words. */
const refuse = "error('not as planned')";

/** White space as JavaScript's `trim` knows it. */
const allBlanks = [9, 10, 11, 12, 13, 32, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]
  .concat(Array.from({ length: 11 }, (_, i) => 0x2000 + i))
  .map((code) => `chr(${code})`)
  .join(" || ");

/**
 * A text without outer white space. Most texts have none, and looking at both ends first takes a tenth of the time: what sorts
 * before `!` is empty or begins with a space (or with what trimming leaves alone).
 */
const trimmed = (text: string, { texts: { otherBlanks } }: BulkPlan): string =>
  otherBlanks ? `trim(${text}, ${allBlanks})` : `case when ${isBlankAtEnds(text)} then trim(${text}) else ${text} end`;

/** The same, null where nothing is left. */
const filled = (text: string, plan: BulkPlan): string =>
  plan.texts.otherBlanks
    ? `nullif(${trimmed(text, plan)}, '')`
    : `case when ${isBlankAtEnds(text)} then nullif(trim(${text}), '') else ${text} end`;

const isBlankAtEnds = (text: string): string => `${text} < '!' or ${text} like '% '`;

/** The text of a number or date: where none is padded, blanks refuse the plan by not fitting the pattern. */
const bare = (text: string, plan: BulkPlan): string => (plan.texts.padded ? `(${trimmed(text, plan)})` : text);

const composed = (text: string, { texts: { unicode } }: BulkPlan): string =>
  unicode ? `nfc_normalize(${text})` : text;

const year = "(?:19|20|21)[0-9]{2}";
const clock = "(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,9})?)?Z?)?";

/** The pattern holds the year to 1900–2199; a day that no calendar has fails the cast, and so the load. */
function dateExpression(text: string, format: DateFormat): string {
  switch (format) {
    case "iso":
      return checked(text, `${year}-[0-9]{2}-[0-9]{2}${clock}`, `cast(substr(${text}, 1, 10) as date)`);
    case "yyyymmdd":
      return checked(text, `${year}[0-9]{4}`, `cast(strptime(${text}, '%Y%m%d') as date)`);
    case "dmy":
    case "mdy": {
      const shape = `[0-9]{1,2}(?:[.][0-9]{1,2}[.]|/[0-9]{1,2}/|-[0-9]{1,2}-)${year}`;
      const order = format === "dmy" ? "%d-%m-%Y" : "%m-%d-%Y";
      return checked(text, shape, `cast(strptime(translate(${text}, './', '--'), '${order}') as date)`);
    }
    case "serial":
      return checked(text, "[2-7][0-9]{4}", `date '1899-12-30' + cast(${text} as integer)`);
  }
}

const checked = (text: string, pattern: string, value: string): string =>
  `case when regexp_full_match(${text}, '${pattern}') then ${value} else ${refuse} end`;

function moneyExpression(cell: NumberCell, optional: boolean, plan: BulkPlan): string {
  const text = bare(field(cell.index), plan);
  const blank = optional ? `when coalesce(${text}, '') = '' then null ` : "";
  // 18 digits: casting text to 38 digits takes 15 times as long.
  return `case ${blank}when ${isPlain(text, cell)} then cast(${plainDigits(text, cell)} as decimal(18, 4)) else ${refuse} end`;
}

const isPlain = (text: string, cell: NumberCell): string => `regexp_full_match(${text}, ${literal(pattern(cell))})`;

/** The pattern without its anchors: `regexp_full_match` anchors by itself. */
function pattern({ format, wholeOnly }: NumberCell): string {
  return wholeOnly ? "-?[0-9]{1,14}" : plainNumberPattern(format).replace(/^\^|\$$/g, "");
}

function plainDigits(text: string, { format: { decimal, group } }: NumberCell): string {
  const ungrouped = group === "" ? text : `translate(${text}, ${literal(groupCharacters(group))}, '')`;
  return decimal === "." ? ungrouped : `replace(${ungrouped}, ',', '.')`;
}

function productExpression(
  quantity: NumberCell,
  unitPrice: NumberCell,
  discount: DiscountCell | null,
  plan: BulkPlan,
): string {
  const [q, p] = [factor(quantity, plan), factor(unitPrice, plan)];
  const rest = discount === null ? null : remainder(discount, plan);
  // Scales add up to 8 (12 with a discount) and are then cut to 4: DuckDB rounds half away from zero, as we do.
  const product = rest === null ? `(${q} * ${p})` : `(cast(${q} * ${p} as decimal(28, 8)) * ${rest})`;
  return `cast(${product} as decimal(38, 4))`;
}

/** Up to 10 digits before the point, so that no product overflows. */
function factor(cell: NumberCell, plan: BulkPlan): string {
  const text = bare(field(cell.index), plan);
  return `case when ${isPlain(text, cell)} and length(${text}) <= 12 then cast(${plainDigits(text, cell)} as decimal(16, 4)) else ${refuse} end`;
}

function remainder(cell: DiscountCell, plan: BulkPlan): string {
  const text = bare(field(cell.index), plan);
  const value = `cast(${plainDigits(text, cell)} as decimal(16, 4))`;
  const [whole, scale] = cell.percent ? ["100", "6"] : ["1", "4"];
  const rest = cell.percent ? `cast((100 - ${value}) as decimal(9, 4)) * cast(0.01 as decimal(3, 2))` : `1 - ${value}`;
  return `case when coalesce(${text}, '') = '' then cast(1 as decimal(9, ${scale}))
    when ${isPlain(text, cell)} and length(${text}) <= 12 and ${value} between 0 and ${whole} then cast(${rest} as decimal(9, ${scale})) else ${refuse} end`;
}

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
