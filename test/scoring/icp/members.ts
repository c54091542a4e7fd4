import type { Member } from "../../../src/scoring/icp/profile.ts";

/** A customer of the base with these traits; revenue 100, contribution 20, 4 orders unless said otherwise. */
export const member = (customerId: string, traits: readonly string[], rest: Partial<Member> = {}): Member => ({
  customerId,
  traits,
  revenue: 100n,
  contribution: 20n,
  margin: 0.2,
  orders: 4,
  ...rest,
});

/** Whose id begins with B. */
export const isBest = ({ customerId }: Pick<Member, "customerId">): boolean => customerId.startsWith("B");

/** One attribute: of x three of the best and one other, of y one and five, of z two others. */
export const twelve: readonly Member[] = [
  ...["B1", "B2", "B3", "o1"].map((id) => member(id, ["x"])),
  ...["B4", "o2", "o3", "o4", "o5", "o6"].map((id) => member(id, ["y"])),
  ...["o7", "o8"].map((id) => member(id, ["z"])),
];
