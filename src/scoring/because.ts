import type { Money } from "../base/money.ts";

/** Why a score is what it is, as data: the rule that decided, the value it looked at, the limit it held it against. */
export interface Because {
  readonly rule: string;
  readonly value: BecauseValue;
  readonly threshold: BecauseValue;
}

/** `null` where the rule looks at no value, or compares with no limit. */
export type BecauseValue = string | number | Money | null;
