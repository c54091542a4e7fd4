import { dot, type Objective, type Place } from "./descend.ts";

const difference = 1e-4;

/** The Hessian at a point, from central differences of the gradient, symmetric. 2 evaluations a coordinate. */
export function curvatureAt(objective: Objective, { point }: Pick<Place, "point">): Float64Array[] {
  const rows = Array.from(point, (value, i) => {
    const [above, below] = [new Float64Array(point.length), new Float64Array(point.length)];
    objective(point.with(i, value + difference), above);
    objective(point.with(i, value - difference), below);
    return above.map((slope, j) => (slope - (below[j] as number)) / (2 * difference));
  });
  return rows.map((row, i) => row.map((value, j) => (value + (rows[j]?.[i] as number)) / 2));
}

/** Curvature below this is the noise of the differences: a direction that the data say nothing of. */
const leastCurvature = 1e-9;

/** The inverse of a symmetric matrix; `null` unless it curves upwards in every direction (Cholesky). */
export function inverse(matrix: readonly Float64Array[]): Float64Array[] | null {
  const lower: Float64Array[] = [];
  for (const [i, row] of matrix.entries()) {
    const factors = new Float64Array(matrix.length);
    for (const [j, other] of lower.entries())
      factors[j] = ((row[j] as number) - dot(factors, other)) / (other[j] as number);
    const pivot = (row[i] as number) - dot(factors, factors);
    if (!(pivot > leastCurvature)) return null;
    factors[i] = Math.sqrt(pivot);
    lower.push(factors);
  }
  return matrix.map((_, i) => solve(lower, new Float64Array(matrix.length).fill(1, i, i + 1)));
}

/** Forwards, then backwards, through a Cholesky factor. */
function solve(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const forwards = new Float64Array(right.length);
  for (const [i, row] of lower.entries())
    forwards[i] = ((right[i] as number) - dot(row, forwards)) / (row[i] as number);
  const result = new Float64Array(right.length);
  for (let i = lower.length - 1; i >= 0; i--) {
    const known = lower.reduce((sum, row, k) => sum + (row[i] as number) * (result[k] as number), 0);
    result[i] = ((forwards[i] as number) - known) / (lower[i]?.[i] as number);
  }
  return result;
}
