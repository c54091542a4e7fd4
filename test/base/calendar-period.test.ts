import { describe, expect, it } from "vitest";
import { lastDayOf, type PeriodUnit, periodName, periodNumber } from "../../src/base/calendar-period.ts";

describe("the period of a date", () => {
  it.each<[string, PeriodUnit, string]>([
    ["2011-04-30", "month", "2011-04"],
    ["2011-12-01", "month", "2011-12"],
    ["2011-01-01", "quarter", "2011-Q1"],
    ["2011-03-31", "quarter", "2011-Q1"],
    ["2011-04-01", "quarter", "2011-Q2"],
    ["2011-12-31", "quarter", "2011-Q4"],
    ["2011-12-31", "year", "2011"],
  ])("%s by %s is %s", (date, unit, name) => expect(periodName(periodNumber(date, unit), unit)).toBe(name));

  it.each<[PeriodUnit]>([
    ["month"],
    ["quarter"],
    ["year"],
  ])("over the new year the next %s has the next number", (unit) =>
    expect(periodNumber("2012-01-01", unit) - periodNumber("2011-12-31", unit)).toBe(1));

  it.each<[string, PeriodUnit, string]>([
    ["2012-02-03", "month", "2012-02-29"],
    ["2011-12-01", "month", "2011-12-31"],
    ["2011-01-01", "quarter", "2011-03-31"],
    ["2011-10-05", "quarter", "2011-12-31"],
    ["2011-01-01", "year", "2011-12-31"],
  ])("%s by %s ends on %s", (date, unit, last) => expect(lastDayOf(periodNumber(date, unit), unit)).toBe(last));
});
