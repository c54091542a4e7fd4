#!/usr/bin/env node
// `npm run bench [LINES [CUSTOMERS]]`: what it measures, and how to read it, is in README.md beside this file.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "./generate.mjs";

const [lines, customers] = [Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 20_000)];
const pairs = 5;
const longestRun = 120_000;

const here = path.dirname(fileURLToPath(import.meta.url));
const program = path.resolve(here, "../../dist/bin/portfolio.js");
const folder = mkdtempSync(path.join(tmpdir(), "portfolio-bench-"));
const say = (text) => process.stdout.write(`${text}\n`);

/** Seconds of a whole process, from its start to its end. */
function seconds(args, out) {
  const output = out === null ? "ignore" : openSync(out, "w");
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    stdio: ["ignore", output, "pipe"],
    timeout: longestRun,
    killSignal: "SIGKILL",
  });
  const end = process.hrtime.bigint();
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return Number(end - start) / 1e9;
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Customer → class, of those with a class. */
function classesIn(file) {
  const [header, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
  const names = header.split(",");
  const [id, letter] = [names.indexOf("customer_id"), names.indexOf("class")];
  return new Map(rows.map((row) => row.split(",")).map((fields) => [fields[id], fields[letter]]));
}

/** Every customer with sales in the window has the class that the peer gives it. */
function disagreements(ours, theirs) {
  return [...theirs].filter(([id, letter]) => ours.get(id) !== letter);
}

function polarsFolder() {
  for (const candidate of [process.env.POLARS, path.join(tmpdir(), "portfolio-verify/peers"), "."])
    if (candidate !== undefined && existsSync(candidate))
      try {
        createRequire(path.resolve(candidate, "x.js")).resolve("nodejs-polars");
        return candidate;
      } catch {
        // looked for elsewhere
      }
  return null;
}

try {
  say(`${lines} sales lines, ${customers} customers, ${cpus().length} cores, node ${process.version}`);
  generate(lines, customers, folder);
  const [sales, costs] = [path.join(folder, "sales.csv"), path.join(folder, "costs.csv")];
  const oursOut = path.join(folder, "ours.csv");
  const columns = "customer_id,revenue,contribution,class";
  const ours = () =>
    seconds(
      [program, "classify", "--sales", sales, "--costs", costs, "--format", "csv", "--columns", columns, "--quiet"],
      oursOut,
    );
  const peers = ["duckdb", "csv-parse"];
  const polars = polarsFolder();
  if (polars === null)
    say("LEFT OUT: polars, because nodejs-polars is not installed (POLARS=FOLDER names where it is)");
  else {
    process.env.POLARS = polars;
    peers.push("polars");
  }
  let wrong = 0;
  for (const peer of peers) {
    const theirsOut = path.join(folder, `${peer}.csv`);
    const theirs = () => seconds([path.join(here, `peer-${peer}.mjs`), folder, theirsOut], null);
    ours();
    theirs();
    const runs = Array.from({ length: pairs }, () => [ours(), theirs()]);
    const different = disagreements(classesIn(oursOut), classesIn(theirsOut));
    wrong += different.length;
    const [a, b] = [median(runs.map(([first]) => first)), median(runs.map(([, second]) => second))];
    const ratio = median(runs.map(([first, second]) => first / second));
    say(
      `${peer.padEnd(10)} ours ${a.toFixed(2)} s, theirs ${b.toFixed(2)} s, ratio ${ratio.toFixed(2)}; ` +
        (different.length === 0
          ? `all ${classesIn(theirsOut).size} classes agree`
          : `${different.length} CLASSES DIFFER, first ${JSON.stringify(different[0])}`),
    );
  }
  if (wrong > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
