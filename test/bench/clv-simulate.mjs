// Customers simulated from known parameters of each model; the same arguments give the same customers everywhere.

/** Uniform numbers in (0, 1) from a whole-number seed: the generator sfc32. */
export function uniformFrom(seed) {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return ((sum >>> 0) + 0.5) / 4_294_967_296;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}

const exponential = (uniform) => -Math.log(uniform());

function normal(uniform) {
  return Math.sqrt(2 * exponential(uniform)) * Math.cos(2 * Math.PI * uniform());
}

/** Gamma(shape, 1), by Marsaglia & Tsang 2000. */
export function gamma(shape, uniform) {
  if (shape < 1) return gamma(shape + 1, uniform) * uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal(uniform);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}

function beta(a, b, uniform) {
  const [x, y] = [gamma(a, uniform), gamma(b, uniform)];
  return x / (x + y);
}

/**
 * Customers whose first purchase lies on a day spread evenly over the last `days` days. Every purchase counts in x, also
 * a second one of a day, as the models have it; t_x is the nearest day.
 */
export function simulate({ customers, days, seed, model, parameters: { r, alpha, a, b, s, beta: slowness } }) {
  const uniform = uniformFrom(seed);
  const histories = {
    repeatPurchases: new Int32Array(customers),
    lastPurchaseDay: new Int32Array(customers),
    observedDays: new Int32Array(customers),
  };
  for (let i = 0; i < customers; i++) {
    const observed = 1 + Math.floor(uniform() * days);
    const rate = gamma(r, uniform) / alpha / 7;
    // Leaves after a purchase, by a chance of its own, or at any time, at a rate of its own.
    const leaves = model === "pareto_nbd" ? 0 : beta(a, b, uniform);
    const lifetime = model === "pareto_nbd" ? (7 * slowness * exponential(uniform)) / gamma(s, uniform) : Infinity;
    const end = Math.min(observed, lifetime);
    let [x, last, time] = [0, 0, 0];
    let alive = model !== "mbg_nbd" || uniform() >= leaves;
    while (alive) {
      time += exponential(uniform) / rate;
      if (!(time <= end)) break;
      x += 1;
      last = time;
      alive = uniform() >= leaves;
    }
    histories.repeatPurchases[i] = x;
    histories.lastPurchaseDay[i] = Math.round(last);
    histories.observedDays[i] = observed;
  }
  return histories;
}

/** Customers with one to five repeat purchases and what these came to on average: Gamma-Gamma. */
export function simulateSpend({ customers, seed, parameters: { p, q, gamma: unit } }) {
  const uniform = uniformFrom(seed);
  const repeatPurchases = Int32Array.from({ length: customers }, () => 1 + Math.floor(5 * uniform()));
  const meanSpend = Float64Array.from(repeatPurchases, (x) => (unit * gamma(p * x, uniform)) / gamma(q, uniform) / x);
  return { repeatPurchases, meanSpend };
}
