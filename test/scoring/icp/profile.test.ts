// Worked by hand from docs/method.md §12.
import { describe, expect, it } from "vitest";
import { IcpOptions } from "../../../src/scoring/icp/options.ts";
import { profileTraits } from "../../../src/scoring/icp/profile.ts";
import { isBest, member, twelve } from "./members.ts";

const optionsOf = (rest: object) => IcpOptions.parse({ attributes: ["industry"], ...rest });
const profile = (members = twelve, rest: object = {}) => profileTraits(members, isBest, optionsOf(rest));

describe("a trait", () => {
  const [x, y, z] = profile();

  it("that the best have more often", () => {
    // 3 of 4 against 4 of 12. Tables of these margins: C(4,k)·C(8,4−k) = 70, 224, 168, 32, 1 of 495; 32 and less are 33.
    expect(x).toMatchObject({ attribute: "industry", value: "x", best: 3, base: 4, bestShare: 0.75, support: 4 / 12 });
    expect(x?.lift).toBe(2.25);
    expect(x?.pValue).toBeCloseTo(33 / 495, 14);
    // The smaller of two, so twice.
    expect(x?.pAdjusted).toBeCloseTo(66 / 495, 14);
    expect(x).toMatchObject({ margin: 0.2, ordersPerCustomer: 4 });
  });

  it("that they have less often", () => {
    // 1 of 4 against 6 of 12. C(6,k)·C(6,4−k) = 15, 120, 225, 120, 15 of 495; 120 and less are 270.
    expect(y).toMatchObject({ value: "y", best: 1, base: 6, bestShare: 0.25, support: 0.5, lift: 0.5 });
    expect(y?.pValue).toBeCloseTo(270 / 495, 14);
    expect(y?.pAdjusted).toBeCloseTo(270 / 495, 14);
  });

  it("of two customers has no lift", () =>
    expect(z).toMatchObject({
      value: "z",
      best: 0,
      base: 2,
      bestShare: 0,
      lift: null,
      pValue: null,
      pAdjusted: null,
      verdict: "too few",
      because: { rule: "fewer_than_3_with_trait", value: 2, threshold: 3 },
    }));

  it("of three has one", () => {
    const third = profile([...twelve, member("o9", ["z"])])[2];
    expect(third).toMatchObject({ value: "z", base: 3, lift: 0, verdict: "typical" });
  });
});

describe("the verdict", () => {
  const verdicts = (falseDiscoveryRate: number) =>
    profile(twelve, { falseDiscoveryRate }).map(({ verdict, because: { rule } }) => [verdict, rule]);

  it.each([
    // 66/495 is 0.1333…, 270/495 is 0.5454….
    [0.1, "typical", "typical"],
    [0.134, "seek", "typical"],
    [0.6, "seek", "seldom"],
  ])("at a rate of %d", (rate, first, second) =>
    expect(verdicts(rate).map(([verdict]) => verdict)).toEqual([first, second, "too few"]));

  it("with its reason", () => {
    expect(verdicts(0.6).map(([, rule]) => rule)).toEqual([
      "more_often_among_best",
      "less_often_among_best",
      "fewer_than_3_with_trait",
    ]);
    expect(profile()[0]?.because).toEqual({
      rule: "chance_explains_it",
      value: profile()[0]?.pAdjusted,
      threshold: 0.1,
    });
  });

  it("of what everybody has is typical, whatever the rate", () => {
    const same = twelve.map(({ customerId }) => member(customerId, ["(unknown)"]));
    expect(profile(same, { falseDiscoveryRate: 1 })).toMatchObject([
      { value: "(unknown)", lift: 1, pValue: 1, verdict: "typical" },
    ]);
  });
});

describe("too few", () => {
  it("nine customers have no lift, ten have", () => {
    const nine = profile(twelve.slice(0, 9));
    expect(nine.map(({ lift, because }) => [lift, because.rule])).toEqual([
      [null, "fewer_than_10_customers"],
      [null, "fewer_than_10_customers"],
    ]);
    expect(nine[0]?.because).toMatchObject({ value: 9, threshold: 10 });
    expect(profile(twelve.slice(0, 10)).map(({ lift }) => lift)).not.toContain(null);
  });

  it("nobody among the best", () => {
    const [first] = profileTraits(twelve, () => false, optionsOf({}));
    expect(first).toMatchObject({
      bestShare: null,
      lift: null,
      because: { rule: "nobody_can_be_ranked", value: 0, threshold: 1 },
    });
  });

  it("nobody at all", () => expect(profile([])).toEqual([]));
});

describe("the margin", () => {
  it("is of the sums of those of whom it is known", () => {
    const members = [
      member("a", ["x"], { revenue: 300n, contribution: 30n, margin: 0.1 }),
      member("b", ["x"], { revenue: 100n, contribution: 50n, margin: 0.5 }),
      member("c", ["x"], { revenue: 900n, contribution: 900n, margin: null }),
      member("d", ["y"], { contribution: null, margin: null }),
    ];
    expect(profile(members).map(({ value, margin }) => [value, margin])).toEqual([
      ["x", 80 / 400],
      ["y", null],
    ]);
  });
});

describe("the order", () => {
  it("bands from the lowest, unknown last; attributes as chosen", () => {
    const members = ["(unknown)", "1000 and more", "under 10", "50 to under 250"].map((band, i) =>
      member(`o${i}`, [band, "NO"]),
    );
    const options = IcpOptions.parse({ attributes: ["size_band", "country"] });
    expect(profileTraits(members, isBest, options).map(({ value }) => value)).toEqual([
      ...["under 10", "50 to under 250", "1000 and more", "(unknown)", "NO"],
    ]);
  });

  it("other values by lift, then by customers, then by code point", () => {
    const members = [
      ...twelve,
      ...["u", "t"].map((value, i) => member(`p${i}`, [value])),
      ...["q", "r", "s"].map((id) => member(id, ["w"])),
    ];
    expect(profile(members).map(({ value }) => value)).toEqual(["x", "y", "w", "z", "t", "u"]);
  });
});
