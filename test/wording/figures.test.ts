import { describe, expect, it } from "vitest";
import { readableWriter } from "../../src/output/readable.ts";
import {
  beforePeriod,
  figures as de,
  endOfPeriod,
  inPeriod,
  notation as notationDe,
  toPeriod,
  untilPeriod,
} from "../../src/wording/de/figures.ts";
import { figures as en } from "../../src/wording/en/figures.ts";
import { figures as nb, notation as notationNb } from "../../src/wording/nb/figures.ts";

const units = (text: string): bigint => BigInt(text.replace(".", "")) * 100n;

describe("figures in sentences", () => {
  it.each([
    [
      "whole units",
      () => [en, nb, de].map((f) => f.grouped(units("-1234567.50"))),
      ["-1 234 568", "-1\u00a0234\u00a0568", "-1.234.568"],
    ],
    [
      "with decimals",
      () => [en, nb, de].map((f) => f.amount(units("1234.50"))),
      ["1234.50", "1\u00a0234,50", "1.234,50"],
    ],
    [
      "to the last decimal",
      () => [en, nb, de].map((f) => f.exact(12_345_678n)),
      ["1 234.5678", "1\u00a0234,5678", "1.234,5678"],
    ],
    [
      "millions",
      () => [en, nb, de].map((f) => f.shortMoney(units("4100000.00"))),
      ["4.1 million", "4,1\u00a0mill.", "4,1\u00a0Mio."],
    ],
    [
      "beyond trillions",
      () => [en, nb, de].map((f) => f.shortMoney(units("4100000000000000.00"))),
      ["4100.0 trillion", "4\u00a0100,0\u00a0bill.", "4.100,0\u00a0Bio."],
    ],
    ["what is won", () => [en, nb, de].map((f) => f.gain(units("35880.00"))), ["+35 880", "+35\u00a0880", "+35.880"]],
    ["a share", () => [en, nb, de].map((f) => f.percent(0.125)), ["12.5 %", "12,5\u00a0%", "12,5\u00a0%"]],
    ["a share not known", () => [en, nb, de].map((f) => f.percent(null)), ["n/a", "–", "–"]],
    ["points", () => [en, nb, de].map((f) => f.points(-0.001)), ["0.00", "0,00", "0,00"]],
    ["a count", () => [en, nb, de].map((f) => f.count(12_345)), ["12345", "12\u00a0345", "12.345"]],
    ["a day", () => [en, nb, de].map((f) => f.date("2026-09-30")), ["2026-09-30", "30.09.2026", "30.09.2026"]],
    [
      "a quarter",
      () => [en, nb, de].map((f) => f.period("2026-Q3")),
      ["2026-Q3", "3. kvartal 2026", "3. Quartal 2026"],
    ],
    ["a month", () => [en, nb, de].map((f) => f.period("2026-03")), ["2026-03", "mars 2026", "März 2026"]],
    ["a year", () => [en, nb, de].map((f) => f.period("2026")), ["2026", "2026", "2026"]],
  ])("%s", (_, written, expected) => expect(written()).toEqual(expected));
});

it.each([
  ["money", units("1234.50"), "1\u00a0234,50", "1.234,50"],
  ["ratio", 0.738, "73,8\u00a0%", "73,8\u00a0%"],
  ["number", 0.4618, "0,4618", "0,4618"],
  ["points", -54.02, "-54,02", "-54,02"],
  ["count", 9999, "9999", "9999"],
  ["count", 12_345, "12\u00a0345", "12.345"],
  ["date", "2026-09-30", "30.09.2026", "30.09.2026"],
  ["text", "1234.50 2026-09-30", "1234.50 2026-09-30", "1234.50 2026-09-30"],
  ["date", null, "", ""],
] as const)("cells of %s", (kind, cell, norwegian, german) => {
  expect(readableWriter(kind, notationNb)(cell)).toBe(norwegian);
  expect(readableWriter(kind, notationDe)(cell)).toBe(german);
});

it.each([
  [
    "2026-Q3",
    ["im 3. Quartal 2026", "zum 3. Quartal 2026", "bis zum 3. Quartal 2026", "vor dem 3. Quartal 2026"],
    "am Ende des 3. Quartals 2026",
  ],
  ["2026-03", ["im März 2026", "zum März 2026", "bis März 2026", "vor März 2026"], "Ende März 2026"],
  ["2026", ["im Jahr 2026", "zum Jahr 2026", "bis 2026", "vor 2026"], "Ende 2026"],
])("German prepositions with %s", (period, expected, end) => {
  expect([inPeriod, toPeriod, untilPeriod, beforePeriod].map((say) => say(period))).toEqual(expected);
  expect(endOfPeriod(period)).toBe(end);
});
