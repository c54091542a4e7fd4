import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dateOfDay,
  dayNumber,
  daysBetween,
  endOfMonth,
  isIsoDate,
  isoDate,
  monthsBefore,
} from "../../src/base/calendar.ts";

const anyDay = fc.integer({ min: dayNumber("1902-01-01"), max: dayNumber("2198-12-31") });

describe("isIsoDate", () => {
  it.each([
    ["2026-09-30", true],
    ["2024-02-29", true],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["2023-02-29", false],
    ["2026-04-31", false],
    ["2026-06-31", false],
    ["2026-09-31", false],
    ["2026-11-31", false],
    ["2026-12-31", true],
    ["2026-13-01", false],
    ["2026-00-01", false],
    ["2026-01-00", false],
    ["1899-12-31", false],
    ["2200-01-01", false],
    ["2026-9-30", false],
    ["2026-09-30T00:00", false],
    ["30.09.2026", false],
  ])("%s: %s", (text, expected) => expect(isIsoDate(text)).toBe(expected));
});

it("isoDate pads", () => {
  expect(isoDate(2026, 1, 5)).toBe("2026-01-05");
  expect(isoDate(2026, 2, 30)).toBeNull();
});

describe("months", () => {
  it.each([
    ["2024-02-29", 12, "2023-02-28"],
    ["2026-03-31", 1, "2026-02-28"],
    ["2024-03-31", 1, "2024-02-29"],
    ["2026-09-30", 12, "2025-09-30"],
    ["2026-01-15", 13, "2024-12-15"],
    ["2026-05-31", 0, "2026-05-31"],
  ])("%s less %i months is %s", (date, months, expected) => expect(monthsBefore(date, months)).toBe(expected));

  it.each([
    ["2024-02-01", "2024-02-29"],
    ["2023-02-28", "2023-02-28"],
    ["2026-12-03", "2026-12-31"],
  ])("%s ends on %s", (date, expected) => expect(endOfMonth(date)).toBe(expected));
});

describe("days", () => {
  it("cross months, leap days and clock changes", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2026-03-29", 1)).toBe("2026-03-30");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-03-30", "2026-03-28")).toBe(-2);
  });

  it("count from 1970", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("1970-01-31")).toBe(30);
    expect(dateOfDay(-1)).toBe("1969-12-31");
  });

  it("there and back is the same day", () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -366, max: 366 }), (day, days) => {
        const date = dateOfDay(day);
        expect(dayNumber(date)).toBe(day);
        expect(isIsoDate(date)).toBe(true);
        expect(addDays(date, days)).toBe(dateOfDay(day + days));
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    ));

  it("the text's order is the calendar's", () =>
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(dateOfDay(a) < dateOfDay(b)).toBe(a < b);
      }),
    ));
});
