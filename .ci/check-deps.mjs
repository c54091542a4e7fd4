// Holds the source to the rules of .dependency-cruiser.cjs, and to having been seen at all: with a compiler that it does not
// know, the cruiser finds no modules and stays green.
//   depcruise --output-type json src bin | node .ci/check-deps.mjs
import { readFileSync } from "node:fs";

const fewestModules = 50;

const said = readFileSync(0, "utf8");
if (said === "") {
  process.stderr.write("the dependency cruiser said nothing\n");
  process.exit(1);
}
const { modules, summary } = JSON.parse(said);
const own = modules.filter(({ source }) => /^(src|bin)\//.test(source)).length;
for (const { rule, from, to } of summary.violations)
  process.stderr.write(`${rule.severity} ${rule.name}: ${from} → ${to}\n`);
if (own <= fewestModules)
  process.stderr.write(`only ${own} modules of src and bin were seen, more than ${fewestModules} are expected\n`);
if (summary.violations.length > 0 || own <= fewestModules) process.exit(1);
process.stdout.write(`${own} modules, ${summary.totalDependenciesCruised} dependencies, no rule broken\n`);
