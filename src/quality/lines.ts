import type { Money } from "../base/money.ts";
import { quotient } from "../base/money.ts";
import { compare } from "../base/statistics.ts";
import { type Finding, findingOf, groupBy, type Spot } from "./finding.ts";
import type { ExportsProfile, FileProfile, OddLines, RepeatedRow, SuspectLines, TableProfile } from "./profile.ts";

/** Rows that are odd by themselves, repeated, or out of all proportion. */
export const checkLines = (profile: ExportsProfile): Finding[] => [
  ...profile.files.flatMap((file) => oddLines(file, profile)),
  ...profile.tables.flatMap((table) => [
    ...repeats(table, table.repeated, "duplicate_rows"),
    ...repeats(table, table.repeatedOrders, "duplicate_order_lines"),
    ...outliers(table),
  ]),
];

function oddLines({ role, rows, odd }: FileProfile, { period, asOfGiven }: ExportsProfile): Finding[] {
  const hasAmounts = role === "sales" || role === "costs";
  const found = (lines: OddLines | undefined, make: (lines: OddLines) => Finding): Finding[] =>
    lines === undefined || lines.count === 0 ? [] : [make(lines)];
  return [
    ...found(odd.unassigned, ({ count, amount, spots }) =>
      findingOf(
        "warning",
        { finding: "lines_without_customer", role, amount: hasAmounts ? amount : null },
        count,
        spots,
      ),
    ),
    // Without --as-of, sales after it are those far ahead of all others, which are a finding of their own.
    ...found(role === "sales" && !asOfGiven ? undefined : odd.after, ({ count, amount, spots }) =>
      findingOf(
        "warning",
        {
          finding: "rows_after_as_of",
          dateTo: (role === "costs" ? period?.costsTo : period?.asOf) ?? "",
          amount: hasAmounts ? amount : null,
        },
        count,
        spots,
      ),
    ),
    ...found(odd.negative, ({ count, amount, spots }) => {
      const mostly = 2 * count > rows;
      return findingOf(
        mostly ? "warning" : "info",
        { finding: "negative_amounts", role, amount, mostly },
        count,
        spots,
      );
    }),
    ...found(odd.zero, ({ count, spots }) => findingOf("info", { finding: "zero_amounts", role }, count, spots)),
    ...found(odd.blank, ({ count, spots }) => findingOf("info", { finding: "blank_scores" }, count, spots)),
  ];
}

/** A finding for each file in which the repetitions stand. */
function repeats(
  { spotOf }: TableProfile,
  rows: readonly RepeatedRow[],
  finding: "duplicate_rows" | "duplicate_order_lines",
): Finding[] {
  const spotted = rows.map((row) => ({ ...row, spot: spotOf(row.lastRow) }));
  return [...groupBy(spotted, ({ spot }) => spot.file).values()].map((group) => {
    const count = group.reduce((sum, row) => sum + row.repeats, 0);
    const repeatOf = spotOf(group[0]?.firstRow ?? 0);
    return findingOf(
      "warning",
      { finding, repeatOf },
      count,
      group.map(({ spot }) => spot),
    );
  });
}

/** A line is out of all proportion if it is more than so many times its customer's median line. */
export const outlierFactor = 100;

interface Outlier {
  readonly row: number;
  readonly size: Money;
  readonly customerId: string;
  readonly times: number;
}

function outliers({ suspects, spotOf }: TableProfile): Finding[] {
  const lines = suspects
    .flatMap(outliersOf)
    .sort((a, b) => a.row - b.row)
    .map((line) => ({ ...line, spot: spotOf(line.row) }));
  return [...groupBy(lines, ({ spot }) => spot.file).values()].map((group) => {
    const [first, ...others] = group as [Outlier & { spot: Spot }, ...(Outlier & { spot: Spot })[]];
    const worst = others.reduce((most, line) => (line.times > most.times ? line : most), first);
    const spots = [worst, ...group.filter((line) => line !== worst)].map(({ spot }) => spot);
    const { customerId, size, times } = worst;
    return findingOf("warning", { finding: "outlier_amounts", customerId, size, times }, group.length, spots);
  });
}

/** Compared exactly: twice the median is a whole number of units. */
function outliersOf({ customerId, lines }: SuspectLines): Outlier[] {
  const sizes = lines.map(({ size }) => size).sort(compare);
  const [below, above] = [sizes[(sizes.length - 1) >> 1], sizes[sizes.length >> 1]];
  if (below === undefined || above === undefined) return [];
  const medianTwice = below + above;
  return lines
    .filter(({ size }) => 2n * size > BigInt(outlierFactor) * medianTwice)
    .map(({ row, size }) => ({ row, size, customerId, times: quotient(2n * size, medianTwice) }));
}
