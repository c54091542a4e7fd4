import { describe, expect, it } from "vitest";
import {
  asCalendarPeriod,
  asOfPeriod,
  dayBefore,
  endOfPeriod,
  nameOfPeriod,
  quarterOf,
} from "../../src/cli/report-period.ts";

describe("asCalendarPeriod", () => {
  it.each([
    ["2026-Q3", "2026-06-30", "2026-09-30"],
    ["2026-Q1", "2025-12-31", "2026-03-31"],
    ["2026-02", "2026-01-31", "2026-02-28"],
    ["2024-02", "2024-01-31", "2024-02-29"],
    ["2026-12", "2026-11-30", "2026-12-31"],
    ["2026", "2025-12-31", "2026-12-31"],
  ])("%s", (text, before, end) => {
    const period = asCalendarPeriod(text);
    expect([nameOfPeriod(period), dayBefore(period), endOfPeriod(period)]).toEqual([text, before, end]);
  });

  it.each([
    "2026-Q5",
    "2026-Q0",
    "2026-13",
    "2026-9",
    "26-Q3",
    "Q3",
    "2026-q3",
    "2026-09-30",
    "2300",
    "",
  ])("refuses %j", (text) => expect(() => asCalendarPeriod(text)).toThrow("It is a quarter as 2026-Q3"));
});

it.each([
  ["2026-09-30", "2026-Q3"],
  ["2026-10-01", "2026-Q4"],
])("%s lies in %s", (day, name) => expect(nameOfPeriod(quarterOf(day))).toBe(name));

describe("asOfPeriod", () => {
  const [first, last] = ["2025-02-10", "2026-08-20"];
  const asOf = (text: string) => asOfPeriod(asCalendarPeriod(text), first, last);

  it("is the last day, or the latest sale where that cuts the period", () => {
    expect(asOf("2026-Q2")).toBe("2026-06-30");
    expect(asOf("2026-Q3")).toBeUndefined();
    expect(asOf("2026-08")).toBeUndefined();
    expect(asOf("2025-Q1")).toBe("2025-03-31");
    expect(asOf("2025")).toBe("2025-12-31");
  });

  it("is the last day where that is the latest sale", () =>
    expect(asOfPeriod(asCalendarPeriod("2026-Q2"), first, "2026-06-30")).toBe("2026-06-30"));

  it.each([
    ["2026-Q4", "2026-Q4 is after the last sale: the sales run from 2025-02-10 to 2026-08-20", "--period 2026-Q3"],
    ["2026-09", "2026-09 is after the last sale", "--period 2026-08"],
    ["2027", "2027 is after the last sale", "--period 2026"],
    ["2024-Q4", "2024-Q4 is before the first sale", "--period 2025-Q1"],
    ["2025-01", "2025-01 is before the first sale", "--period 2025-02"],
  ])("refuses %s", (text, message, hint) =>
    expect(() => asOf(text)).toThrowError(
      expect.objectContaining({ exit: 3, hint, message: expect.stringContaining(message) }),
    ));
});
