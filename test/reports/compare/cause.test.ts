import { describe, expect, it } from "vitest";
import { causeWords as inWords } from "../../../src/reports/compare/cause.ts";
import type { Cause, CauseFigure } from "../../../src/scoring/compare/cause.ts";
import type { Move } from "../../../src/scoring/compare/move.ts";
import { loadWords } from "../../../src/wording/load.ts";
import { units } from "../../scoring/compare/dates.ts";

const words = await loadWords("en", ["compare"]);
const causeWords = (...[move, causes]: [Parameters<typeof inWords>[0], Parameters<typeof inWords>[1]]) =>
  inWords(move, causes, words);

const of = (axis: Cause["axis"], inputs: Cause["inputs"], ...figures: Cause["figures"]): Cause => ({
  axis,
  inputs,
  figures,
});
const revenue = (from: number, to: number) => ({ of: "revenue", from: units(from), to: units(to) }) as const;
const cut = (from: number | null, to: number | null) =>
  ({ of: "cut_a", from: from === null ? null : units(from), to: to === null ? null : units(to) }) as const;

describe("a class", () => {
  it.each<[string, Cause["inputs"], ...CauseFigure[]]>([
    ["revenue 412 300 → 350 100, A from 380 000", ["revenue"], revenue(412_300, 350_100), cut(370_000, 380_000)],
    ["revenue 390 000 as before, A from 380 000 → 400 000", ["cut"], revenue(390_000, 390_000), cut(380_000, 400_000)],
    ["revenue 12.30 → 12.10, A from n/a → 12.20", ["revenue", "cut"], revenue(12.3, 12.1), cut(null, 12.2)],
    // Whole units would show no difference.
    ["revenue 5000.30 → 5000.20", ["revenue"], revenue(5000.3, 5000.2), cut(1, null)],
    ["revenue -2 000 → 0", ["revenue"], revenue(-2000, 0), cut(null, null)],
  ])("%s", (words, inputs, ...figures) => expect(causeWords("down", [of("class", inputs, ...figures)])).toBe(words));

  it("with costs that were not evaluated", () =>
    expect(
      causeWords("down", [
        of(
          "class",
          ["costs"],
          revenue(5000, 5000),
          { of: "costs", from: null, to: units(6000) },
          { of: "contribution", from: null, to: null },
        ),
      ]),
    ).toBe("revenue 5 000 as before, costs n/a → 6 000"));
});

describe("a grade", () => {
  it.each<[string, ...CauseFigure[]]>([
    [
      "grade: by wallet, revenue a year 80 000 → 130 000, could buy 200 000 as before",
      { of: "evidence", from: "wallet", to: "wallet" },
      { of: "annual_revenue", from: units(80_000), to: units(130_000) },
      { of: "potential_revenue", from: units(200_000), to: units(200_000) },
    ],
    [
      "grade: by no basis → stated grade, growth n/a → 30.0 %",
      { of: "evidence", from: "no_basis", to: "stated_grade" },
      { of: "potential_growth", from: null, to: 0.3 },
    ],
  ])("%s", (words, ...figures) => expect(causeWords("regraded", [of("grade", ["revenue"], ...figures)])).toBe(words));

  it("stands behind the class", () =>
    expect(
      causeWords("up", [
        of("class", ["cut"], revenue(10, 10)),
        of("grade", ["refusal"], { of: "evidence", from: "refused", to: "trend" }),
      ]),
    ).toBe("revenue 10.00 as before; grade: by refused → trend"));
});

describe("who comes and goes", () => {
  const day = (from: string | null, to: string | null) => ({ of: "last_purchase", from, to }) as const;

  it.each<[Move, string, ...CauseFigure[]]>([
    ["left", "has not bought since 2026-01-05, revenue 1 000 → 0", day(null, "2026-01-05"), revenue(1000, 0)],
    ["left", "revenue 1 000 → 0", day(null, null), revenue(1000, 0)],
    ["back", "had not bought since 2024-01-05, revenue 0 → 1 000", day("2024-01-05", null), revenue(0, 1000)],
    ["back", "revenue 0 → 1 000", day(null, "2026-01-05"), revenue(0, 1000)],
    ["new", "never bought before, revenue 0 → 1 000", day(null, "2026-01-05"), revenue(0, 1000)],
    ["new", "never bought, costs 0 → 50.00", day(null, null), { of: "costs", from: 0n, to: units(50) }],
  ])("%s: %s", (move, words, ...figures) =>
    expect(causeWords(move, [of("presence", ["revenue"], ...figures)])).toBe(words));

  it("and who stays", () => expect(causeWords("same", [])).toBeNull());
});
