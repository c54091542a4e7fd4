import type { StageScore } from "../stage.ts";
import { startOf } from "../tenure.ts";
import type { PartFacts, Stage } from "./parts.ts";

/**
 * How a relationship came from one stage to another. `jump`: no mechanism leads there, so one of the two stages is in
 * doubt, or something happened that the figures do not show.
 */
export type Move = "exploration" | "endowment" | "neglect" | "betrayal" | "recovery" | "jump" | "same";

/** The ladder that relationships climb and go down; conflict stands beside it. */
const ladder: readonly Stage[] = ["transactional", "transitional", "partner"];

/**
 * The mechanism between the stages of two dates: up one step is exploration, up to partner endowment, down neglect; into conflict
 * leads betrayal, and out of it recovery, which begins again at the bottom. `null` where a stage is not known. Source:
 * docs/method.md §10.
 */
export function moveOf(from: Stage | null, to: Stage | null): Move | null {
  if (from === null || to === null) return null;
  if (from === to) return "same";
  if (to === "conflict") return "betrayal";
  if (from === "conflict") return to === "transactional" ? "recovery" : "jump";
  if (ladder.indexOf(to) < ladder.indexOf(from)) return "neglect";
  return to === "partner" ? "endowment" : "exploration";
}

export interface StageMove {
  readonly from: Stage | null;
  readonly move: Move | null;
}

/**
 * How each customer came to its stage from the one on an earlier day, in the order of `now`. Who was no customer yet on that
 * day, neither by its stated start nor by a purchase, had no stage then, whatever its card says today.
 */
export function movesBetween(
  now: readonly Pick<StageScore, "customerId" | "stage">[],
  before: readonly Pick<StageScore, "customerId" | "stage">[],
  customersBefore: readonly Pick<PartFacts, "customerId" | "card" | "sales">[],
): StageMove[] {
  const customers = new Set(
    customersBefore
      .filter(({ card, sales }) => startOf(card?.since ?? null, sales?.firstPurchase ?? null) !== null)
      .map(({ customerId }) => customerId),
  );
  const stageOf = new Map(before.map(({ customerId, stage }) => [customerId, stage]));
  return now.map(({ customerId, stage }) => {
    const from = customers.has(customerId) ? (stageOf.get(customerId) ?? null) : null;
    return { from, move: moveOf(from, stage) };
  });
}
