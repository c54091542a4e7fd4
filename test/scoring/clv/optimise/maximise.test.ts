// The objectives are textbook functions whose minimum is known, in logarithms where it says so.
import { describe, expect, it } from "vitest";
import { curvatureAt, inverse } from "../../../../src/scoring/clv/optimise/curvature.ts";
import { descend, type Objective, placeAt, steepest } from "../../../../src/scoring/clv/optimise/descend.ts";
import { maximise } from "../../../../src/scoring/clv/optimise/maximise.ts";
import { tumble } from "../../../../src/scoring/clv/optimise/simplex.ts";

/** From a function and its slopes, both by coordinates. */
const objective =
  (value: (...point: number[]) => number, slopes: (...point: number[]) => number[]): Objective =>
  (point, gradient) => {
    gradient.set(slopes(...point));
    return value(...point);
  };

/** (1 − x)² + 100·(y − x²)², least at (1, 1). */
const banana = objective(
  (x = 0, y = 0) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  (x = 0, y = 0) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
);
/** e^x − 2x + (x − y)², least where x = y = ln 2; there the Hessian is [[4, −2], [−2, 2]]. */
const bowl = objective(
  (x = 0, y = 0) => Math.exp(x) - 2 * x + (x - y) ** 2,
  (x = 0, y = 0) => [Math.exp(x) - 2 + 2 * (x - y), 2 * (y - x)],
);
/** e^(−x) + y²: falls for ever. */
const slide = objective(
  (x = 0, y = 0) => Math.exp(-x) + y * y,
  (x = 0, y = 0) => [-Math.exp(-x), 2 * y],
);

const at = (from: Objective, ...point: number[]) => placeAt(from, Float64Array.from(point));

describe("descend", () => {
  it("follows a bent valley to its end", () => {
    const { point, gradient, iterations } = descend(banana, at(banana, -1.2, 1), 1e-9);
    expect(Array.from(point, (value) => Math.round(value * 1e8) / 1e8)).toEqual([1, 1]);
    expect(steepest(gradient)).toBeLessThanOrEqual(1e-9);
    expect(iterations).toBeLessThan(60);
  });

  it("stays where it is flat", () => expect(descend(banana, at(banana, 1, 1), 1e-9)).toMatchObject({ iterations: 0 }));

  it("stops where the slopes lie", () => {
    const uphill = objective(
      (x = 0) => x * x,
      (x = 0) => [-2 * x],
    );
    expect(descend(uphill, at(uphill, 3), 1e-9)).toMatchObject({ value: 9, iterations: 0 });
  });

  it("looks afresh where they begin to lie, and stops", () => {
    const honestFromSix = objective(
      (x = 0) => (x - 5) ** 2,
      (x = 0) => [x < 6 ? 3 : 2 * (x - 5)],
    );
    const { value, gradient } = descend(honestFromSix, at(honestFromSix, 10), 1e-9);
    expect(value).toBeCloseTo(0, 12);
    expect(Array.from(gradient)).toEqual([3]);
  });

  it("goes on where a function bends downwards first", () => {
    // −cos x, least at 0; from 3 on it bends downwards as far as π/2.
    const wave = objective(
      (x = 0) => -Math.cos(x),
      (x = 0) => [Math.sin(x)],
    );
    expect(descend(wave, at(wave, 3), 1e-9).point[0]).toBeCloseTo(0, 8);
  });

  it("turns back where the function ends", () => {
    // x − ln x, least at 1, not defined below 0; from 30 the first steps lead out of it.
    const half = objective(
      (x = 0) => 10 * x - 10 * Math.log(x),
      (x = 0) => [10 - 10 / x],
    );
    expect(descend(half, at(half, 1.9), 1e-9).point[0]).toBeCloseTo(1, 8);
  });
});

describe("the simplex", () => {
  it.each([
    [-1.2, 1],
    [3, 3],
    [0.5, 8],
  ])("follows the valley from (%f, %f) without slopes", (x, y) => {
    const { point } = tumble(banana, at(banana, x, y));
    expect(point[0]).toBeCloseTo(1, 4);
    expect(point[1]).toBeCloseTo(1, 4);
  });

  it("ends where it can go no further", () => {
    const { value } = tumble(slide, at(slide, 0, 1));
    expect(value).toBeLessThan(1e-9);
  });
});

describe("curvature", () => {
  it("from slopes", () => {
    const [first, second] = curvatureAt(bowl, at(bowl, Math.LN2, Math.LN2));
    for (const [value, expected] of [
      [first?.[0], 4],
      [first?.[1], -2],
      [second?.[0], -2],
      [second?.[1], 2],
    ] as const)
      expect(value).toBeCloseTo(expected, 6);
  });

  it("inverse of [[4, −2], [−2, 2]]: [[½, ½], [½, 1]]", () => {
    const result = inverse([Float64Array.of(4, -2), Float64Array.of(-2, 2)]);
    expect(result?.map((row) => Array.from(row, (value) => Math.round(value * 1e12) / 1e12))).toEqual([
      [0.5, 0.5],
      [0.5, 1],
    ]);
  });

  it("has none where it does not curve upwards", () => {
    expect(inverse([Float64Array.of(1, 2), Float64Array.of(2, 1)])).toBeNull();
    expect(inverse([Float64Array.of(Number.NaN)])).toBeNull();
  });
});

describe("maximise", () => {
  it("the mean log-likelihood of an exponential: rate 1 / mean, relative error 1 / √n", () => {
    // Minus the mean log-likelihood by ln rate, mean 4: 4·e^θ − θ; the curvature at its minimum is 1.
    const loss = objective(
      (theta = 0) => 4 * Math.exp(theta) - theta,
      (theta = 0) => [4 * Math.exp(theta) - 1],
    );
    const found = maximise(loss, [[100], [1]]);
    if (!found.converged) throw new Error("not found");
    expect(Math.exp(found.point[0] as number)).toBeCloseTo(0.25, 12);
    expect(found.value).toBeCloseTo(1 + Math.log(4), 12);
    expect(found.covariance[0]?.[0]).toBeCloseTo(1, 6);
  });

  it("the best of the starts leads the way", () => {
    const found = maximise(bowl, [
      [1e-6, 1e6],
      [2, 1],
      [1e6, 1e-6],
    ]);
    if (!found.converged) throw new Error("not found");
    expect(Array.from(found.point, Math.exp).map((value) => Math.round(value * 1e9) / 1e9)).toEqual([2, 2]);
  });

  it("the next start, where the first ends on a ridge", () => {
    // (x² − 1)² − x/4: with slopes of zero at x = 0, where it curves downwards.
    const ridge = objective(
      (x = 0) => (x * x - 1) ** 2,
      (x = 0) => [4 * x * (x * x - 1)],
    );
    const found = maximise(ridge, [[1], [20]]);
    expect(found.converged).toBe(true);
  });

  it("the simplex, where slopes mislead at the starts", () => {
    // Slopes point the wrong way left of x = 2.
    const misleading = objective(
      (x = 0) => (x - 5) ** 2,
      (x = 0) => [x < 2 ? 1 : 2 * (x - 5)],
    );
    const found = maximise(misleading, [[1], [2]]);
    expect(found.converged && found.point[0]).toBeCloseTo(5, 10);
  });

  it("nothing where the surface levels off towards infinity", () =>
    // The first coordinate runs, the second stays.
    expect(maximise(slide, [[1, 1]])).toMatchObject({ converged: false, unbounded: [0] }));

  it("nothing where the way down leads out of where it is defined", () => {
    // Falls up to 1 and ends there; a Newton step would go on to 11.
    const cliff = objective(
      (x = 0) => (x > 1 ? Number.NaN : -x + 0.05 * (x - 1) ** 2),
      (x = 0) => [-1 + 0.1 * (x - 1)],
    );
    expect(maximise(cliff, [[Math.E], [1]]).converged).toBe(false);
  });

  it("nothing where it is not defined", () => {
    const nowhere = objective(
      () => Number.NaN,
      () => [1],
    );
    expect(maximise(nowhere, [[1], [2]])).toEqual({ converged: false, iterations: 0, largestSlope: 0, unbounded: [] });
  });
});
