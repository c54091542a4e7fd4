// Worked by hand from docs/method.md §12.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossValidate, fitTo, pairsWon } from "../../../src/scoring/icp/fit.ts";
import { isBest, member, twelve } from "./members.ts";

describe("the fit", () => {
  // Of 4 among the best and 12 in all: x is a third, ln((3 + 1/3) / 5 / (1/3)) = ln 2; y a half, ln((1 + 1/2) / 5 / (1/2)) =
  // ln 0.6; z has two customers and says nothing.
  const fitOf = fitTo(twelve, isBest, [true]);

  it("is 100 with the best value, 0 with the worst", () => {
    expect(fitOf({ traits: ["x"] }).fit).toBeCloseTo(100, 12);
    expect(fitOf({ traits: ["y"] }).fit).toBeCloseTo(0, 12);
  });

  it("with the reasons", () => {
    const { reasons, unknown, unfamiliar } = fitOf({ traits: ["x"] });
    expect(reasons).toMatchObject([{ at: 0, value: "x", lift: 2.25 }]);
    expect(reasons[0]?.effect).toBeCloseTo(Math.log(2), 14);
    expect([unknown, unfamiliar]).toEqual([[], []]);
  });

  it.each([
    ["(unknown)", [0], []],
    ["z", [], [0]],
    ["never seen", [], [0]],
  ])("%s says nothing", (value, unknown, unfamiliar) => {
    expect(fitOf({ traits: [value] })).toEqual({ fit: null, sum: 0, reasons: [], unknown, unfamiliar });
  });

  it("adds up over attributes, the strongest reason first", () => {
    // The second attribute has m for the best and o1, n for the other seven. m: 5 of 12, ln((4 + 5/12) / 5 / (5/12)) = ln 2.12;
    // n: 7 of 12, ln((7/12) / 5 / (7/12)) = ln 0.2.
    const two = twelve.map((each) => ({
      ...each,
      traits: [...each.traits, isBest(each) || each.customerId === "o1" ? "m" : "n"],
    }));
    const fitOfTwo = fitTo(two, isBest, [true, true]);
    const { fit: found, reasons } = fitOfTwo({ traits: ["x", "n"] });
    // 2 · 0.2 speaks against, and the worst is 0.6 · 0.2. y and m, 0.6 · 2.12, speak for, and the best is 2 · 2.12.
    expect(found).toBeCloseTo(50 - (50 * Math.log(0.4)) / Math.log(0.12), 12);
    expect(fitOfTwo({ traits: ["y", "m"] }).fit).toBeCloseTo(50 + (50 * Math.log(0.6 * 2.12)) / Math.log(4.24), 12);
    expect(reasons.map(({ at, value }) => [at, value])).toEqual([
      [1, "n"],
      [0, "x"],
    ]);
    // Only what is used counts, and is missed.
    const first = fitTo(two, isBest, [true, false]);
    expect(first({ traits: ["x", "n"] })).toMatchObject({ reasons: [{ at: 0 }], unfamiliar: [] });
    expect(first({ traits: ["x", "n"] }).fit).toBeCloseTo(100, 12);
  });

  it("equally strong reasons stand in the order of the attributes", () => {
    const twice = twelve.map((each) => ({ ...each, traits: [...each.traits, ...each.traits] }));
    expect(fitTo(twice, isBest, [true, true])({ traits: ["x", "x"] }).reasons.map(({ at }) => at)).toEqual([0, 1]);
  });

  it("is 50 where nothing tells the best from the others, not known where nothing is told", () => {
    const same = twelve.map(({ customerId }) => member(customerId, ["x"]));
    expect(fitTo(same, isBest, [true])({ traits: ["x"] })).toMatchObject({
      fit: 50,
      reasons: [{ lift: 1, effect: 0 }],
    });
    expect(fitTo(twelve, () => false, [true])({ traits: ["x"] })).toMatchObject({ fit: null, reasons: [] });
    expect(fitTo([], isBest, [true])({ traits: ["x"] }).fit).toBeNull();
  });
});

describe("the cross-validation", () => {
  const base = (best: number, others: number, traitOf: (isOne: boolean) => string) => [
    ...Array.from({ length: best }, (_, i) => member(`B${i}`, [traitOf(true)])),
    ...Array.from({ length: others }, (_, i) => member(`o${i}`, [traitOf(false)])),
  ];
  const validate = (members: ReturnType<typeof base>) => crossValidate(members, isBest, [true]);

  it("is 1 where a trait tells all, 0.5 where none tells anything", () => {
    expect(validate(base(10, 20, (isOne) => (isOne ? "x" : "y")))).toEqual({ auc: 1, folds: 5 });
    expect(validate(base(10, 20, () => "x"))).toEqual({ auc: 0.5, folds: 5 });
  });

  it("two folds worked by hand", () => {
    // Two best: B1 x, B2 y. Others by id: o1 x, o2 x, o3 y, o4 y, o5 y, o6 x. The folds hold B1 o1 o3 o5 and B2 o2 o4 o6.
    // Without the first: B2 y, o2 x, o4 y, o6 x; x and y have two customers each and say nothing: B1 ties with three.
    // Without the second: B1 x, o1 x, o3 y, o5 y: the same. 3 of 6 pairs.
    const few = [..."xy"]
      .map((value, i) => member(`B${i + 1}`, [value]))
      .concat([..."xxyyyx"].map((value, i) => member(`o${i + 1}`, [value])));
    expect(validate(few)).toEqual({ auc: 0.5, folds: 2 });
    // With four times as many others of their kind they speak: out of the first, y 1 of 1 best among 1 + 4·… customers.
    const [one, another] = [few.slice(0, 2), few.slice(2)];
    const more = one.concat(
      ["a", "b", "c", "d"].flatMap((letter) => another.map((o) => ({ ...o, customerId: `${o.customerId}${letter}` }))),
    );
    // By id each of the four copies follows the other, so every fold holds half of them: 2 copies each of o1 to o6, that is 6 x
    // and 6 y. The fold with B1 (x) is judged by B2 (y): y 7 of 13 is good, x 6 of 13 bad: B1 loses to 6 y and ties with 6 x.
    // The other fold is its mirror image. 3 + 3 of 24 pairs.
    expect(validate(more)).toEqual({ auc: 6 / 24, folds: 2 });
  });

  it.each([
    [1, 20],
    [20, 1],
    [0, 20],
  ])("needs two of either: %i and %i", (best, others) => expect(validate(base(best, others, () => "x"))).toBeNull());

  it("does not depend on the order of the customers", () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom("x", "y", "z", "(unknown)"), { minLength: 12, maxLength: 40 }), (values) => {
        const members = values.map((value, i) => member(`${i % 3 === 0 ? "B" : "o"}${i}`, [value]));
        expect(validate(members.toReversed())).toEqual(validate(members));
      }),
    ));
});

describe("pairs won", () => {
  it("equal ones are half", () => {
    // 3 beats 2 and 1; 1 loses to 2 and ties with 1.
    expect(pairsWon([3, 1], [2, 1])).toBe(2.5);
    expect(pairsWon([], [1])).toBe(0);
  });

  it("what the one side wins the other loses", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), fc.array(fc.integer({ min: 0, max: 5 })), (a, b) => {
        expect(pairsWon(a, b) + pairsWon(b, a)).toBe(a.length * b.length);
        let won = 0;
        for (const x of a) for (const y of b) won += x > y ? 1 : x === y ? 0.5 : 0;
        expect(pairsWon(a, b)).toBe(won);
      }),
    ));
});
