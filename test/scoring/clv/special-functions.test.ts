// Expected values: mpmath 1.3 with 40 digits, rounded to 17.
import { describe, expect, it } from "vitest";
import { digamma, risingSlope } from "../../../src/scoring/clv/digamma.ts";
import { logBeta, logGamma, logRising } from "../../../src/scoring/clv/log-gamma.ts";
import { visitPoints } from "../../../src/scoring/clv/quadrature.ts";
import { integralOverLeaving, survivingPurchases } from "../../../src/scoring/clv/surviving-purchases.ts";
import { off } from "./population.ts";

describe("lnΓ", () => {
  // The arguments are the nearest binary fractions, which matters beside the zeros at 1 and 2.
  it.each([
    [1e-300, 690.7755278982137],
    [1e-10, 23.025850929882736],
    [0.1, 2.252712651734206],
    [0.4999999, 0.5723651392757274],
    [0.5, 0.5723649429247001],
    [0.9999999, 5.772157468444193e-8],
    [1, 0],
    [1.0000001, -5.772155829918507e-8],
    [1.4616321, -0.12148629053584863],
    [1.5, -0.12078223763524522],
    [1.9999, -0.00004227520877215346],
    [2, 0],
    [2.0001, 0.000042281658112919945],
    [2.5, 0.2846828704729192],
    [3.7, 1.428072326665388],
    [9.99, 12.779315214350193],
    [10, 12.80182748008147],
    [12.5, 18.73434751193645],
    [100, 359.1342053695754],
    [1e6, 12815504.569147611],
    [1e15, 33538776394910668],
  ])("of %f", (x, expected) => expect(off(logGamma(x), expected)).toBeLessThan(1e-14));
});

describe("ψ", () => {
  it.each([
    [1e-10, -10000000000.577215],
    [0.1, -10.423754940411076],
    [1, -0.5772156649015329],
    [1.4, -0.06138454458511624],
    [2.5, 0.7031566406452432],
    [9.99, 2.250700372831201],
    [10, 2.251752589066721],
    [25, 3.198742512851974],
    [1e6, 13.815510057964191],
  ])("of %f", (x, expected) => expect(off(digamma(x), expected)).toBeLessThan(2e-14));

  it("is the slope of lnΓ", () => {
    for (const x of [0.3, 1.2, 3.3, 9.9, 30])
      expect(digamma(x)).toBeCloseTo((logGamma(x + 1e-5) - logGamma(x - 1e-5)) / 2e-5, 7);
  });
});

it.each([
  [0.5, 0.5, 1.1447298858494002],
  [0.001, 0.002, 7.313217104417235],
  [0.793, 2.426, -0.5115692885937033],
  [3, 1e6, -40.75338749333038],
  [1e6, 2e6, -1909548.290968533],
  [15, 0.3, 0.29041293559257364],
  [12, 40, -28.275524477980014],
  [1e-5, 1e9, 11.512712460237461],
])("ln B(%f, %f)", (a, b, expected) => {
  expect(off(logBeta(a, b), expected)).toBeLessThan(1e-14);
  expect(logBeta(b, a)).toBe(logBeta(a, b));
});

it.each([
  [0.243, 0, 0, 0],
  [0.243, 5, 2.2324176259704256, 5.909601802761824],
  [0.243, 32, 77.61347195125299, 7.808807437483059],
  [0.243, 33, 81.08677291667152, 7.839821921246977],
  [4.5, 1000, 5933.859449914382, 5.522876415227461],
  [1e8, 20, 368.4136167790472, 1.9999998100000246e-7],
])("ln of the rising factorial of %f by %i, and its slope", (x, n, logarithm, slope) => {
  expect(off(logRising(x, n), logarithm)).toBeLessThan(1e-14);
  expect(off(risingSlope(x, n), slope)).toBeLessThan(1e-14);
});

describe("quadrature", () => {
  // ∫ e^(−s/k) ds from 0 to L = k·(1 − e^(−L/k)); ∫ (1 + s/k)^(−2) ds = L/(1 + L/k)
  it.each([
    [0.1, 5],
    [3, 5],
    [50, 5],
    [1000, 2],
    [1e6, 0.1],
  ])("up to %f, with a scale of %f", (length, scale) => {
    let [exponential, power] = [0, 0];
    visitPoints(length, scale, (s, weight) => {
      exponential += weight * Math.exp(-s / scale);
      power += weight / (1 + s / scale) ** 2;
    });
    expect(off(exponential, -scale * Math.expm1(-length / scale))).toBeLessThan(1e-11);
    expect(off(power, length / (1 + length / scale))).toBeLessThan(1e-12);
  });

  it("has no points in nothing", () => visitPoints(0, 1, () => expect.unreachable()));
});

describe("purchases survived", () => {
  // (a + b − 1)/(a − 1)·[1 − ₂F₁(shape, a − 1; a + b − 1; −time)]; at a = 1 the integral over p.
  it.each([
    [0.243, 8.83, 0.793, 2.426, 1.1962193990124057],
    [2.243, 0.5, 0.793, 4.426, 1.0059409180455199],
    [0.5, 3, 1, 2, 0.9551937657659909],
    [0.5, 3, 1.0000001, 2, 0.9551937382563458],
    [0.3, 2, 0.4, 0.3, 0.3903705366772273],
    [30.2, 3.1, 0.8, 33, 50.77435909760706],
    [500.5, 4, 1.3, 480, 622.8978882217692],
    [0.5, 1500, 0.7, 0.9, 14.435079379179067],
    [0.25, 1e5, 0.3, 0.2, 496.8241844020849],
    [3000.5, 7, 2.5, 3000, 1912.528760073671],
    [40.5, 900, 60, 25, 1.423728813559322],
    [2.5, 20_000, 0.0001, 0.0001, 24974.055638731974],
    [5000.3, 0.5, 0.9, 5001, 2069.151331373118],
  ])("shape %f, time %f, Beta(%f, %f)", (shape, time, a, b, expected) => {
    expect(off(survivingPurchases(shape, time, a, b), expected)).toBeLessThan(1e-11);
    expect(off(integralOverLeaving(shape, time, a, b), expected)).toBeLessThan(1e-11);
  });

  it("none in no time", () => expect(survivingPurchases(2, 0, 1, 1)).toBe(0));

  it("all of shape · time where nearly nobody leaves", () =>
    expect(off(survivingPurchases(3, 2, 1e-12, 5), 6)).toBeLessThan(1e-11));
});
