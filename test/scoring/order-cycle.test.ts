import { describe, expect, it } from "vitest";
import { medianGap, orderCycle } from "../../src/scoring/order-cycle.ts";

describe("orderCycle", () => {
  it("the median gap after the last order day", () =>
    // Gaps of 10, 30 and 20 days.
    expect(orderCycle([100, 110, 140, 160])).toEqual({ orderDays: 4, lastDay: 160, medianGap: 20, dueDay: 180 }));

  it("half a day is rounded up", () =>
    expect(orderCycle([100, 110, 121])).toEqual({ orderDays: 3, lastDay: 121, medianGap: 10.5, dueDay: 132 }));

  it("two order days are no rhythm", () => {
    expect(orderCycle([100, 110])).toBe(null);
    expect(orderCycle([])).toBe(null);
  });
});

describe("medianGap", () => {
  it("takes two days", () => {
    expect(medianGap([100, 107])).toBe(7);
    expect(medianGap([100])).toBe(null);
    expect(medianGap([])).toBe(null);
  });

  it("of many days and of few, one after another", () => {
    // 1,200 gaps: 601 of two days, then 599 of nine.
    const days = Array.from({ length: 1_201 }, (_, i) => (i <= 601 ? 2 * i : 1_202 + 9 * (i - 601)));
    expect(medianGap(days)).toBe(2);
    expect(medianGap(days.slice(0, 3))).toBe(2);
    expect(medianGap(days.slice(-3))).toBe(9);
  });
});
