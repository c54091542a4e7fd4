import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountNps, latestPerRespondent, netPromoterScore } from "../../src/scoring/nps.ts";

describe("netPromoterScore", () => {
  it.each([
    ["nobody", [], null],
    ["promoters are 9 and 10", [9, 10], 100],
    ["passives are 7 and 8", [7, 8], 0],
    ["detractors are 0 to 6", [0, 6], -100],
    ["two, one and one of four", [10, 9, 8, 6], 25],
    ["one of three each way is zero", [9, 7, 1], 0],
  ])("%s", (_, scores, expected) => expect(netPromoterScore(scores)).toBe(expected));

  it("stays between -100 and 100", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (scores) => {
        expect(Math.abs(netPromoterScore(scores) as number)).toBeLessThanOrEqual(100);
      }),
    ));
});

const answer = (respondent: string | null, date: string, score: number | null) => ({ respondent, date, score });

describe("accountNps", () => {
  it.each([
    ["nobody was asked", [], null],
    ["an invitation is no answer", [answer("a", "2026-01-01", null)], null],
    ["the latest answer counts", [answer("a", "2026-02-01", 9), answer("a", "2026-01-01", 2)], 100],
    ["in any order", [answer("a", "2026-01-01", 2), answer("a", "2026-02-01", 9)], 100],
    [
      "a later invitation does not undo an answer",
      [answer("a", "2026-01-01", 9), answer("a", "2026-02-01", null)],
      100,
    ],
    ["of two on a day the lower", [answer("a", "2026-01-01", 9), answer("a", "2026-01-01", 3)], -100],
    ["of two on a day the lower, given first", [answer("a", "2026-01-01", 3), answer("a", "2026-01-01", 9)], -100],
    ["each respondent counts once", [answer("a", "2026-01-01", 9), answer("b", "2026-01-01", 3)], 0],
    ["without names the account is one", [answer(null, "2026-01-01", 3), answer(null, "2026-02-01", 10)], 100],
    ["the unnamed one is one beside the named", [answer(null, "2026-01-01", 3), answer("a", "2026-02-01", 10)], 0],
  ])("%s", (_, answers, expected) => expect(accountNps(answers)).toBe(expected));

  it("does not depend on the order of the answers", () => {
    const anyAnswer = fc.record({
      respondent: fc.constantFrom("a", "b", null),
      date: fc.constantFrom("2026-01-01", "2026-01-02"),
      score: fc.option(fc.integer({ min: 0, max: 10 })),
    });
    fc.assert(
      fc.property(fc.array(anyAnswer), (answers) => {
        expect(accountNps(answers.toReversed())).toBe(accountNps(answers));
      }),
    );
  });
});

it("latestPerRespondent keeps the whole answer, in order of first appearance", () =>
  expect(
    latestPerRespondent([answer("b", "2026-01-01", 1), answer("a", "2026-01-01", 2), answer("b", "2026-01-05", 8)]),
  ).toEqual([answer("b", "2026-01-05", 8), answer("a", "2026-01-01", 2)]));
