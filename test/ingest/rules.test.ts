import { describe, expect, it } from "vitest";
import type { ColumnFormats } from "../../src/ingest/read-options.ts";
import { columnRules, typedColumns } from "../../src/ingest/rules.ts";

const mapping = (...names: string[]) => new Map(names.map((name, i) => [name, i]));

const number = { format: { decimal: ".", group: "" }, wholeOnly: false, percent: true } as const;

const formats = (...names: string[]): ColumnFormats => ({
  numbers: new Map(names.map((name) => [name, number])),
  dates: new Map([["date", { format: "iso", certain: true }]]),
  evidence: new Map(),
  marks: new Set(),
});

const kinds = (rules: Readonly<Record<string, { readonly kind: string }>>) =>
  Object.fromEntries(Object.entries(rules).map(([name, { kind }]) => [name, kind]));

describe("typedColumns", () => {
  it.each([
    [
      "sales",
      ["customer_id", "date", "amount", "quantity", "unit_price", "discount", "cost", "profit"],
      "date amount cost",
    ],
    [
      "sales",
      ["customer_id", "date", "quantity", "unit_price", "discount", "profit"],
      "date quantity unit_price profit discount",
    ],
    ["sales", ["customer_id", "date", "amount"], "date amount"],
    ["costs", ["customer_id", "date", "amount", "type"], "date amount"],
    ["nps", ["customer_id", "date", "score"], "date"],
  ] as const)("of %s with %j", (role, names, typed) =>
    expect(
      typedColumns(role, mapping(...names))
        .map(({ column }) => column)
        .join(" "),
    ).toBe(typed));

  it("a quantity beside an amount only where somebody asks for it", () => {
    const columns = (asked: string[], ...names: string[]) =>
      typedColumns("sales", mapping("customer_id", "date", ...names), asked).map(({ column }) => column);
    expect(columns(["quantity"], "amount", "quantity")).toEqual(["date", "amount", "quantity"]);
    expect(columns(["amount"], "amount", "quantity")).toEqual(["date", "amount"]);
    expect(columns(["quantity"], "amount")).toEqual(["date", "amount"]);
    expect(columns(["quantity"], "quantity", "unit_price")).toEqual(["date", "quantity", "unit_price"]);
  });
});

describe("columnRules", () => {
  it("read sales with what the file has", () => {
    const rules = columnRules(
      "sales",
      mapping("customer_id", "date", "amount", "cost", "profit", "product"),
      formats("amount", "cost", "profit"),
    );
    expect(kinds(rules)).toEqual({
      customer_id: "id",
      sale_date: "date",
      amount: "money",
      line_cost: "money",
      product: "text",
      currency: "currency",
    });
    expect(rules.currency).toMatchObject({ index: null, amounts: [{ column: "amount" }, { column: "cost" }] });
    expect(rules.line_cost).toMatchObject({ optional: true, cell: { column: "cost" } });
  });

  it("work out the amount and the cost where they must", () => {
    const rules = columnRules(
      "sales",
      mapping("customer_id", "date", "quantity", "unit_price", "discount", "profit"),
      formats("quantity", "unit_price", "discount", "profit"),
    );
    expect(rules.amount).toMatchObject({ kind: "product", discount: { column: "discount", percent: true } });
    expect(rules.line_cost).toMatchObject({ kind: "less", amount: { kind: "product" }, profit: { column: "profit" } });
  });

  it("multiply without a discount where there is none", () => {
    const rules = columnRules("sales", mapping("quantity", "unit_price"), formats("quantity", "unit_price"));
    expect(rules.amount).toMatchObject({ kind: "product", discount: null });
    expect(columnRules("sales", mapping("quantity"), formats("quantity")).amount).toBeUndefined();
  });

  it("read costs, of the default type where the file names none", () => {
    expect(columnRules("costs", mapping("customer_id", "date", "amount"), formats("amount")).cost_type).toEqual({
      kind: "constant",
      value: "cost_to_serve",
    });
    expect(
      columnRules("costs", mapping("customer_id", "date", "amount", "type"), formats("amount")).cost_type,
    ).toMatchObject({
      kind: "word",
      index: 3,
      blank: "cost_to_serve",
      words: ["cost_to_serve", "cogs", "acquisition"],
    });
  });

  it("read answers", () => {
    const texts = ["respondent", "role", "seniority", "department", "region"];
    expect(kinds(columnRules("nps", mapping("customer_id", "date", "score", ...texts, "comment"), formats()))).toEqual({
      customer_id: "id",
      answer_date: "date",
      score: "score",
      ...Object.fromEntries(texts.map((name) => [name, "text"])),
    });
  });
});
