import type { IsoDate } from "../../base/calendar.ts";
import type { Because } from "../because.ts";

/**
 * What a finding asks for. An opportunity: something to offer. A blocker: repair this before any offer. A warning: ask first.
 * Timing: why now.
 */
export const findingKinds = ["blocker", "timing", "opportunity", "warning"] as const;
export type FindingKind = (typeof findingKinds)[number];

/** 3 is the strongest. */
export type Strength = 1 | 2 | 3;

/** What a rule says of a customer. */
export interface Judged {
  /** Of the event, the answer, the due day; `null`: a state of the as-of date. */
  readonly date: IsoDate | null;
  /** The figures, in words. */
  readonly evidence: string;
  readonly because: readonly Because[];
  /** Of strength 3, whatever the rule's own. */
  readonly strong?: boolean;
}

/** Something that a rule found in a customer; there is one at most for each customer and rule. */
export interface Finding {
  readonly customerId: string;
  readonly customerName: string | null;
  /** The rule's id. */
  readonly rule: string;
  readonly kind: FindingKind;
  readonly strength: Strength;
  /** Of the event, the answer, the due day; the as-of date where it is a state. Planned meetings and due days may lie ahead. */
  readonly date: IsoDate;
  readonly evidence: string;
  /** What to say, or what to repair. */
  readonly action: string;
  readonly because: readonly Because[];
}
