import { describe, expect, it } from "vitest";
import type { EventType } from "../../../src/facts/events.ts";
import { concentrationMeasures } from "../../../src/scoring/concentration/measures.ts";

const window = { from: "2025-01-31", to: "2026-01-31" };

const customer = (
  customerId: string,
  status: "active" | "lapsed" | "cost_only" | "prospect",
  revenue: bigint,
  contribution: bigint | null,
) => ({ customerId, status, revenue, contribution });

const customers = [
  customer("a", "active", 80n, 8n),
  customer("b", "active", 20n, 6n), // c and f have costs alone
  customer("c", "cost_only", 0n, -4n),
  customer("d", "lapsed", 0n, 0n),
  customer("e", "prospect", 0n, 0n),
  customer("f", "lapsed", 0n, -2n),
];

const event = (customerId: string, date: string, type: EventType = "complaint_opened") => ({ customerId, date, type });

describe("concentrationMeasures", () => {
  it("revenue of who bought, contribution of who cost something too", () => {
    const { measured, complaintsElsewhere } = concentrationMeasures(customers, null, window);
    expect(measured.map(({ measure, score }) => [measure, score.customers, score.total, score.top1Share])).toEqual([
      ["revenue", 2, 100n, 0.8],
      ["contribution", 4, 8n, 1],
    ]);
    expect(complaintsElsewhere).toBe(0);
  });

  it("without costs there is no contribution", () => {
    const without = customers.map((one) => ({ ...one, contribution: null }));
    expect(concentrationMeasures(without, null, window).measured.map(({ measure }) => measure)).toEqual(["revenue"]);
  });

  it("complaints opened in the window, over who bought or complained", () => {
    const events = [
      event("a", "2025-02-01"),
      event("a", "2026-01-31"),
      event("a", "2025-01-31"), // before the window
      event("a", "2026-02-01"), // after it
      event("a", "2025-06-01", "complaint_closed"),
      event("d", "2025-06-01"), // lapsed
      event("x", "2025-06-01"), // nobody's
    ];
    const { measured, complaintsElsewhere } = concentrationMeasures(customers, events, window);
    expect(measured[2]).toMatchObject({ measure: "complaints", score: { customers: 3, total: 3n, top: "a" } });
    expect(measured[2]?.score.top1Share).toBeCloseTo(2 / 3, 15);
    expect(complaintsElsewhere).toBe(1);
  });

  it("nobody complained: no shares", () =>
    expect(concentrationMeasures(customers, [], window).measured[2]).toMatchObject({
      measure: "complaints",
      score: { customers: 2, total: 0n, gini: null },
    }));
});
