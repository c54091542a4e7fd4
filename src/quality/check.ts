import { checkCurrencies } from "./currencies.ts";
import { checkDays } from "./days.ts";
import { checkFiles } from "./files.ts";
import { type Finding, type FindingKind, severities } from "./finding.ts";
import { checkIdentity } from "./identity.ts";
import { checkLines } from "./lines.ts";
import type { ExportsProfile } from "./profile.ts";

/** Everything odd in the exports, the worst first; of one severity, in the order of the checks, then of the files. */
export function checkExports(profile: ExportsProfile): Finding[] {
  const findings = [
    ...checkFiles(profile),
    ...checkCurrencies(profile),
    ...checkDays(profile),
    ...checkIdentity(profile),
    ...checkLines(profile),
  ];
  const place = (finding: Finding) => severities.indexOf(finding.severity) * 2 + (last.has(finding.finding) ? 1 : 0);
  // No sum may mix currencies, not even to describe the files.
  const isMixed = findings.some(({ finding }) => finding === "several_currencies");
  const sayable = isMixed
    ? findings.map((finding) => ("amount" in finding ? { ...finding, amount: null } : finding))
    : findings;
  return sayable.sort((a, b) => place(a) - place(b));
}

/** What is plain description stands below what was noticed. */
const last: ReadonlySet<FindingKind> = new Set(["contents", "currency"]);

/** Whether a finding of this severity, or worse, is among them. */
export const hasFinding = (findings: readonly Finding[], atLeast: "error" | "warning"): boolean =>
  findings.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(atLeast));
