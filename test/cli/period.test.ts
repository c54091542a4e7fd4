import { describe, expect, it } from "vitest";
import { findPeriod, isDoubtful, type KnownDays, quarterEnds } from "../../src/cli/period.ts";

const days = (rest: Partial<KnownDays> = {}): KnownDays => ({
  firstSale: "2023-01-02",
  lastSale: "2026-01-15",
  saleBefore: "2026-01-14",
  lastOther: null,
  ...rest,
});

describe("findPeriod", () => {
  it("ends on the latest sale, with the month's costs, and is open on the left", () => {
    expect(findPeriod(days(), { window: 12 }, [])).toEqual({
      asOf: "2026-01-15",
      months: 12,
      window: { from: "2025-01-15", to: "2026-01-15" },
      prior: { from: "2024-01-15", to: "2025-01-15" },
      costsTo: "2026-01-31",
      windowCovered: true,
      priorCovered: true,
    });
  });

  it("ends on the day that the user names, costs too", () => {
    const period = findPeriod(days(), { asOf: "2025-06-30", window: 6 }, []);
    expect(period).toMatchObject({
      asOf: "2025-06-30",
      costsTo: "2025-06-30",
      window: { from: "2024-12-30", to: "2025-06-30" },
      prior: { from: "2024-06-30", to: "2024-12-30" },
    });
  });

  it.each([
    ["2024-02-29", 12, "2023-02-28", "2022-02-28"],
    ["2025-02-28", 12, "2024-02-28", "2023-02-28"],
    ["2026-03-31", 1, "2026-02-28", "2026-01-31"],
    ["2026-05-31", 3, "2026-02-28", "2025-11-30"],
  ])("counts months back from %s by %d", (asOf, window, from, priorFrom) => {
    const period = findPeriod(days({ firstSale: "2020-01-01" }), { asOf, window }, []);
    expect([period.window.from, period.prior.from]).toEqual([from, priorFrom]);
  });

  // The window of 12 months to 2026-01-15 has 2025-01-16 for its first day; 31 days' grace reach 2025-02-16.
  it.each([
    ["2024-02-16", true, true],
    ["2024-02-17", true, false],
    ["2025-02-16", true, false],
    ["2025-02-17", false, false],
  ])("is covered by a first sale on %s: window %s, prior %s", (firstSale, windowCovered, priorCovered) =>
    expect(findPeriod(days({ firstSale }), { window: 12 }, [])).toMatchObject({ windowCovered, priorCovered }));

  it("ends on the latest date of another file where there are no sales, and covers nothing", () => {
    const none = days({ firstSale: null, lastSale: null, saleBefore: null, lastOther: "2026-03-31" });
    expect(findPeriod(none, { window: 12 }, [])).toMatchObject({
      asOf: "2026-03-31",
      windowCovered: false,
      priorCovered: false,
    });
  });

  it("refuses files without a date", () => {
    const none = days({ firstSale: null, lastSale: null, saleBefore: null });
    expect(() => findPeriod(none, { window: 12 }, [])).toThrow("the files hold no date");
  });

  it("refuses to guess from a latest date that looks like a typing error, and takes one that the user names", () => {
    const doubtful = days({ lastSale: "2062-01-15" });
    expect(() => findPeriod(doubtful, { window: 12 }, ["sales.csv:9"])).toThrow(
      expect.objectContaining({
        message: expect.stringContaining("2062-01-15, is more than a year after the one before it, 2026-01-14"),
        details: ["sales.csv:9"],
        hint: expect.stringContaining("--as-of 2026-01-14"),
      }),
    );
    expect(findPeriod(doubtful, { asOf: "2026-01-14", window: 12 }, []).asOf).toBe("2026-01-14");
  });

  it("refuses a day before the first sale", () => {
    expect(() => findPeriod(days(), { asOf: "2023-01-01", window: 12 }, [])).toThrow(
      "the as-of date 2023-01-01 is before the first sale, 2023-01-02",
    );
    expect(findPeriod(days(), { asOf: "2023-01-02", window: 12 }, []).asOf).toBe("2023-01-02");
  });
});

describe("isDoubtful", () => {
  it.each([
    ["2026-01-02", "2025-01-01", false],
    ["2026-01-03", "2025-01-01", true],
    [null, "2025-01-01", false],
    ["2026-01-03", null, false],
  ])("of %s after %s: %s", (last, before, doubtful) => expect(isDoubtful({ last, before })).toBe(doubtful));
});

describe("quarterEnds", () => {
  it.each([
    ["2026-01-15", 12, ["2025-04-15", "2025-07-15", "2025-10-15"], ["2024-04-15", "2024-07-15", "2024-10-15"]],
    ["2026-01-15", 6, ["2025-09-15", "2025-10-15", "2025-12-15"], ["2025-03-15", "2025-04-15", "2025-06-15"]],
    ["2026-01-15", 1, ["2026-01-15", "2026-01-15", "2026-01-15"], ["2025-12-15", "2025-12-15", "2025-12-15"]],
    // Counted from the end of February itself, not from the 28th that the year before clamps it to.
    ["2024-02-29", 12, ["2023-05-29", "2023-08-29", "2023-11-29"], ["2022-05-29", "2022-08-29", "2022-11-29"]],
  ] as const)("before %s, of %d months", (asOf, months, window, prior) =>
    expect(quarterEnds(asOf, months)).toEqual({ window, prior }));
});
