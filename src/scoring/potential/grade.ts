import type { Fraction } from "./fraction.ts";

/** Potential: what is left to win beside what the customer buys a year. */
export type Grade = "a" | "b" | "c" | "d";

/** The least growth of each grade, as a number to show and as tenths of the annual revenue to compare with. */
export const gradeLimits = [
  { grade: "a", growth: 1, tenths: 20n },
  { grade: "b", growth: 0.3, tenths: 13n },
  { grade: "c", growth: 0.1, tenths: 11n },
] as const;

/**
 * Grade of a yearly potential against an annual revenue above zero, and the growth that was its limit: the one reached, for
 * d the one missed. A limit belongs to the better grade and is compared between integers: 130.0000 against 100.0000 is b,
 * one unit less is c. Source: docs/method.md §4.
 */
export function gradeByGrowth(
  potential: Fraction,
  annual: Fraction,
): { readonly grade: Grade; readonly limit: number } {
  const [reached, base] = [potential.top * annual.bottom * 10n, annual.top * potential.bottom];
  for (const { grade, growth, tenths } of gradeLimits) {
    if (reached >= base * tenths) return { grade, limit: growth };
  }
  return { grade: "d", limit: 0.1 };
}
