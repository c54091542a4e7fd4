// Log-likelihoods and P(alive): the textbooks' formulas with ₂F₁ in mpmath 1.3, 40 digits, rounded to 17.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupHistories, type HistoryGroups } from "../../../src/scoring/clv/histories.ts";
import { type PurchaseModelName, purchaseModelNames, purchaseModels } from "../../../src/scoring/clv/models.ts";
import type { Values } from "../../../src/scoring/clv/purchase-model.ts";
import { off, population } from "./population.ts";

const bg = ["bg_nbd", [0.243, 4.414, 0.793, 2.426]] as const;
const mbg = ["mbg_nbd", [0.525, 6.183, 0.891, 1.614]] as const;
const pareto = ["pareto_nbd", [0.553, 10.578, 0.606, 11.669]] as const;
const slowPareto = ["pareto_nbd", [0.9, 20, 1, 3]] as const;
const models = [bg, mbg, pareto, slowPareto];

// x, t_x, T in days, then log-likelihood and P(alive) of each of the four.
// biome-ignore format: a table
const customers = [
  [0, 0, 0, 0, 1, 0, 0.644311377245509, 0, 1, 0, 1],
  [0, 0, 272, -0.5546972319626023, 1, -0.5398244842200447, 0.3897430016855185, -0.5210368564101566, 0.2953033742657955, -0.21162433001185454, 0.03352483822437656],
  [0, 0, 1, -0.007740000767601167, 1, -0.007710100294234798, 0.6415583829974527, -0.007391004169897186, 0.9926260973870088, -0.006257744593872588, 0.9544042147975957],
  [1, 12, 272, -4.469760929574855, 0.2122600625546133, -4.461030419642865, 0.17096748804051878, -4.45081302819036, 0.16812715101766978, -4.180439812344003, 0.027129681043781835],
  [2, 213, 272, -9.458473557488498, 0.7265897218354949, -9.485409256320974, 0.706215055462196, -9.55412282414903, 0.8691861546511618, -10.941964724848608, 0.7566448345678431],
  [7, 206, 272, -21.862859831933896, 0.6417960022486665, -21.776111110899514, 0.6227650391061398, -21.594227549005144, 0.7495427189570206, -23.374134532710258, 0.6060085122253357],
  [26, 216, 217, -37.72651332833301, 0.9688515628518959, -38.32205642777505, 0.9654980547675825, -39.1316269761166, 0.9978742606099413, -44.62553144173098, 0.9956362911623299],
  [26, 217, 217, -37.72965315171185, 0.9718983663489138, -38.325410999642045, 0.9687423259077355, -39.133754978097656, 1, -44.62990469933487, 1],
  [60, 300, 3650, -54.677266795972834, 7.232018132620525e-62, -56.011671134588845, 2.4681481992292498e-61, -58.85105154336974, 9.443509926134976e-60, -67.87963915287203, 4.453128914777643e-57],
  [400, 700, 720, 124.23051495007611, 0.010171236849725117, 118.52604738936942, 0.010730588473761463, 105.91102554876485, 0.02346718550451265, 73.87185308912109, 0.02617565503672529],
] as const;

const oneGroup = (x: number, last: number, observed: number, weight = 1): HistoryGroups => ({
  repeatPurchases: Uint32Array.of(x),
  lastPurchaseDay: Uint32Array.of(last),
  observedDays: Uint32Array.of(observed),
  weight: Float64Array.of(weight),
  customers: weight,
});

const meanLoss = (name: PurchaseModelName, groups: HistoryGroups, values: readonly number[]) => {
  const gradient = new Float64Array(4);
  return { value: purchaseModels[name].objective(groups)(Float64Array.from(values, Math.log), gradient), gradient };
};

describe.each(customers)("x %i, t_x %i, T %i days", (x, last, observed, ...expected) => {
  it.each(models.map((model, i) => [...model, i] as const))("%s with %j", (name, values, i) => {
    const logLikelihood = expected[2 * i] as number;
    expect(off(-meanLoss(name, oneGroup(x, last, observed), values).value, logLikelihood)).toBeLessThan(1e-11);
    const alive = purchaseModels[name].alive(values)(x, last / 7, observed / 7);
    expect(off(alive, expected[2 * i + 1] as number)).toBeLessThan(1e-11);
  });
});

const parameter = fc.double({ min: -3, max: 4, noNaN: true }).map(Math.exp);
const anyValues = fc.tuple(parameter, parameter, parameter, parameter);
const anyHistory = fc
  .tuple(fc.oneof(fc.nat(30), fc.nat(5000)), fc.nat(3000), fc.nat(3000))
  .map(([x, last, silence]) => (x === 0 ? ([0, 0, silence] as const) : ([x, last, last + silence] as const)));

describe.each(purchaseModelNames)("%s", (name) => {
  const slopeErrors = (groups: HistoryGroups, values: readonly number[]) => {
    const objective = purchaseModels[name].objective(groups);
    const point = Float64Array.from(values, Math.log);
    const { gradient } = meanLoss(name, groups, values);
    const nowhere = new Float64Array(4);
    const at = (i: number, step: number) => objective(point.with(i, (point[i] as number) + step), nowhere);
    return Array.from(gradient, (slope, i) => {
      const difference = (8 * (at(i, 1e-3) - at(i, -1e-3)) - at(i, 2e-3) + at(i, -2e-3)) / 12e-3;
      return Math.abs(slope - difference) / (1 + Math.abs(slope));
    });
  };

  it("its gradient is that of its likelihood", () => {
    fc.assert(
      fc.property(anyHistory, anyValues, ([x, last, observed], values) => {
        for (const error of slopeErrors(oneGroup(x, last, observed), values)) expect(error).toBeLessThan(1e-6);
      }),
    );
    // Many customers share x: tables by day.
    for (const error of slopeErrors(groupHistories(population(3000)), [0.7, 9, 0.8, 2]))
      expect(error).toBeLessThan(1e-9);
  });

  it("the likelihood of many is the mean of their own", () => {
    const histories = population(2000);
    const groups = groupHistories(histories);
    const values = [0.7, 9, 0.8, 2];
    let sum = 0;
    for (let i = 0; i < 2000; i++) {
      const { repeatPurchases, lastPurchaseDay, observedDays } = histories;
      const own = [repeatPurchases[i], lastPurchaseDay[i], observedDays[i]] as [number, number, number];
      sum += meanLoss(name, oneGroup(...own), values).value;
    }
    expect(off(meanLoss(name, groups, values).value, sum / 2000)).toBeLessThan(1e-12);
  });

  it("a group counts as much as its weight says, however it is split", () => {
    const whole = groupHistories(population(200));
    const twice = (column: Uint32Array) =>
      Uint32Array.from({ length: 2 * column.length }, (_, i) => column[i >> 1] as number);
    const split: HistoryGroups = {
      repeatPurchases: twice(whole.repeatPurchases),
      lastPurchaseDay: twice(whole.lastPurchaseDay),
      observedDays: twice(whole.observedDays),
      weight: Float64Array.from(
        { length: 2 * whole.weight.length },
        (_, i) => (whole.weight[i >> 1] as number) * (i % 2 ? 0.3 : 0.7),
      ),
      customers: whole.customers,
    };
    const [a, b] = [meanLoss(name, whole, [0.7, 9, 0.8, 2]), meanLoss(name, split, [0.7, 9, 0.8, 2])];
    expect(off(a.value, b.value)).toBeLessThan(1e-12);
    for (const [i, slope] of a.gradient.entries()) expect(slope).toBeCloseTo(b.gradient[i] as number, 12);
  });

  it("P(alive) is a probability and the likelihood a number, whatever the customer", () => {
    const wild = fc.double({ min: -12, max: 12, noNaN: true }).map(Math.exp);
    const day = fc.oneof(fc.nat(3), fc.nat(50_000));
    fc.assert(
      fc.property(
        fc.tuple(wild, wild, wild, wild),
        fc.oneof(fc.nat(3), fc.nat(1_000_000)),
        day,
        day,
        (values, x, last, silence) => {
          const t = x === 0 ? 0 : last;
          const alive = purchaseModels[name].alive(values as Values)(x, t / 7, (t + silence) / 7);
          expect(alive).toBeGreaterThanOrEqual(0);
          expect(alive).toBeLessThanOrEqual(1);
          const { value, gradient } = meanLoss(name, oneGroup(x, t, t + silence), values);
          for (const number of [value, ...gradient]) expect(number).toSatisfy(Number.isFinite);
        },
      ),
    );
  });

  it("P(alive) falls with silence", () => {
    const alive = purchaseModels[name].alive([0.7, 9, 0.8, 2]);
    for (const x of [1, 3, 20])
      for (let day = 100; day < 1000; day += 50)
        expect(alive(x, 14, (day + 50) / 7)).toBeLessThan(alive(x, 14, day / 7));
  });
});
