// How DuckDB reads a regular file under an explicit plan: an expression for each column rule. What an expression does not
// take exactly as the careful reader would, it refuses, and the load fails as a whole. Nothing here comes from user text but
// the delimiter, one character, as a literal; the path is bound.
import type { DateFormat } from "../ingest/dates.ts";
import { groupCharacters } from "../ingest/number-text.ts";
import { plainNumberPattern } from "../ingest/numbers.ts";
import type { BulkPlan, ColumnRule, DiscountCell, NumberCell } from "../ingest/plan.ts";

/** The select that reads the plan's file, `$path`, into the given columns of a table. */
export function bulkSelect(plan: BulkPlan, columns: readonly string[], withHash: boolean): string {
  const values = columns.map((name) => `${expression(plan.rules[name] ?? absent, plan)} as ${name}`);
  if (withHash) values.push(`hash(${rawText(plan.fieldCount)}) as row_hash`);
  const fields = Array.from({ length: plan.fieldCount }, (_, i) => `'${field(i)}': 'varchar'`);
  return `select ${values.join(", ")} from read_csv($path, auto_detect = false, header = false, skip = ${plan.skipLines},
    delim = ${literal(plan.delimiter)}, quote = '"', escape = '"', new_line = ${plan.lineEnd === "\n" ? "'\\n'" : "'\\r\\n'"},
    strict_mode = true, null_padding = false, ignore_errors = false, columns = {${fields.join(", ")}})`;
}

const absent: ColumnRule = { kind: "constant", value: "" };
const field = (index: number): string => `f${index}`;

/** The record's fields joined by a character that no export holds; the careful reader joins the same way. */
const rawText = (count: number): string =>
  `concat_ws(chr(31), ${Array.from({ length: count }, (_, i) => `coalesce(${field(i)}, '')`).join(", ")})`;

function expression(rule: ColumnRule, plan: BulkPlan): string {
  switch (rule.kind) {
    case "id":
      return `nullif(${composed(trimmed(field(rule.index), plan), plan)}, '')`;
    case "text":
      return `nullif(${trimmed(field(rule.index), plan)}, '')`;
    case "constant":
      return rule.value === "" ? "null" : literal(rule.value);
    case "date":
      return dateExpression(trimmed(field(rule.index), plan), rule.format);
    case "money":
      return moneyExpression(rule.cell, rule.optional, plan);
    case "product":
      return productExpression(rule.quantity, rule.unitPrice, rule.discount, plan);
    case "less": {
      const profit = moneyExpression(rule.profit, true, plan);
      return `case when ${trimmed(field(rule.profit.index), plan)} <> '' then ${expression(rule.amount, plan)} - ${profit} end`;
    }
    case "word": {
      const text = `lower(${trimmed(field(rule.index), plan)})`;
      const words = rule.words.map(literal).join(", ");
      return `case when coalesce(${text}, '') = '' then ${literal(rule.blank)} when ${text} in (${words}) then ${text} else ${refuse} end`;
    }
    case "score": {
      const text = trimmed(field(rule.index), plan);
      return `case when coalesce(${text}, '') = '' then null when regexp_full_match(${text}, '[0-9]|10') then cast(${text} as tinyint) else ${refuse} end`;
    }
  }
}

/** Fails the load; the careful reader then finds the line and the words. */
const refuse = "error('not as planned')";

/** White space as JavaScript's `trim` knows it; a file of ASCII has only the first six. */
const blanks = ["\t", "\n", "\v", "\f", "\r", " "];
const unicodeBlanks = [
  0xa0,
  0x1680,
  0x2028,
  0x2029,
  0x202f,
  0x205f,
  0x3000,
  0xfeff,
  ...Array.from({ length: 11 }, (_, i) => 0x2000 + i),
];
const blankList = (hasUnicode: boolean): string =>
  [...blanks.map((blank) => blank.charCodeAt(0)), ...(hasUnicode ? unicodeBlanks : [])]
    .map((code) => `chr(${code})`)
    .join(" || ");

const trimmed = (text: string, { hasUnicode }: BulkPlan): string => `trim(${text}, ${blankList(hasUnicode)})`;
const composed = (text: string, { hasUnicode }: BulkPlan): string => (hasUnicode ? `nfc_normalize(${text})` : text);

const clock = "([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?Z?)?";

function dateExpression(text: string, format: DateFormat): string {
  switch (format) {
    case "iso":
      return checkedDate(text, `[0-9]{4}-[0-9]{2}-[0-9]{2}${clock}`, `try_cast(substr(${text}, 1, 10) as date)`);
    case "yyyymmdd":
      return checkedDate(text, "[0-9]{8}", `try_strptime(${text}, '%Y%m%d')`);
    case "dmy":
    case "mdy": {
      const shape = "[0-9]{1,2}([.][0-9]{1,2}[.]|/[0-9]{1,2}/|-[0-9]{1,2}-)[0-9]{4}";
      const order = format === "dmy" ? "%d-%m-%Y" : "%m-%d-%Y";
      return checkedDate(text, shape, `try_strptime(translate(${text}, './', '--'), '${order}')`);
    }
    case "serial":
      return `case when regexp_full_match(${text}, '[2-7][0-9]{4}') then date '1899-12-30' + cast(${text} as integer) else ${refuse} end`;
  }
}

const checkedDate = (text: string, shape: string, parsed: string): string =>
  `case when regexp_full_match(${text}, '${shape}') then coalesce(cast(case when ${parsed} >= date '1900-01-01' and ${parsed} < date '2200-01-01' then ${parsed} end as date), ${refuse}) else ${refuse} end`;

function moneyExpression(cell: NumberCell, optional: boolean, plan: BulkPlan): string {
  const text = trimmed(field(cell.index), plan);
  const blank = optional ? `when coalesce(${text}, '') = '' then null ` : "";
  // By way of 18 digits: casting text to 38 digits takes 15 times as long.
  return `case ${blank}when ${isPlain(text, cell)} then cast(cast(${plainDigits(text, cell)} as decimal(18, 4)) as decimal(38, 4)) else ${refuse} end`;
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
  const text = trimmed(field(cell.index), plan);
  return `case when ${isPlain(text, cell)} and length(${text}) <= 12 then cast(${plainDigits(text, cell)} as decimal(16, 4)) else ${refuse} end`;
}

function remainder(cell: DiscountCell, plan: BulkPlan): string {
  const text = trimmed(field(cell.index), plan);
  const value = `cast(${plainDigits(text, cell)} as decimal(16, 4))`;
  const [whole, scale] = cell.percent ? ["100", "6"] : ["1", "4"];
  const rest = cell.percent ? `cast((100 - ${value}) as decimal(9, 4)) * cast(0.01 as decimal(3, 2))` : `1 - ${value}`;
  return `case when coalesce(${text}, '') = '' then cast(1 as decimal(9, ${scale}))
    when ${isPlain(text, cell)} and length(${text}) <= 12 and ${value} between 0 and ${whole} then cast(${rest} as decimal(9, ${scale})) else ${refuse} end`;
}

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
