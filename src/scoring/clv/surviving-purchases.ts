import { logBeta } from "./log-gamma.ts";

/** Above so many terms the sum costs more than the integral. */
const mostTerms = 20_000;
const rescaleAbove = 1e250;

/**
 * Purchases that a customer makes before it leaves: λ ~ Gamma(shape, 1) purchases per unit of time for `time` units, where
 * each purchase is survived with probability 1 − p, p ~ Beta(a, b).
 *
 * Purchases, were there no leaving, number N, negative binomial: P(N = n) ∝ (shape)ₙ zⁿ/n! with z = time/(1 + time). The
 * (k+1)-th of them happens if the customer survived k before it, with probability (b)ₖ/(a + b)ₖ. So the answer is
 *
 *     Σₙ P(N = n) · Σ_{k<n} (b)ₖ/(a + b)ₖ
 *
 * which is the textbook's (a + b − 1)/(a − 1) · [1 − (1 − z)^shape · ₂F₁(shape, b; a + b − 1; z)] without its overflow, its
 * difference of nearly equal numbers, and its hole at a = 1: every term is positive. Sums of many terms are taken as the
 * integral over p instead. Relative error near 1e-13. Cost: O(shape·time + 40·(1 + time)) terms, at most 20,000.
 */
export function survivingPurchases(shape: number, time: number, a: number, b: number): number {
  if ((shape + 40) * time > mostTerms) return integralOverLeaving(shape, time, a, b);
  const z = time / (1 + time);
  let [term, mass, sum, survival, purchases] = [1, 1, 0, 1, 0];
  for (let n = 0; ; ) {
    term *= (z * (shape + n)) / (n + 1);
    purchases += survival;
    survival *= (b + n) / (a + b + n);
    n += 1;
    mass += term;
    sum += term * purchases;
    const ratio = (z * (shape + n)) / (n + 1);
    // What is left is less than a geometric series of the larger of the ratios now and in the end.
    if (term * purchases <= 1e-17 * sum * (1 - Math.max(ratio, z))) return sum / mass;
    if (term > rescaleAbove) {
      term /= rescaleAbove;
      mass /= rescaleAbove;
      sum /= rescaleAbove;
    }
  }
}

/**
 * The same as ∫ (1 − (1 + p·time)^−shape)/p · Beta(p; a, b) dp, by the trapezoid rule in v = logit p, which converges
 * exponentially; the step is refined for narrow Beta densities. Both ends run into geometric series, which are closed by
 * their sums.
 */
export function integralOverLeaving(shape: number, time: number, a: number, b: number): number {
  const step = Math.min(0.25, 0.7 / Math.sqrt((a * b) / (a + b)));
  const beta = logBeta(a, b);
  const at = (v: number): number => {
    const p = 1 / (1 + Math.exp(-v));
    const density = Math.exp(a * v - (a + b) * (Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)))) - beta);
    return (density * -Math.expm1(-shape * Math.log1p(p * time))) / p;
  };
  const start = -40 - Math.log1p(shape * time);
  const steps = Math.ceil((40 - start) / step);
  let sum = 0;
  for (let i = 1; i < steps; i++) sum += at(start + i * step);
  // From here outwards the values fall by e^(−a·step) to the left and e^(−b·step) to the right.
  sum += at(start) / -Math.expm1(-a * step) + at(start + steps * step) / -Math.expm1(-b * step);
  return sum * step;
}
