import { describe, expect, it } from "vitest";
import { moveOf, movesBetween } from "../../../src/scoring/stage/move.ts";
import { customer } from "../facts.ts";

describe("the mechanism between two stages", () => {
  it.each([
    ["transactional", "transitional", "exploration"],
    ["transitional", "partner", "endowment"],
    ["transactional", "partner", "endowment"],
    ["partner", "transitional", "neglect"],
    ["partner", "transactional", "neglect"],
    ["transitional", "transactional", "neglect"],
    ["transactional", "conflict", "betrayal"],
    ["transitional", "conflict", "betrayal"],
    ["partner", "conflict", "betrayal"],
    ["conflict", "transactional", "recovery"],
    ["conflict", "transitional", "jump"],
    ["conflict", "partner", "jump"],
    ["conflict", "conflict", "same"],
    ["partner", "partner", "same"],
    [null, "partner", null],
    ["partner", null, null],
  ] as const)("%s to %s: %s", (from, to, move) => expect(moveOf(from, to)).toBe(move));
});

it("who was no customer yet had no stage then", () => {
  const all = ["bought", "stated", "neither", "absent"];
  const now = all.map((customerId) => ({ customerId, stage: "partner" as const }));
  const before = all.slice(0, 3).map((customerId) => ({ customerId, stage: "transitional" as const }));
  const customers = [
    customer({ customerId: "bought", sales: { firstPurchase: "2025-01-01" } }),
    customer({ customerId: "stated", card: { since: "2024-01-01" } }),
    customer({ customerId: "neither", card: {} }),
    // Known then from its costs, without a row of its own.
    customer({ customerId: "absent", sales: { firstPurchase: "2025-01-01" } }),
  ];
  expect(movesBetween(now, before, customers)).toEqual([
    { from: "transitional", move: "endowment" },
    { from: "transitional", move: "endowment" },
    { from: null, move: null },
    { from: null, move: null },
  ]);
});
