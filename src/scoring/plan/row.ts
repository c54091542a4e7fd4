import type { Because } from "../because.ts";
import type { CustomerScore } from "../classify/row.ts";
import type { Finding } from "../findings/finding.ts";
import type { Cell } from "../matrix.ts";
import type { Stage } from "../stage/parts.ts";
import type { NextProduct } from "./next-product.ts";
import type { Step } from "./steps.ts";
import type { PlanWindow } from "./window.ts";
import type { PlanReason } from "./worth.ts";

/** A customer of the plan, and all that one needs to know before the call. */
export interface PlanRow
  extends Pick<
    CustomerScore,
    "customerId" | "customerName" | "revenue" | "contribution" | "driver" | "potentialReason" | "classReason" | "nps"
  > {
  /** Place in the whole plan, from 1; owner and capacity leave gaps. */
  readonly rank: number;
  /** `null`: nobody is named. */
  readonly owner: string | null;
  readonly cell: Cell;
  /** A year; `null`: not known. */
  readonly increment: CustomerScore["potentialIncrement"];
  readonly reason: PlanReason;
  /** All but timing, the strongest first. */
  readonly why: readonly Finding[];
  /** `null`: any time. */
  readonly when: PlanWindow | null;
  /** The first is what to do first. */
  readonly steps: readonly Step[];
  /** Rules of the blockers, and the reason of a loss; empty: an offer can be made. */
  readonly blockedBy: readonly string[];
  readonly isCallable: boolean;
  readonly stage: Stage | null;
  readonly next: readonly NextProduct[];
  readonly because: Because;
}
