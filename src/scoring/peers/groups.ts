import type { CustomerFacts } from "../../facts/customer.ts";

/** What makes customers comparable. */
export type PeerKind = "segment" | "industry" | "all";

/** Customers that are compared with each other; each one's peers are the others. */
export interface Group {
  readonly kind: PeerKind;
  /** The segment or industry as written; `null` of all customers. */
  readonly name: string | null;
  /** Indexes of its customers, in input order. */
  readonly members: readonly number[];
}

/** Fewer others than this are no group to compare with. */
const leastPeers = 5;

/**
 * The group of each customer among those that count: its segment if at least five others of that count, else its industry
 * if at least five do, else none (`null`). Names are the same if their text is, outer white space aside: case counts, as in
 * ids. With `orAll`, and if nobody that counts has a segment or an industry, everybody that counts is one group; five others
 * are asked of it too. Cost: O(n). Source: docs/method.md §4, level 4.
 */
export function groupsOf(
  customers: readonly Pick<CustomerFacts, "card">[],
  counts: readonly boolean[],
  orAll: boolean,
): (Group | null)[] {
  const segments = grouped(customers, counts, "segment");
  const industries = grouped(customers, counts, "industry");
  const everybody =
    orAll && segments.every((group) => group === null) && industries.every((group) => group === null)
      ? { kind: "all" as const, name: null, members: Array.from(counts.keys()).filter((index) => counts[index]) }
      : null;
  const whole = isLarge(everybody) ? everybody : null;
  return customers.map((_, index) => {
    if (!counts[index]) return null;
    const [segment, industry] = [segments[index], industries[index]];
    return isLarge(segment) ? segment : isLarge(industry) ? industry : whole;
  });
}

const isLarge = (group: Group | null | undefined): group is Group =>
  group !== null && group !== undefined && group.members.length > leastPeers;

/** The group of each customer that counts and whose attribute is known. */
function grouped(
  customers: readonly Pick<CustomerFacts, "card">[],
  counts: readonly boolean[],
  kind: "segment" | "industry",
): (Group | null)[] {
  const groups = new Map<string, Group & { readonly members: number[] }>();
  return customers.map(({ card }, index) => {
    const written = counts[index] ? card?.[kind] : null;
    const name = written ? written.trim().normalize("NFC") : "";
    if (name === "") return null;
    const group = groups.get(name) ?? { kind, name, members: [] };
    groups.set(name, group);
    group.members.push(index);
    return group;
  });
}
