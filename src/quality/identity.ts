import { firstIds, unreadValues } from "./files.ts";
import { type Finding, findingOf, groupBy, type Spot } from "./finding.ts";
import { differenceOf, findMissedJoins } from "./missed-joins.ts";
import type { ExportsProfile, IdUse, ListedCustomers, TableProfile } from "./profile.ts";

/** Ids that do not meet: customers under two ids, in one file and not in the other, or listed twice. */
export const checkIdentity = (profile: ExportsProfile): Finding[] => [
  ...missedJoins(profile),
  ...strangers(profile),
  ...(profile.listed === null ? [] : checkList(profile.listed)),
  ...profile.tables.flatMap(renamed),
];

/** Everywhere an id stands first, by file: sales, costs, answers, events, customers. */
function spotsById({ tables, listed }: ExportsProfile): Map<string, (() => Spot)[]> {
  const spots = new Map<string, (() => Spot)[]>();
  const add = (id: string, spot: () => Spot) => {
    const known = spots.get(id);
    if (known === undefined) spots.set(id, [spot]);
    else known.push(spot);
  };
  for (const { ids, spotOf } of tables) for (const { id, firstRow } of ids) add(id, () => spotOf(firstRow));
  for (const { id, spot } of listed?.cards ?? []) add(id, () => spot);
  return spots;
}

/** A finding for each difference, because each has its own cause. */
function missedJoins(profile: ExportsProfile): Finding[] {
  const spots = spotsById(profile);
  const groups = groupBy(findMissedJoins(spots.keys()), differenceOf);
  return [...groups.values()].map((joins) => {
    const ids = joins.flatMap((join) => join.ids);
    const first = joins[0]?.ids ?? [];
    return findingOf(
      "warning",
      { finding: "probable_missed_join", difference: differenceOf(joins[0] ?? { ids }), ids: first },
      joins.length,
      ids.slice(0, 3).map((id) => (spots.get(id)?.[0] as () => Spot)()),
    );
  });
}

/** Fewer ids than these may well have nothing in common. */
const leastComparedIds = 3;

/** Ids of one file that another does not know, and the other way. */
function strangers({ tables, listed }: ExportsProfile): Finding[] {
  const findings: Finding[] = [];
  const tableOf = (role: TableProfile["role"]) => tables.find((table) => table.role === role);
  const idsOf = (table: TableProfile | undefined) => new Set(table?.ids.map(({ id }) => id));
  const [sales, costs, nps, events] = [tableOf("sales"), tableOf("costs"), tableOf("nps"), tableOf("events")];
  const [inSales, inCosts, inNps] = [idsOf(sales), idsOf(costs), idsOf(nps)];

  if (listed !== null && listed.cards.length > 0) {
    const known = new Set(listed.cards.map(({ id }) => id));
    for (const table of tables)
      for (const [spots, ids] of byFile(table, (id) => !known.has(id)))
        findings.push(
          findingOf(
            "warning",
            { finding: "not_in_customers_file", ids: firstIds(ids), all: ids.length === table.ids.length },
            ids.length,
            spots,
          ),
        );
  }
  if (sales === undefined || sales.ids.length === 0) return findings;

  for (const table of [costs, nps]) {
    if (table === undefined) continue;
    const { role, ids } = table;
    if (ids.length >= leastComparedIds && inSales.size >= leastComparedIds && !ids.some(({ id }) => inSales.has(id)))
      findings.push(
        findingOf(
          "error",
          { finding: "no_ids_in_common", role, ids: firstIds(ids.map(({ id }) => id)), sales: firstIds(inSales) },
          ids.length,
          ids.slice(0, 3).map(({ firstRow }) => table.spotOf(firstRow)),
        ),
      );
    else
      for (const [spots, found] of byFile(table, (id) => !inSales.has(id)))
        findings.push(
          findingOf("warning", { finding: "without_sales", role, ids: firstIds(found) }, found.length, spots),
        );
  }
  if (events !== undefined) findings.push(...eventStrangers(events, tables, listed));
  const silent = (listed?.cards ?? []).filter(({ id }) => !inSales.has(id));
  for (const cards of groupBy(silent, ({ spot }) => spot.file).values())
    findings.push(
      findingOf(
        "info",
        { finding: "without_sales", role: "customers", ids: firstIds(cards.map(({ id }) => id)) },
        cards.length,
        cards.map(({ spot }) => spot),
      ),
    );
  for (const [finding, table, known] of [
    ["without_costs", costs, inCosts],
    ["without_answers", nps, inNps],
  ] as const) {
    if (table === undefined || table.ids.length === 0) continue;
    for (const [spots, ids] of byFile(sales, (id) => !known.has(id)))
      findings.push(findingOf("info", { finding, ids: firstIds(ids) }, ids.length, spots));
  }
  return findings;
}

/** Events may be of prospects, so that a sales line is not asked of them: only some other file that knows the id. */
function eventStrangers(
  events: TableProfile,
  tables: readonly TableProfile[],
  listed: ListedCustomers | null,
): Finding[] {
  const known = new Set([
    ...tables.filter((table) => table !== events).flatMap(({ ids }) => ids.map(({ id }) => id)),
    ...(listed?.cards ?? []).map(({ id }) => id),
  ]);
  return byFile(events, (id) => !known.has(id)).map(([spots, ids]) =>
    findingOf("warning", { finding: "without_sales", role: "events", ids: firstIds(ids) }, ids.length, spots),
  );
}

/** The ids of a table that are meant, with the first places of each, by the file in which they stand first. */
function byFile({ ids, spotOf }: TableProfile, isMeant: (id: string) => boolean): [Spot[], string[]][] {
  const meant = ids
    .filter(({ id }) => isMeant(id))
    .map((use): IdUse & { spot: Spot } => ({ ...use, spot: spotOf(use.firstRow) }));
  return [...groupBy(meant, ({ spot }) => spot.file).values()].map((uses) => [
    uses.map(({ spot }) => spot),
    uses.map(({ id }) => id),
  ]);
}

function checkList({ cards, repeated, withoutId, unread }: ListedCustomers): Finding[] {
  const findings: Finding[] = [];
  const again = [...groupBy(cards, ({ id }) => id).values()].flatMap((group) => group.slice(1));
  if (again.length > 0)
    findings.push(
      findingOf(
        "error",
        { finding: "customer_listed_twice", ids: firstIds(again.map(({ id }) => id)) },
        again.length,
        again.map(({ spot }) => spot),
      ),
    );
  for (const [finding, severity, spots] of [
    ["customer_without_id", "warning", withoutId],
    ["customer_repeated", "info", repeated],
  ] as const)
    for (const group of groupBy(spots, ({ file }) => file).values())
      findings.push(findingOf(severity, { finding }, group.length, group));
  findings.push(...unreadValues(unread));
  const named = cards.filter(({ name }) => name !== null);
  const namesakes = [...groupBy(named, ({ name }) => foldedName(name as string)).values()].filter(
    (group) => new Set(group.map(({ id }) => id)).size > 1,
  );
  const [first] = namesakes;
  if (first !== undefined)
    findings.push(
      findingOf(
        "info",
        { finding: "same_name", name: first[0]?.name ?? "", ids: firstIds(first.map(({ id }) => id)) },
        namesakes.length,
        namesakes.flat().map(({ spot }) => spot),
      ),
    );
  return findings;
}

const foldedName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.,]+/gu, " ")
    .trim();

function renamed({ ids, spotOf }: TableProfile): Finding[] {
  const uses = ids.filter((use) => use.renamed);
  if (uses.length === 0) return [];
  return [
    findingOf(
      "info",
      { finding: "customer_renamed", ids: firstIds(uses.map(({ id }) => id)) },
      uses.length,
      uses.slice(0, 3).map(({ firstRow }) => spotOf(firstRow)),
    ),
  ];
}
