import { type Money, zero } from "../../base/money.ts";
import { gradeLimits } from "../potential/grade.ts";

/** From which yearly potential a grade begins. */
export interface GradeReach {
  readonly grade: (typeof gradeLimits)[number]["grade"];
  /** Its least growth, as a share of the annual revenue. */
  readonly growth: number;
  /** Its least potential revenue a year. */
  readonly from: Money;
}

/**
 * The yearly potential from which each grade begins, the best first; none where there is no revenue to grow from. Rounded up
 * to a unit of money, so that the amount earns the grade. Source: docs/method.md §4.
 */
export const gradeReach = (annualRevenue: Money): readonly GradeReach[] =>
  annualRevenue <= zero
    ? []
    : gradeLimits.map(({ grade, growth, tenths }) => ({ grade, growth, from: (annualRevenue * tenths + 9n) / 10n }));
