import { z } from "zod";
import { divideRounded, type Money } from "../../base/money.ts";

const factor = (standard: number, description: string) =>
  z
    .number()
    .min(0)
    .max(100)
    .multipleOf(0.0001, { error: "must have at most four decimals" })
    .default(standard)
    .describe(description);

/** What makes a lost customer more or less worth a call than its best year alone says; 1 changes nothing. */
export const WinbackFactors = z.strictObject({
  tenure: factor(1.2, "a customer for three years or longer"),
  complaintClosed: factor(1.2, "a complaint was closed before it left"),
  price: factor(1.2, "left over the price"),
  service: factor(0.8, "left over the service"),
  promoter: factor(1.2, "its last answer was 9 or 10"),
  detractor: factor(0.7, "its last answer was 0 to 6"),
  lostLongAgo: factor(0.5, "lost more than three years ago"),
});
export type WinbackFactors = z.infer<typeof WinbackFactors>;
export type FactorName = keyof WinbackFactors;

export interface AppliedFactor {
  readonly name: FactorName;
  readonly factor: number;
}

const unitsPerFactor = 10_000;

/** An amount times all factors, rounded once, half away from zero. */
export function multiplied(amount: Money, factors: readonly AppliedFactor[]): Money {
  const product = factors.reduce((units, { factor }) => units * BigInt(Math.round(factor * unitsPerFactor)), amount);
  return divideRounded(product, BigInt(unitsPerFactor) ** BigInt(factors.length));
}
