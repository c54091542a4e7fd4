import { compare } from "../../../base/statistics.ts";
import { type Objective, type Place, placeAt } from "./descend.ts";

const mostSteps = 400;
/** Corners this close together are one. */
const smallest = 1e-6;

/**
 * The way down without slopes, by the simplex of Nelder & Mead: for where the slopes mislead. It starts with points one
 * away from `start` in each coordinate and ends after 400 steps, or where its corners lie within a millionth.
 * Deterministic. Source: Nelder & Mead 1965, with the usual coefficients 1, 2, ½, ½.
 */
export function tumble(objective: Objective, start: Place): Place {
  const at = (point: Float64Array): Place => placeAt(objective, point);
  let corners = [start, ...Array.from(start.point, (value, i) => at(start.point.with(i, value + 1)))];
  for (let step = 0; step < mostSteps; step++) {
    corners = corners.toSorted((a, b) => compare(a.value, b.value));
    const [best, worst, others] = [corners[0] as Place, corners.at(-1) as Place, corners.slice(0, -1)];
    if (corners.every(({ point }) => point.every((value, i) => Math.abs(value - (best.point[i] as number)) < smallest)))
      break;
    const middle = best.point.map(
      (_, i) => others.reduce((sum, { point }) => sum + (point[i] as number), 0) / others.length,
    );
    const beyond = (factor: number): Place =>
      at(middle.map((value, i) => value + factor * (value - (worst.point[i] as number))));

    const reflected = beyond(1);
    const nextWorst = others.at(-1) as Place;
    if (reflected.value < best.value) {
      const expanded = beyond(2);
      corners = [...others, expanded.value < reflected.value ? expanded : reflected];
    } else if (reflected.value < nextWorst.value) corners = [...others, reflected];
    else {
      const contracted = beyond(reflected.value < worst.value ? 0.5 : -0.5);
      corners =
        contracted.value < Math.min(reflected.value, worst.value)
          ? [...others, contracted]
          : [
              best,
              ...corners
                .slice(1)
                .map(({ point }) => at(point.map((value, i) => (value + (best.point[i] as number)) / 2))),
            ];
    }
  }
  return corners.reduce((best, corner) => (corner.value < best.value ? corner : best));
}
