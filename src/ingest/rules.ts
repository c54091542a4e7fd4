import type { Role } from "./columns.ts";
import { costTypeOf, costTypes } from "./cost-types.ts";
import type { ColumnRule, DiscountCell, NumberCell } from "./plan.ts";
import type { TypedColumn } from "./profile.ts";
import type { ColumnFormats } from "./read-options.ts";

/** Canonical column → position in the record. */
export type Mapping = ReadonlyMap<string, number>;

/** The roles whose rows go to an engine's table; customers and events are read row by row. */
export type TableRole = Extract<Role, "sales" | "costs" | "nps">;

/**
 * The mapped columns that the table's rules read and whose notation must be found first. `asked`: the columns of the table that
 * a run wants. A quantity beside an amount is read only then: an export may well be odd where nobody looks.
 */
export function typedColumns(role: TableRole, mapping: Mapping, asked: readonly string[] = []): TypedColumn[] {
  const byKind: Record<TypedColumn["kind"], readonly string[]> =
    role === "nps"
      ? { date: ["date"], number: [], percent: [] }
      : role === "costs"
        ? { date: ["date"], number: ["amount"], percent: [] }
        : {
            date: ["date"],
            number: [
              ...(mapping.has("amount") ? ["amount"] : ["quantity", "unit_price"]),
              ...(mapping.has("amount") && asked.includes("quantity") ? ["quantity"] : []),
              mapping.has("cost") ? "cost" : "profit",
            ],
            percent: mapping.has("amount") ? [] : ["discount"],
          };
  return (Object.entries(byKind) as [TypedColumn["kind"], readonly string[]][]).flatMap(([kind, columns]) =>
    columns.flatMap((column) => {
      const index = mapping.get(column);
      return index === undefined ? [] : [{ column, index, kind }];
    }),
  );
}

/** How each column of the role's table is read; a column that the file does not have has no rule. */
export function columnRules(role: TableRole, mapping: Mapping, formats: ColumnFormats): Record<string, ColumnRule> {
  const rules: Record<string, ColumnRule> = {};
  const at = (column: string) => mapping.get(column);
  const set = (name: string, rule: ColumnRule | null) => {
    if (rule !== null) rules[name] = rule;
  };
  const text = (name: string, column = name) => {
    const index = at(column);
    set(name, index === undefined ? null : { kind: "text", index });
  };
  const number = (column: string): NumberCell | null => {
    const [index, found] = [at(column), formats.numbers.get(column)];
    return index === undefined || found === undefined
      ? null
      : { index, column, format: found.format, wholeOnly: found.wholeOnly };
  };
  const date = (name: string) => {
    const [index, found] = [at("date"), formats.dates.get("date")];
    if (index !== undefined && found !== undefined)
      set(name, { kind: "date", index, column: "date", format: found.format });
  };
  const id = at("customer_id");
  if (id !== undefined) set("customer_id", { kind: "id", index: id });

  if (role === "nps") {
    date("answer_date");
    const score = at("score");
    if (score !== undefined) set("score", { kind: "score", index: score });
    for (const name of answerTexts) text(name);
    return rules;
  }
  const amounts = [number("amount") ?? [number("quantity"), number("unit_price")], number("cost") ?? number("profit")];
  set("currency", {
    kind: "currency",
    index: at("currency") ?? null,
    amounts: amounts.flat().filter((cell) => cell !== null),
  });
  if (role === "costs") {
    date("cost_date");
    const amount = number("amount");
    if (amount !== null) set("amount", { kind: "money", cell: amount, optional: false });
    const type = at("type");
    set(
      "cost_type",
      type === undefined
        ? { kind: "constant", value: costTypes[0] }
        : { kind: "word", index: type, column: "type", words: costTypes, also: costTypeOf, blank: costTypes[0] },
    );
    return rules;
  }
  date("sale_date");
  const amount = amountRule(number, formats);
  set("amount", amount);
  const [cost, profit] = [number("cost"), number("profit")];
  if (cost !== null) set("line_cost", { kind: "money", cell: cost, optional: true });
  else if (profit !== null && amount !== null) set("line_cost", { kind: "less", amount, profit });
  const quantity = number("quantity");
  if (quantity !== null) set("quantity", { kind: "money", cell: quantity, optional: true });
  for (const name of salesTexts) text(name);
  return rules;
}

const answerTexts = ["respondent", "role", "seniority", "department", "region"];

const salesTexts = [
  "order_id",
  "customer_name",
  "product",
  "category",
  "segment",
  "industry",
  "region",
  "country",
  "department",
  "salesperson",
  "status",
];

function amountRule(number: (column: string) => NumberCell | null, formats: ColumnFormats): ColumnRule | null {
  const amount = number("amount");
  if (amount !== null) return { kind: "money", cell: amount, optional: false };
  const [quantity, unitPrice, discount] = [number("quantity"), number("unit_price"), number("discount")];
  if (quantity === null || unitPrice === null) return null;
  const percent = formats.numbers.get("discount")?.percent ?? false;
  const discountCell: DiscountCell | null = discount === null ? null : { ...discount, percent };
  return { kind: "product", quantity, unitPrice, discount: discountCell };
}
