import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../src/base/calendar.ts";
import { lossOfCustomer, lostLimit } from "../../../src/scoring/winback/lost.ts";

const asOf = "2026-06-30";
const today = dayNumber(asOf);
/** Order days so many days before the as-of date. */
const ago = (...days: readonly number[]) => days.map((day) => today - day);

describe("the limit", () => {
  it.each([
    [[], 365],
    [[10], 365],
    // Gaps of 182: twice that is 364.
    [[0, 182, 364], 365],
    [[0, 183, 366], 366],
    // Gaps 100, 400, 401: the median is 400. Of 100 and 401 it is 250.5.
    [[0, 100, 500, 901], 800],
    [[0, 100, 501], 501],
  ])("of order days %j: %i", (days, limit) => expect(lostLimit(days, null)).toBe(limit));

  it("the user's own stands instead", () => expect(lostLimit([0, 400, 800], 30)).toBe(30));
});

describe("lost", () => {
  const lossOf = (days: readonly number[], until: string | null = null, lostAfter: number | null = null) =>
    lossOfCustomer({ until }, days, asOf, lostAfter);

  it("after a year without a purchase", () => {
    expect(lossOf(ago(364))).toBeNull();
    expect(lossOf(ago(365))).toEqual({
      because: { rule: "days_without_purchase", value: 365, threshold: 365 },
      lastPurchase: "2025-06-30",
      on: "2025-06-30",
      breakDay: "2025-06-30",
    });
    expect(lossOf(ago(366))).not.toBeNull();
  });

  it("after twice its own gap, if that is longer", () => {
    expect(lossOf(ago(781, 599))).toMatchObject({ because: { value: 599, threshold: 365 } });
    // Gap 300: limit 600.
    expect(lossOf(ago(899, 599))).toBeNull();
    expect(lossOf(ago(900, 600))).toMatchObject({ because: { value: 600, threshold: 600 } });
  });

  it("after the user's own days", () => {
    expect(lossOf(ago(900, 600), null, 601)).toBeNull();
    expect(lossOf(ago(30), null, 30)).toMatchObject({ because: { value: 30, threshold: 30 } });
    expect(lossOf(ago(29), null, 30)).toBeNull();
  });

  it("with the end of the contract, on the day itself too", () => {
    expect(lossOf(ago(10), "2026-07-01")).toBeNull();
    expect(lossOf(ago(10), asOf)).toEqual({
      because: { rule: "contract_ended", value: asOf, threshold: asOf },
      lastPurchase: "2026-06-20",
      on: asOf,
      breakDay: "2026-06-20",
    });
    // A purchase after the end: it left with that.
    expect(lossOf(ago(10), "2026-01-01")).toMatchObject({ on: "2026-06-20", breakDay: "2026-06-20" });
    expect(lossOf([], "2026-01-01")).toMatchObject({ lastPurchase: null, on: "2026-01-01", breakDay: "2026-01-01" });
  });

  it("not without a purchase or a contract", () => {
    expect(lossOf([])).toBeNull();
    expect(lossOfCustomer(null, [], asOf, null)).toBeNull();
  });
});
