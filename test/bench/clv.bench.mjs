#!/usr/bin/env node
// `node test/bench/clv.bench.mjs [CUSTOMERS [SEEDS [DIST]]]`, after `npm run build`: seconds of processor time to fit and to
// score simulated customers (1,000,000 if not said), and how often fits to 10,000 customers find the parameters they were
// simulated from (100 seeds a model). Exit 1 if fewer than 95 % of the seeds do.
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { simulate, simulateSpend } from "./clv-simulate.mjs";

const [customers, seeds] = [Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 100)];
const dist = path.resolve(process.argv[4] ?? fileURLToPath(new URL("../../dist", import.meta.url)));
const { fitModel, predict, weeksOf, fitSpend } = await import(pathToFileURL(path.join(dist, "src/index.js")).href);
const say = (text) => process.stdout.write(`${text}\n`);

/** What a call gives, with its seconds of processor time (user and system) and on the clock. */
function timed(call) {
  const [cpu, start] = [process.cpuUsage(), process.hrtime.bigint()];
  const result = call();
  const { user, system } = process.cpuUsage(cpu);
  const clock = Number(process.hrtime.bigint() - start) / 1e9;
  return { result, text: `${((user + system) / 1e6).toFixed(2)} s processor, ${clock.toFixed(2)} s clock` };
}

/** Fitted to the public CDNOW sample. */
const truths = {
  bg_nbd: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  mbg_nbd: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 },
  pareto_nbd: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 },
};
const years = 2;
const days = Math.round(years * 365.2425);

if (customers > 0) {
  say(`${customers} customers of ${years} years, node ${process.version}`);
  for (const [model, parameters] of Object.entries(truths)) {
    const histories = simulate({ customers, days, seed: 1, model, parameters });
    const fit = timed(() => fitModel(model, histories));
    if (!fit.result.converged) throw new Error(`${model}: ${fit.result.reason}`);
    const score = timed(() => predict(fit.result, histories, { weeks: weeksOf(36), discount: 0.1 }));
    say(`${model}: fit ${fit.text}, ${fit.result.iterations} iterations; 36 months ahead ${score.text}`);
    say(`  ${JSON.stringify(fit.result.parameters)}`);
  }
}

const limit = 3;
function recovery(model, truth, fitTo) {
  let found = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const fit = fitTo(seed);
    const near = ([name, value]) => Math.abs(fit.parameters[name] - value) <= limit * fit.standardErrors[name];
    if (fit.converged && Object.entries(truth).every(near)) found += 1;
  }
  say(`${model}: all parameters within ${limit} standard errors in ${found} of ${seeds} seeds`);
  if (found < 0.95 * seeds) process.exitCode = 1;
}

if (seeds > 0) {
  const few = 10_000;
  for (const [model, parameters] of Object.entries(truths))
    recovery(model, parameters, (seed) => fitModel(model, simulate({ customers: few, days, seed, model, parameters })));
  const parameters = { p: 6.25, q: 3.74, gamma: 15.44 };
  recovery("gamma_gamma", parameters, (seed) => fitSpend(simulateSpend({ customers: few, seed, parameters })));
}
