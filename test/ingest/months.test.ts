import { describe, expect, it } from "vitest";
import { readMonth } from "../../src/ingest/months.ts";

describe("readMonth", () => {
  it.each([
    ["1", 1],
    ["12", 12],
    ["04", 4],
    ["4.0", 4],
    ["--04", 4],
    ["--04-01", 4],
    ["04-01", 4],
    ["02-29", 2],
    ["2025-10-01", 10],
    ["20251001", 10],
    ["45931", 10], // 2025-10-01 as Excel counts
    ["31.03.2025", 3],
    ["01.04.2025", 4],
    ["04/04/2025", 4],
    ["31/03/2025", 3],
    ["03/31/2025", 3],
  ])("%s", (text, month) => expect(readMonth(text, null)).toBe(month));

  it.each([
    ["dmy", 4],
    ["mdy", 1],
    ["iso", null],
    [null, null],
  ] as const)("of 01/04/2025 where dates are %s", (order, month) => expect(readMonth("01/04/2025", order)).toBe(month));

  it("does not read a day as a month because others are month first", () =>
    expect([readMonth("31/03/2025", "mdy"), readMonth("03/31/2025", "dmy")]).toEqual([3, 3]));

  const names = {
    English: "January February March April May June July August September October November December",
    Norwegian: "januar februar mars april mai juni juli august september oktober november desember",
    Swedish: "januari februari mars april maj juni juli augusti september oktober november december",
    Danish: "januar februar marts april maj juni juli august september oktober november december",
    German: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    French: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  };
  it.each(Object.entries(names))("names in %s", (_language, text) =>
    expect(text.split(" ").map((name) => readMonth(name, null))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));

  it.each([
    ["APRIL", 4],
    ["apr", 4],
    ["Okt.", 10],
    ["1. Oktober", 10],
    ["1 April", 4],
    ["April 1", 4],
    ["Maerz", 3],
    ["fe\u0301vrier", 2],
    ["juil.", 7],
    ["Jänner", 1],
  ])("%s", (text, month) => expect(readMonth(text, null)).toBe(month));

  it.each([
    "0",
    "13",
    "13-01",
    "02-30",
    "--13",
    "jui",
    "ma",
    "spring",
    "2025",
    "2025-13-01",
    "32.01.2025",
    "1/2",
    "-4",
    "Q2",
  ])("nothing of %s", (text) => expect(readMonth(text, null)).toBeNull());
});
