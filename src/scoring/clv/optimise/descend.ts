/** A function to be made small: its value at a point, its slopes into `gradient`. Not finite where it is not defined. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** A point with what the objective says of it. */
export interface Place {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

export interface Descent extends Place {
  readonly iterations: number;
}

/** Has the search left the range in which parameters mean something? */
export const isLost = ({ point }: Pick<Place, "point">): boolean => !(steepest(point) <= farthest);

/** The largest slope, up or down. */
export const steepest = (gradient: Float64Array): number =>
  gradient.reduce((largest, slope) => Math.max(largest, Math.abs(slope)), 0);

/** A look at the objective; where it is not defined it is infinite and flat, so that nothing starts from there. */
export function placeAt(objective: Objective, point: Float64Array): Place {
  const gradient = new Float64Array(point.length);
  const value = objective(point, gradient);
  const usable = Number.isFinite(value) && gradient.every(Number.isFinite);
  return usable ? { point, value, gradient } : { point, value: Number.POSITIVE_INFINITY, gradient: gradient.fill(0) };
}

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

const mostIterations = 200;
const mostTrials = 40;
/** No coordinate moves further in one step: the coordinates are logarithms. */
const longestStep = 2;
/** Beyond e¹² or below e⁻¹² a parameter means nothing any more: the surface falls towards infinity. */
const farthest = 12;
/** Values closer than this share of themselves are equal: sums over many customers say no more. */
const noise = 1e-14;

/**
 * The way down from a start, by BFGS with a line search for the weak Wolfe conditions (bisection). Ends where no slope
 * exceeds `flat`, where no step leads further down, where a coordinate leaves ±12, or after 200 steps; whoever asks judges
 * the place. Deterministic.
 * Source: Nocedal & Wright, Numerical Optimization, ch. 6; Lewis & Overton 2013 for the line search.
 */
export function descend(objective: Objective, start: Place, flat: number): Descent {
  let place = start;
  let metric: Float64Array[] | null = null;
  let iterations = 0;
  for (; iterations < mostIterations && steepest(place.gradient) > flat && !isLost(place); iterations++) {
    const direction: Float64Array = metric === null ? towards(place.gradient) : downhill(metric, place.gradient);
    const next = lineSearch(objective, place, direction);
    if (next === null) {
      if (metric === null) break;
      // The picture of the slope is bad, perhaps; look at it afresh once.
      metric = null;
      continue;
    }
    metric = learn(metric, place, next);
    place = next;
  }
  return { ...place, iterations };
}

/** Straight down, no coordinate further than 1. */
const towards = (gradient: Float64Array): Float64Array => {
  const longest = Math.max(1, steepest(gradient));
  return gradient.map((slope) => -slope / longest);
};

const downhill = (metric: readonly Float64Array[], gradient: Float64Array): Float64Array =>
  Float64Array.from(metric, (row) => -dot(row, gradient));

/** A point further down the direction, steep enough no longer; `null` where there is none. */
function lineSearch(objective: Objective, from: Place, direction: Float64Array): Place | null {
  const slope = -Math.abs(dot(from.gradient, direction));
  let [near, far] = [0, Number.POSITIVE_INFINITY];
  let length = Math.min(1, longestStep / steepest(direction));
  const most = longestStep / steepest(direction);
  for (let trial = 0; trial < mostTrials; trial++) {
    const step = length;
    const there = placeAt(
      objective,
      from.point.map((value, i) => value + step * (direction[i] as number)),
    );
    if (!(there.value <= from.value + 1e-4 * step * slope + noise * Math.abs(from.value))) far = step;
    else if (step < most && dot(there.gradient, direction) < 0.9 * slope) near = step;
    else return there;
    length = Math.min(most, far === Number.POSITIVE_INFINITY ? 2 * near : (near + far) / 2);
  }
  return null;
}

/** The BFGS update of the inverse Hessian; the first one is scaled by the curvature met. */
function learn(metric: readonly Float64Array[] | null, from: Place, to: Place): Float64Array[] | null {
  const moved = to.point.map((value, i) => value - (from.point[i] as number));
  const bent = to.gradient.map((slope, i) => slope - (from.gradient[i] as number));
  const curvature = dot(moved, bent);
  if (!(curvature > 0)) return metric === null ? null : [...metric];
  const size = moved.length;
  const start = curvature / dot(bent, bent);
  const known = metric ?? Array.from(moved, (_, i) => new Float64Array(size).fill(start, i, i + 1));
  const seen = Float64Array.from(known, (row) => dot(row, bent));
  const stretch = (1 + dot(bent, seen) / curvature) / curvature;
  return known.map((row, i) =>
    row.map((value, j) => {
      const [mi, mj, si, sj] = [moved[i], moved[j], seen[i], seen[j]] as [number, number, number, number];
      return value + stretch * mi * mj - (mi * sj + si * mj) / curvature;
    }),
  );
}
