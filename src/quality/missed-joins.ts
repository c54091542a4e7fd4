import { compareCodePoints } from "../base/statistics.ts";
import { isTotalsLabel } from "../base/totals.ts";

/** Ids of several customers that a person would take for one. */
export interface MissedJoin {
  readonly ids: readonly string[];
}

/**
 * Ids that differ only in case, leading zeros, inner white space, compatibility forms (NFKC) or a decimal `.0`, as `18` and
 * `018`: two customers to us, one to whoever typed them. Sorted by code point. Cost: O(n).
 */
export function findMissedJoins(ids: Iterable<string>): MissedJoin[] {
  const groups = new Map<string, string | Set<string>>();
  for (const id of ids) {
    const key = looseKey(id);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, id);
    else if (typeof known === "string") {
      if (known !== id) groups.set(key, new Set([known, id]));
    } else known.add(id);
  }
  return [...groups.values()]
    .filter((group): group is Set<string> => typeof group !== "string")
    .map((group) => ({ ids: [...group].sort(compareCodePoints) }))
    .sort((a, b) => compareCodePoints(a.ids[0] as string, b.ids[0] as string));
}

const plain = /^[A-Za-z1-9][A-Za-z0-9-]*$/;

function looseKey(id: string): string {
  if (plain.test(id)) return id.toLowerCase();
  const loose = id
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/gu, "")
    .replace(/^0+(?=.)/, "")
    .replace(/^(\d+)\.0+$/, "$1");
  return loose === "" ? id : loose;
}

/** Ids that are the label of a totals row rather than a customer. */
export const totalsLabels = (ids: Iterable<string>): string[] => [...ids].filter(isTotalsLabel);

/** What sets ids apart that a person would take for one. */
export type IdDifference = "leading_zeros" | "case" | "white_space" | "decimals" | "spelling";

const differences: readonly (readonly [IdDifference, (id: string) => string])[] = [
  ["leading_zeros", (id) => id.replace(/^0+(?=.)/, "")],
  ["case", (id) => id.toLowerCase()],
  ["white_space", (id) => id.replace(/\s+/gu, "")],
  ["decimals", (id) => id.replace(/^(\d+)\.0+$/, "$1")],
];

/** The one difference between the ids of a group; `spelling` where it is another, or several. */
export function differenceOf({ ids }: MissedJoin): IdDifference {
  const found = differences.find(([, without]) => new Set(ids.map(without)).size === 1);
  return found === undefined ? "spelling" : found[0];
}
