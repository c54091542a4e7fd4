import { compare } from "../../../base/statistics.ts";
import { curvatureAt, inverse } from "./curvature.ts";
import { type Descent, descend, dot, isLost, type Objective, type Place, placeAt, steepest } from "./descend.ts";
import { tumble } from "./simplex.ts";

/** A maximum of a likelihood, in the logarithms of the parameters. */
export interface Maximum extends Descent {
  readonly converged: true;
  /** Of the logarithms, for one observation; of n together it is a n-th. */
  readonly covariance: readonly Float64Array[];
}

/** No maximum was found: what is known of the place where the search ended. */
export interface NoMaximum {
  readonly converged: false;
  readonly iterations: number;
  readonly largestSlope: number;
  /** Coordinates that ran away, by place: the likelihood grows as they go on towards zero or infinity. */
  readonly unbounded: readonly number[];
}

const flat = 1e-7;
/** Where one coordinate ends the search, others may be on their way: beyond e⁷ or below e⁻⁷. */
const far = 7;
const mostRefinements = 8;
/** Settled is where a Newton step would move no parameter by more than this share of itself. */
const settled = 1e-10;
/** Where rounding ends the refinement before. */
const nearlySettled = 1e-6;

/**
 * Where minus the mean log-likelihood is least. The starts are tried from the best down, by BFGS refined by Newton steps,
 * until one settles; if none does, the simplex of Nelder & Mead goes on from the best place and BFGS from there, unless
 * that place is on its way to infinity.
 *
 * It has settled where the surface curves upwards in every direction and a Newton step would move no parameter by more
 * than a millionth. A small gradient is not enough: on a surface that levels off towards infinity slopes vanish too, but
 * the step does not. Cost: about 40 evaluations of the objective when the first start leads there.
 */
export function maximise(objective: Objective, starts: readonly (readonly number[])[]): Maximum | NoMaximum {
  const places = starts.map((values) => placeAt(objective, Float64Array.from(values, Math.log)));
  let best: Place | null = null;
  let iterations = 0;
  const attempt = (from: Place): Maximum | null => {
    const descent = descend(objective, from, flat);
    iterations += descent.iterations;
    if (best === null || descent.value < best.value) best = descent;
    const refined = refine(objective, descent);
    return refined === null ? null : { ...refined, iterations, converged: true };
  };
  for (const place of places.toSorted((a, b) => compare(a.value, b.value))) {
    const maximum = attempt(place);
    if (maximum !== null) return maximum;
  }
  const reached = best as unknown as Place;
  const maximum = isLost(reached) ? null : attempt(tumble(objective, reached));
  if (maximum !== null) return maximum;
  const unbounded = [...reached.point.entries()].filter(([, value]) => Math.abs(value) > far).map(([i]) => i);
  return { converged: false, iterations, largestSlope: steepest(reached.gradient), unbounded };
}

/** Newton steps with the curvature of the place where BFGS ended; `null` where they do not settle. */
function refine(objective: Objective, from: Place): (Place & Pick<Maximum, "covariance">) | null {
  const covariance = inverse(curvatureAt(objective, from));
  if (covariance === null) return null;
  let place = from;
  let left = Number.POSITIVE_INFINITY;
  for (let i = 0; i < mostRefinements; i++) {
    const step = place.gradient.map((_, row) => -dot(covariance[row] as Float64Array, place.gradient));
    const before = left;
    left = steepest(step);
    if (left <= settled || !(left < before)) break;
    place = placeAt(
      objective,
      place.point.map((value, row) => value + (step[row] as number)),
    );
  }
  return left <= nearlySettled && Number.isFinite(place.value) ? { ...place, covariance } : null;
}
