import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultFormatOptions } from "../../src/output/format.ts";
import { writeTable } from "../../src/output/table.ts";
import { textWidth } from "../../src/output/text-width.ts";
import { everyKind, report, texts } from "./sample.ts";

describe("writeTable", () => {
  it("is for the eye: thousands apart, percent, figures to the right", async () =>
    expect(await writeTable(everyKind, defaultFormatOptions)).toBe(
      `customer_id  first_purchase   revenue  margin    nps  orders
───────────  ──────────────  ────────  ──────  ─────  ──────
C1           2026-01-31      1 234.56  73.8 %  14.60      12
C2                               0.00   0.0 %   0.00       0

`,
    ));

  it("puts the summary above", async () =>
    expect(
      await writeTable(
        {
          ...texts("Acme"),
          summaryLines: [
            { term: "as of", value: "2026-06-30" },
            { term: "revenue", value: "12 EUR\u202e" },
          ],
          summaryTable: [
            ["class", "customers"],
            ["A", "1"],
            ["B", "20"],
          ],
        },
        defaultFormatOptions,
      ),
    ).toBe(`as of    2026-06-30
revenue  12 EUR\\u202e

class  customers
─────  ─────────
A              1
B             20

customer_id  customer_name
───────────  ─────────────
          0  Acme
`));

  it("shows 40 rows and how many more there are", async () => {
    const table = await writeTable(texts(...Array.from({ length: 45 }, (_, i) => `name ${i}`)), defaultFormatOptions);
    expect(table).toContain("name 39\n… 5 more");
    expect(table).not.toContain("name 40");
  });

  it("of a table of time the last 40", async () => {
    const time = { ...texts(...Array.from({ length: 45 }, (_, i) => `name ${i}`)), keepsLast: true };
    const table = await writeTable(time, defaultFormatOptions);
    expect(table).toContain("name 44\n… 5 earlier");
    expect(table).toContain("name 5\n");
    expect(table).not.toContain("name 4\n");
    const all = await writeTable(time, { ...defaultFormatOptions, maxRows: Number.POSITIVE_INFINITY });
    expect(all).toContain("name 0\n");
  });

  it("shows all of many rows below one header", async () => {
    const table = await writeTable(texts(...Array.from({ length: 250 }, (_, i) => `name ${i}`)), {
      ...defaultFormatOptions,
      maxRows: Number.POSITIVE_INFINITY,
    });
    expect(table.split("\n")).toHaveLength(2 + 250 + 1);
    expect(table).toContain("        100  name 100\n");
  });

  it("shows the columns meant for a terminal", async () => {
    const columns = [
      { name: "shown", kind: "count" as const },
      { name: "hidden", kind: "count" as const, onTerminal: false },
    ];
    expect(await writeTable(report(columns, [[12_345, 2]]), defaultFormatOptions)).toBe(" shown\n──────\n12 345\n");
    expect(await writeTable(report(columns.slice(1), [[2]]), defaultFormatOptions)).toBe("");
  });

  it("does not group what may be a year", async () =>
    expect(
      await writeTable(report([{ name: "year", kind: "count" }], [[2026], [-12_345], [null]]), defaultFormatOptions),
    ).toBe("   year\n───────\n   2026\n-12 345\n\n"));

  it("a number is no share", async () =>
    expect(await writeTable(report([{ name: "hhi", kind: "number" }], [[45.1512]]), defaultFormatOptions)).toBe(
      "    hhi\n───────\n45.1512\n",
    ));

  it("names the columns that had no room", async () => {
    const table = await writeTable(everyKind, { ...defaultFormatOptions, width: 30 });
    expect(table).toContain("no room for: revenue, margin, nps, orders (--columns chooses)");
  });

  it("breaks headers, never rows", async () =>
    expect(
      await writeTable(
        report(
          [
            { name: "customer_name", kind: "text" },
            { name: "revenue_share", kind: "ratio" },
          ],
          [["A company with a long name", 0.5]],
        ),
        { ...defaultFormatOptions, width: 24 },
      ),
    ).toBe(
      `                revenue_
customer_name      share
──────────────  ────────
A company wit…    50.0 %
`,
    ));

  it("colours values with a tone, and only with colour on", async () => {
    const toned = report([{ name: "class", kind: "text", tones: new Map([["A", "good"]]) }], [["A"], ["B"]]);
    expect(await writeTable(toned, { ...defaultFormatOptions, colour: true })).toBe(
      "\u001b[1mclass\u001b[22m\n─────\n\u001b[32mA\u001b[39m\nB\n",
    );
    expect(await writeTable(toned, defaultFormatOptions)).toBe("class\n─────\nA\nB\n");
  });

  it("stays within its width and free of anything unseen, whatever the names", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary" })),
        fc.integer({ min: 26, max: 90 }),
        async (names, width) => {
          const table = await writeTable(texts(...names), { ...defaultFormatOptions, width });
          expect(table.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
          for (const line of table.split("\n"))
            if (!line.startsWith("…")) expect(textWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    ));
});
