/**
 * ψ(x), the derivative of lnΓ, x > 0; relative error near 1e-15, beside its zero at 1.4616… an absolute one.
 * Recurrence up to 10, from there the asymptotic series. Source: DLMF 5.5.2, 5.11.2.
 */
export function digamma(x: number): number {
  let argument = x;
  let below = 0;
  for (; argument < 10; argument += 1) below += 1 / argument;
  const u = 1 / (argument * argument);
  const tail = 1 / 132 + u * (-691 / 32760 + u * (1 / 12 - u * (3617 / 8160)));
  const series = u * (1 / 12 + u * (-1 / 120 + u * (1 / 252 + u * (-1 / 240 + u * tail))));
  return Math.log(argument) - 0.5 / argument - series - below;
}

/** Below this many terms the sum is added up. */
const addedUp = 32;

/** ψ(x + n) − ψ(x) = 1/x + 1/(x + 1) + … + 1/(x + n − 1), x > 0, n a whole number: the derivative of ln (x)ₙ. */
export function risingSlope(x: number, n: number): number {
  if (n > addedUp) return digamma(x + n) - digamma(x);
  let sum = 0;
  for (let k = 0; k < n; k++) sum += 1 / (x + k);
  return sum;
}
