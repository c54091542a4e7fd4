import { z } from "zod";
import { type Money, unitsPerOne } from "../../base/money.ts";
import type { Card } from "../../facts/card.ts";
import { unknownGroup } from "../nps/attributes.ts";

/** What a company can be told by before it is a customer; `segment` and `source` are ours and count only where asked for. */
export const traitAttributes = [
  "size_band",
  "revenue_band",
  "country",
  "region",
  "industry",
  "legal_form",
  "company_age",
  "segment",
  "source",
] as const;
export type TraitAttribute = (typeof traitAttributes)[number];

export const defaultAttributes: readonly TraitAttribute[] = traitAttributes.slice(0, 7);

/** Where bands begin, in any order; a limit belongs to the band above it. */
const limits = (fallback: readonly number[]) =>
  z
    .array(z.number().int().min(1).max(1e15))
    .min(1)
    .max(20)
    .transform((given): readonly number[] => [...new Set(given)].sort((a, b) => a - b))
    .default(fallback);

/** The bands of numeric attributes. The defaults are the EU's micro, small and medium enterprises, and one step more. */
export const BandOptions = z.strictObject({
  employees: limits([10, 50, 250, 1000]).describe("employees from which the bands of size begin"),
  companyRevenue: limits([2_000_000, 10_000_000, 50_000_000, 250_000_000]).describe(
    "the company's own yearly revenue from which its bands begin, in the currency of the customers file",
  ),
  companyAge: limits([3, 10, 25, 50]).describe("years since the foundation from which the bands of age begin"),
});
export type BandOptions = z.infer<typeof BandOptions>;

/** The attributes of a card that traits are made of. */
export type TraitCard = Pick<
  Card,
  "employees" | "companyRevenue" | "country" | "region" | "industry" | "legalForm" | "founded" | "segment" | "source"
>;

/**
 * A company's value of each attribute, in the order of the attributes. Unknown is a value of its own; a foundation after the
 * as-of year is unknown. The age is that of the calendar years: 2026 less 1996 is 30.
 */
export const traitsOf = (
  card: TraitCard | null,
  asOfYear: number,
  attributes: readonly TraitAttribute[],
  bands: BandOptions,
): readonly string[] =>
  attributes.map((attribute) => (card === null ? null : traitOf(card, attribute, asOfYear, bands)) ?? unknownGroup);

function traitOf(card: TraitCard, attribute: TraitAttribute, asOfYear: number, bands: BandOptions): string | null {
  switch (attribute) {
    case "size_band":
      return card.employees === null ? null : bandOf(card.employees, bands.employees);
    case "revenue_band":
      return card.companyRevenue === null ? null : moneyBandOf(card.companyRevenue, bands.companyRevenue);
    case "company_age":
      return card.founded === null || card.founded > asOfYear
        ? null
        : bandOf(asOfYear - card.founded, bands.companyAge);
    case "legal_form":
      return card.legalForm;
    default:
      return card[attribute];
  }
}

const bandOf = (value: number, limits: readonly number[]): string =>
  label(limits, limits.filter((limit) => limit <= value).length);

/** Compared exactly: 10 million begins the band from 10 million. */
const moneyBandOf = (value: Money, limits: readonly number[]): string =>
  label(limits, limits.filter((limit) => BigInt(limit) * unitsPerOne <= value).length);

/** The names of an attribute's bands from the lowest; `null`: it has none. */
export function bandNames(attribute: TraitAttribute, bands: BandOptions): readonly string[] | null {
  const limits = {
    size_band: bands.employees,
    revenue_band: bands.companyRevenue,
    company_age: bands.companyAge,
  }[attribute as string];
  return limits === undefined ? null : [...limits, 0].map((_, index) => label(limits, index));
}

/** The band above so many of the limits. */
function label(limits: readonly number[], index: number): string {
  const [from, to] = [limits[index - 1], limits[index]];
  if (from === undefined) return `under ${inWords(to as number)}`;
  return to === undefined ? `${inWords(from)} and more` : `${inWords(from)} to under ${inWords(to)}`;
}

function inWords(limit: number): string {
  if (limit >= 1e9 && limit % 1e8 === 0) return `${limit / 1e9} billion`;
  return limit >= 1e6 && limit % 1e5 === 0 ? `${limit / 1e6} million` : String(limit);
}
