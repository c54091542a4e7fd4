import { describe, expect, it } from "vitest";
import { monthsBefore } from "../../src/base/calendar.ts";
import { believedDays, checkDays, isSilent } from "../../src/quality/days.ts";
import { period, profile, table } from "./profile.ts";

const day = (text: string, lines = 1, firstRow = 0) => ({ day: text, lines, firstRow });
const names = (days: readonly { day: string }[]) => days.map((entry) => entry.day);

describe("days that can be believed", () => {
  it("cuts off a last day more than 366 days after the one before it", () => {
    const { believed, farAhead } = believedDays([day("2025-01-01", 5), day("2025-01-02", 5), day("2026-01-04")]);
    expect(names(believed)).toEqual(["2025-01-01", "2025-01-02"]); // 367 days apart
    expect(names(farAhead)).toEqual(["2026-01-04"]);
  });

  it("keeps a last day 366 days after the one before it", () => {
    expect(believedDays([day("2025-01-01", 5), day("2026-01-02", 5)]).farAhead).toEqual([]);
  });

  it("cuts off several days if they hold at most one line in a hundred", () => {
    const many = [day("2025-01-01", 198), day("2029-01-01"), day("2029-02-01")];
    expect(names(believedDays(many).farAhead)).toEqual(["2029-01-01", "2029-02-01"]);
    const more = [day("2025-01-01", 197), day("2029-01-01"), day("2029-02-01")];
    expect(names(believedDays(more).farAhead)).toEqual([]);
    const twice = [day("2025-01-01", 500), day("2027-01-01"), day("2031-02-01")];
    expect(names(believedDays(twice).farAhead)).toEqual(["2027-01-01", "2031-02-01"]);
  });

  it("cuts off a first day far before all others", () => {
    const { believed, farBack } = believedDays([day("1900-01-01"), day("2025-01-01", 9), day("2025-02-01", 9)]);
    expect(names(farBack)).toEqual(["1900-01-01"]);
    expect(names(believed)).toEqual(["2025-01-01", "2025-02-01"]);
    const old = [day("2010-01-01", 5), day("2010-02-01", 5), day("2025-01-01", 9), day("2025-02-01", 9)];
    expect(believedDays(old).farBack).toEqual([]);
  });

  it("leaves something, unless there is nothing", () => {
    expect(believedDays([])).toEqual({ believed: [], farBack: [], farAhead: [] });
    expect(names(believedDays([day("2020-01-01"), day("2025-01-01")]).believed)).toEqual(["2020-01-01"]);
  });
});

describe("findings", () => {
  const days = [
    day("1900-01-01", 1, 0),
    day("2024-01-31", 50, 1),
    day("2024-04-01", 50, 51),
    day("2024-05-01", 50, 101),
  ];

  it("counts silent months between the days that can be believed, over the turn of a year too", () => {
    const found = checkDays(profile({ period: period("2024-05-01"), days, tables: [table("sales")] }));
    expect(found.map(({ finding, count }) => [finding, count])).toEqual([
      ["date_far_back", 1],
      ["months_without_sales", 2],
      ["window_not_covered", 1],
    ]);
    expect(found[1]).toMatchObject({ months: ["2024-02", "2024-03"], spots: [{ file: "sales.csv", line: 53 }] });
    const turn = [day("2023-11-30", 5, 0), day("2024-01-01", 5, 5)];
    expect(checkDays(profile({ period: period("2024-01-01"), days: turn, tables: [table("sales")] }))[0]).toMatchObject(
      {
        months: ["2023-12"],
      },
    );
  });

  it("says nothing without sales or without a date", () => {
    expect(checkDays(profile({ period: period("2024-05-01") }))).toEqual([]);
    expect(checkDays(profile({ tables: [table("sales")] }))).toEqual([]);
    const early = profile({ period: period("2024-05-01"), tables: [table("sales")], asOfGiven: true });
    expect(checkDays(early)).toEqual([]);
  });

  it("says that nothing was sold lately, with the last day", () => {
    const silent = profile({ period: period("2024-05-01"), days: [day("2023-05-01", 3)], tables: [table("sales")] });
    expect(checkDays(silent)[0]).toMatchObject({
      finding: "no_recent_sales",
      severity: "warning",
      last: "2023-05-01",
      asOf: "2024-05-01",
      count: 1,
      spots: [{ file: "sales.csv", line: 2 }],
    });
  });

  it.each([
    // The window is open on the left: its first day is the one after `from`.
    [12, "2023-05-02", false],
    [12, "2023-05-01", true],
    [12, "2023-04-30", true],
    [3, "2024-02-02", false],
    [3, "2024-02-01", true],
    [24, "2023-05-02", false],
    [24, "2023-05-01", true],
  ])("a window of %i months up to 2024-05-01, the last sale on %s: silent %s", (months, last, silent) => {
    const asOf = "2024-05-01";
    expect(isSilent(last, { asOf, window: { from: monthsBefore(asOf, months), to: asOf } })).toBe(silent);
  });

  it("says nothing of coverage where both windows are covered", () => {
    const covered = { ...period("2024-05-01"), windowCovered: true, priorCovered: true };
    const found = checkDays(profile({ period: covered, days: [day("2024-05-01", 3)], tables: [table("sales")] }));
    expect(found).toEqual([]);
  });
});
