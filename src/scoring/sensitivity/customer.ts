import type { ClassLetter } from "../abc.ts";
import type { Grade } from "../potential/grade.ts";
import type { Variant } from "./variants.ts";

/** What a variant makes of a customer. */
export interface Change {
  readonly variant: Variant;
  /** `null`: no class, and no grade either. */
  readonly class: ClassLetter | null;
  readonly grade: Grade | "?" | null;
  readonly changesClass: boolean;
  readonly changesGrade: boolean;
}

export interface CustomerSensitivity {
  readonly customerId: string;
  /** Share of the variants in which the class stays; `null` for customers without a class. */
  readonly stability: number | null;
  /** Share of the windows in which the grade stays; `null` too where no other window could be tried. */
  readonly gradeStability: number | null;
  /** Only the variants that change something, in their order. */
  readonly changes: readonly Change[];
}
