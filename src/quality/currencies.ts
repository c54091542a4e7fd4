import { type Finding, findingOf, type Spot } from "./finding.ts";
import type { ExportsProfile } from "./profile.ts";

interface Use {
  rows: number;
  readonly spots: Spot[];
}

/** The currencies that the rows of all files name: one is worth knowing, several must not be added up. */
export function checkCurrencies({ tables, costOfGoods }: ExportsProfile): Finding[] {
  const named = new Map<string, Use>();
  const blank: Use = { rows: 0, spots: [] };
  for (const { currencies, spotOf } of tables)
    for (const { currency, rows, firstRow } of currencies) {
      const code = currency?.toUpperCase();
      const use = code === undefined ? blank : (named.get(code) ?? { rows: 0, spots: [] });
      if (code !== undefined) named.set(code, use);
      use.rows += rows;
      use.spots.push(spotOf(firstRow));
    }
  return [...ofNamed(named, blank), ...costOfGoodsTwice(tables, costOfGoods)];
}

function ofNamed(named: ReadonlyMap<string, Use>, blank: Use): Finding[] {
  const rows = [...named.values()].reduce((sum, use) => sum + use.rows, 0);
  const [first] = named;
  if (first === undefined) return [];
  const [currency, { spots }] = first;
  const findings =
    named.size === 1
      ? [findingOf("info", { finding: "currency", currency }, rows, spots)]
      : [
          findingOf(
            "error",
            { finding: "several_currencies", rows: [...named].map(([code, use]) => [code, use.rows] as const) },
            named.size,
            [...named.values()].flatMap((use) => use.spots.slice(0, 1)),
          ),
        ];
  if (blank.rows > 0)
    findings.push(
      findingOf(
        "warning",
        { finding: "blank_currency", currency: named.size === 1 ? currency : "" },
        blank.rows,
        blank.spots,
      ),
    );
  return findings;
}

/** Cost of goods on the sales lines and in the costs files may be the same money twice. */
function costOfGoodsTwice(tables: ExportsProfile["tables"], { lines, rows }: ExportsProfile["costOfGoods"]): Finding[] {
  if (lines === 0 || rows === 0) return [];
  const spots = tables.flatMap(({ role, spotOf }) =>
    role !== "sales" && role !== "costs" ? [] : [{ file: spotOf(0).file, line: null }],
  );
  return [findingOf("warning", { finding: "cost_of_goods_twice", lines, rows }, rows, spots)];
}
