import { type BadValueKind, type Finding, findingOf, groupBy, type Spot } from "./finding.ts";
import { totalsLabels } from "./missed-joins.ts";
import type { BadLine, ExportsProfile, FileProfile, UnreadValue } from "./profile.ts";

/** What each file is, what of it cannot be read, and whether a totals row is among its rows. */
export const checkFiles = (profile: ExportsProfile): Finding[] => [
  ...profile.refused.map(({ file, problem, remedy, spots }) =>
    findingOf("error", { finding: "unreadable_file", problem, remedy }, 1, spots, file),
  ),
  ...profile.files.flatMap((file) => [
    ...badRows(file),
    ...unknownTypes(file),
    ...unreadValues(file.unread ?? []),
    ...looksLikeCosts(file),
    ...otherSheets(file),
    ...ignoredColumns(file),
    contents(file),
  ]),
  ...profile.files.flatMap((file) => totalsRows(file, labelSpots(profile, file))),
  ...profile.unused.map((file) => findingOf("warning", { finding: "files_not_used" }, 1, [{ file, line: null }])),
  ...(profile.days.length > 0 ? [] : [findingOf("warning", { finding: "no_sales_lines" }, 1, [])]),
];

const byColumn: Readonly<Record<string, BadValueKind>> = { date: "bad_date", score: "bad_score", type: "unknown_word" };

function kindOf({ column, isBlank }: BadLine): BadValueKind {
  if (column === null) return "broken_row";
  return isBlank ? "blank_value" : (byColumn[column] ?? "bad_number");
}

function badRows({ file, role, badRows: all }: FileProfile): Finding[] {
  const rows = all.filter(({ isTotals }) => !isTotals);
  const spots = (lines: readonly BadLine[]): Spot[] => lines.map(({ line }) => ({ file, line }));
  const isTwice = ({ column }: BadLine) => role === "customers" && column === "customer_id";
  const twice = rows.filter(isTwice);
  const groups = groupBy(
    rows.filter((row) => !isTwice(row)),
    (row) => `${kindOf(row)} ${row.column ?? ""}`,
  );
  return [
    ...[...groups.values()].map((lines) => {
      const first = lines[0] as BadLine;
      return findingOf(
        "error",
        { finding: kindOf(first), column: first.column, example: first.sentence },
        lines.length,
        spots(lines),
      );
    }),
    ...(twice.length === 0
      ? []
      : [
          findingOf(
            "error",
            { finding: "customer_listed_twice", ids: firstIds(twice.map(({ id }) => id)) },
            twice.length,
            spots(twice),
          ),
        ]),
  ];
}

/** The first few, each once. */
export const firstIds = (ids: Iterable<string>): string[] => [...new Set(ids)].slice(0, 3);

function unknownTypes({ unknownTypes: types = [] }: FileProfile): Finding[] {
  if (types.length === 0) return [];
  const spots = types.flatMap((entry) => entry.spots).sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const named = types.slice(0, 3).map(({ type, nearest }) => ({ type, nearest }));
  return [findingOf("warning", { finding: "unknown_event_type", types: named }, spots.length, spots)];
}

/** Cells that count as unknown, a finding for each file and column. */
export const unreadValues = (unread: readonly UnreadValue[]): Finding[] =>
  [...groupBy(unread, ({ spot, column }) => `${spot.file}\n${column}`).values()].map((group) => {
    const { column, value } = group[0] as UnreadValue;
    return findingOf(
      "warning",
      { finding: "unreadable_attribute", column, value },
      group.length,
      group.map(({ spot }) => spot),
    );
  });

const looksLikeCosts = ({ file, looksLikeCosts: doesSo = false }: FileProfile): Finding[] =>
  doesSo ? [findingOf("warning", { finding: "looks_like_costs" }, 1, [{ file, line: null }])] : [];

const otherSheets = ({ file, otherSheets: sheets = [] }: FileProfile): Finding[] =>
  sheets.length === 0
    ? []
    : [findingOf("warning", { finding: "sheets_not_read", sheets }, sheets.length, [{ file, line: null }])];

const ignoredColumns = ({ file, ignored }: FileProfile): Finding[] =>
  ignored.map((column) => findingOf("info", { finding: "ignored_columns", ...column }, 1, [{ file, line: null }]));

const contents = ({ file, role, rows, customers, first, last, amount }: FileProfile): Finding =>
  findingOf("info", { finding: "contents", role, customers, first, last, amount }, rows, [{ file, line: null }]);

/** Fewer rows than these may well add up to the last by chance. */
const leastSummedRows = 4;

/** A row that no command reads, a last amount that is the sum of all others, or an id that reads like a label. */
function totalsRows(profile: FileProfile, labels: readonly { readonly id: string; readonly spot: Spot }[]): Finding[] {
  const { file, badRows: bad, rows, amount, lastAmount, lastSpot } = profile;
  const unread = bad.filter(({ isTotals }) => isTotals);
  const isSum =
    rows >= leastSummedRows &&
    amount !== null &&
    lastAmount !== null &&
    lastAmount !== 0n &&
    amount === 2n * lastAmount;
  const onlyLabelled = labels.filter(({ spot }) => !isSum || spot.line !== lastSpot?.line);
  return [
    ...(unread.length === 0
      ? []
      : [
          findingOf(
            "error",
            { finding: "totals_row", because: "bad_row", label: null },
            unread.length,
            unread.map(({ line }) => ({ file, line })),
          ),
        ]),
    ...(isSum && lastSpot !== null
      ? [findingOf("error", { finding: "totals_row", because: "sum", label: null }, 1, [lastSpot])]
      : []),
    ...(onlyLabelled.length === 0
      ? []
      : [
          findingOf(
            "warning",
            { finding: "totals_row", because: "label", label: onlyLabelled[0]?.id ?? null },
            onlyLabelled.length,
            onlyLabelled.map(({ spot }) => spot),
          ),
        ]),
  ];
}

function labelSpots({ tables }: ExportsProfile, { file, role }: FileProfile) {
  const table = tables.find((entry) => entry.role === role);
  if (table === undefined || role === "nps" || role === "events") return [];
  const rowOf = new Map(table.ids.map(({ id, firstRow }) => [id, firstRow]));
  return totalsLabels(rowOf.keys())
    .map((id) => ({ id, spot: table.spotOf(rowOf.get(id) as number) }))
    .filter(({ spot }) => spot.file === file);
}
