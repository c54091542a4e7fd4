// The public CDNOW sample: parameters as published (Fader & Hardie) and fitted, formulas in 40-digit arithmetic, all of
// them computed outside this project. Run where ../shared is.
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { calibrationTable } from "../../../src/scoring/clv/calibration.ts";
import { fitModel } from "../../../src/scoring/clv/fit.ts";
import { groupHistories, type RepeatHistories } from "../../../src/scoring/clv/histories.ts";
import { purchaseModels } from "../../../src/scoring/clv/models.ts";
import { predict } from "../../../src/scoring/clv/predict.ts";
import { expectedSpend, fitSpend } from "../../../src/scoring/clv/spend.ts";
import { isThere, root, sharedData } from "../../helpers/folders.ts";
import { off } from "./population.ts";

const golden = path.join(root, "../shared/golden");
const numbers = (file: string) => JSON.parse(readFileSync(path.join(golden, file), "utf8"));

describe.runIf(isThere(sharedData, "CDNOW"))("CDNOW", () => {
  let histories: RepeatHistories;
  let [meanSpend, holdout]: number[][] = [[], []];
  // biome-ignore lint/suspicious/noExplicitAny: the shape of a file that is not ours
  let [expected, exact]: any[] = [];

  beforeAll(() => {
    expected = numbers("cdnow.json");
    exact = numbers("cdnow-mpmath.json");
    const lines = readFileSync(path.join(sharedData, "cdnow/CDNOW_sample.txt"), "utf8").split("\n");
    const byCustomer = new Map<string, Map<number, number>>();
    for (const line of lines.filter((text) => text.trim() !== "")) {
      const [, customer = "", date = "", , amount = ""] = line.trim().split(/\s+/);
      const day = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`) / 86_400_000;
      const days = byCustomer.get(customer) ?? new Map<number, number>();
      byCustomer.set(customer, days.set(day, (days.get(day) ?? 0) + Math.round(Number(amount) * 100)));
    }
    const end = Date.parse("1997-09-30") / 86_400_000;
    const customers = [...byCustomer.values()].map((days) => {
      const known = [...days.entries()].filter(([day]) => day <= end).sort((a, b) => a[0] - b[0]);
      const [first = 0, last = 0] = [known[0]?.[0], known.at(-1)?.[0]];
      const repeat = known.slice(1).reduce((sum, [, cents]) => sum + cents, 0) / 100;
      const x = known.length - 1;
      return {
        x,
        last: last - first,
        observed: end - first,
        spend: x === 0 ? 0 : repeat / x,
        later: days.size - known.length,
      };
    });
    histories = {
      repeatPurchases: customers.map(({ x }) => x),
      lastPurchaseDay: customers.map(({ last }) => last),
      observedDays: customers.map(({ observed }) => observed),
    };
    meanSpend = customers.map(({ spend }) => spend);
    holdout = customers.map(({ later }) => later);
  });

  it("was read as the conventions say", () => {
    const sum = (column: ArrayLike<number>) => Array.from(column).reduce((a, b) => a + b, 0);
    expect(sum(histories.repeatPurchases)).toBe(2457);
    expect(sum(holdout ?? [])).toBe(1882);
    expect(Array.from(histories.repeatPurchases).filter((x) => x > 0)).toHaveLength(946);
    expect(sum(meanSpend ?? []) / 946).toBeCloseTo(35.0778, 4);
  });

  it.each(["bg_nbd", "mbg_nbd", "pareto_nbd"] as const)("%s: parameters, likelihood, holdout", (name) => {
    const fit = fitModel(name, histories);
    if (!fit.converged) throw new Error(fit.reason);
    const { log_likelihood: logLikelihood, ...parameters } = expected[name].fitted;
    expect(Object.keys(fit.parameters)).toEqual(Object.keys(parameters));
    for (const [parameter, value] of Object.entries(parameters))
      expect(off(fit.parameters[parameter] as number, value as number)).toBeLessThan(1e-6);
    expect(Math.abs(fit.logLikelihood - logLikelihood)).toBeLessThan(1e-5);

    const { expectedPurchases } = predict(fit, histories, { weeks: 39, discount: 0 });
    const table = calibrationTable({ ...histories, actual: holdout ?? [], expected: expectedPurchases });
    expect(table.actual).toBe(expected.holdout_39_weeks.actual);
    expect(Math.abs(table.expected - expected.holdout_39_weeks[name])).toBeLessThan(0.5);
    expect(table.rows.reduce((sum, { customers }) => sum + customers, 0)).toBe(2357);
  });

  it("BG/NBD: standard errors", () => {
    // mpmath 1.3, 40 digits: second differences of the log-likelihood in the parameters themselves, inverted.
    const fit = fitModel("bg_nbd", histories);
    if (!fit.converged) throw new Error(fit.reason);
    const errors = { r: 0.012557378, alpha: 0.37822406, a: 0.18573382, b: 0.70541426 };
    for (const [parameter, error] of Object.entries(errors))
      expect(off(fit.standardErrors[parameter] as number, error)).toBeLessThan(2e-6);
  });

  it("Gamma-Gamma: parameters, likelihood, spend of the first ten", () => {
    const fit = fitSpend({ repeatPurchases: histories.repeatPurchases, meanSpend: meanSpend ?? [] });
    if (!fit.converged) throw new Error(fit.reason);
    const { log_likelihood: logLikelihood, ...parameters } = expected.gamma_gamma.fitted;
    for (const [parameter, value] of Object.entries(parameters))
      expect(off(fit.parameters[parameter] as number, value as number)).toBeLessThan(1e-6);
    expect(Math.abs(fit.logLikelihood - logLikelihood)).toBeLessThan(1e-5);
    const spend = expectedSpend(fit.parameters, { ...histories, meanSpend: meanSpend ?? [] });
    for (const [i, value] of expected.gamma_gamma.expected_spend_first_ten.entries())
      expect(Math.abs((spend[i] as number) - value)).toBeLessThan(0.01);
  });

  const models = {
    bg: { model: "bg_nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } },
    pn: { model: "pareto_nbd", parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 } },
  } as const;

  it("formulas of ten customers at the published parameters", () => {
    const tolerance = 1e-12;
    for (const customer of exact.customers) {
      const { x, tx_days: last, T_days: observed } = customer;
      const own = { repeatPurchases: [x], lastPurchaseDay: [last], observedDays: [observed] };
      for (const name of ["bg", "pn"] as const) {
        const { model, parameters } = models[name];
        const point = Float64Array.from(Object.values(parameters), Math.log);
        const mean = purchaseModels[model].objective(groupHistories(own))(point, new Float64Array(4));
        expect(off(-mean, customer[`${name}_ll`])).toBeLessThan(tolerance);
        for (const weeks of [39, 52]) {
          const { pAlive, expectedPurchases } = predict(models[name], own, { weeks, discount: 0 });
          expect(off(pAlive[0] as number, customer[`${name}_palive`])).toBeLessThan(tolerance);
          expect(off(expectedPurchases[0] as number, customer[`${name}_ce${weeks}`])).toBeLessThan(tolerance);
        }
      }
      // The discounted residual of the Pareto/NBD: a horizon after which a purchase is worth e^−81.
      const endless = predict(models.pn, own, { weeks: 30_000, discount: Math.expm1(0.0027 * 52.1775) });
      expect(off(endless.discountedPurchases[0] as number, customer.pn_dert_0_0027)).toBeLessThan(tolerance);

      const spend = expectedSpend(
        { p: 6.25, q: 3.74, gamma: 15.44 },
        { repeatPurchases: [x], meanSpend: [customer.m] },
      );
      expect(off(spend[0] as number, customer.gg_spend)).toBeLessThan(tolerance);
      // Twelve months of 4.345 weeks, each discounted as a whole at 1 %: as the Python package lifetimes has it.
      let [value, before] = [0, 0];
      for (let month = 1; month <= 12; month++) {
        const until = predict(models.bg, own, { weeks: 4.345 * month, discount: 0 }).expectedPurchases[0] as number;
        value += (until - before) / 1.01 ** month;
        before = until;
      }
      expect(off(value * (spend[0] as number), customer.clv12m_1pct_lifetimesW)).toBeLessThan(tolerance);
    }
  });

  it("purchases of a new customer", () => {
    const own = { repeatPurchases: [0], lastPurchaseDay: [0], observedDays: [0] };
    for (const name of ["bg", "pn"] as const)
      for (const [weeks, value] of Object.entries<number>(exact[`${name}_expectation`])) {
        const { expectedPurchases } = predict(models[name], own, { weeks: Number(weeks), discount: 0 });
        expect(off(expectedPurchases[0] as number, value)).toBeLessThan(1e-12);
      }
  });

  it("the discounted residual as published", () => {
    const { parameters, x, t_x: last, T, delta, value } = expected.pareto_nbd.dert;
    const [r, alpha, s, beta] = parameters;
    // T is no whole number of days; in hundredths of a week, as if they were weeks, everything is.
    const own = { repeatPurchases: [x], lastPurchaseDay: [700 * last], observedDays: [Math.round(700 * T)] };
    const scaled = { r, alpha: 100 * alpha, s, beta: 100 * beta };
    const horizon = { weeks: 3_000_000, discount: Math.expm1((delta / 100) * 52.1775) };
    const { discountedPurchases } = predict({ model: "pareto_nbd", parameters: scaled }, own, horizon);
    expect(off(discountedPurchases[0] as number, exact.checks.pn_dert_btyd)).toBeLessThan(1e-11);
    expect(off(discountedPurchases[0] as number, value)).toBeLessThan(1e-9);
  });
});
