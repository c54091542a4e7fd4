import { type IsoDate, monthsBefore } from "../base/calendar.ts";
import { isCovered } from "../facts/period.ts";
import { type Finding, type FindingKind, findingKinds, type Strength } from "./findings/finding.ts";
import { isKnown, needWords } from "./findings/needs.ts";
import { optionGroupOf, type TriggerOptions } from "./findings/options.ts";
import { ownRules } from "./findings/own-rules.ts";
import { rules } from "./findings/registry.ts";
import type { Rule } from "./findings/rule.ts";
import { type FindingFacts, subjectsOf, surroundingsOf } from "./findings/subjects.ts";

/** What is asked of the rules; nothing: all of them, whatever the date. */
export interface FindingsAsked {
  /** Only these rules, those that are switched off too; `null`: all that are not switched off. */
  readonly only: readonly string[] | null;
  /** Only findings of this day or later; `null`: all. */
  readonly since: IsoDate | null;
}

/** What became of a rule. */
export interface RuleSummary {
  readonly rule: string;
  readonly kind: FindingKind;
  readonly findings: number;
  /** `no_data`: the files say nothing of what it needs; `insufficient_history`: the sales do not reach back far enough. */
  readonly state: "ok" | "no_data" | "insufficient_history";
  /** `customers.active_users + customers.potential_users`; empty: a rule of the user's own. */
  readonly needs: string;
}

/** The findings of one customer. */
export interface CustomerFindings {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly cell: string | null;
  readonly counts: Readonly<Record<FindingKind, number>>;
  readonly strength: Strength;
  /** The strongest first. */
  readonly findings: readonly Finding[];
}

export interface Findings {
  /** The strongest first, then blockers, timing, opportunities, warnings, then the customer's priority, then the rules' order. */
  readonly rows: readonly Finding[];
  /** Customers with a finding, in order of priority. */
  readonly customers: readonly CustomerFindings[];
  /** In the order of the registry, own rules last. */
  readonly rules: readonly RuleSummary[];
}

/** The rules that are asked, own ones last. Errors: those of own rules (exit 3). */
export const rulesAsked = (options: TriggerOptions, only: readonly string[] | null): readonly Rule[] =>
  [...rules, ...ownRules(options.rules)].filter(({ id }) =>
    only === null ? !options.off.includes(id) : only.includes(id),
  );

/**
 * What the rules find in each customer of the classification: opportunities, what blocks an offer, warnings, and timing; one
 * finding at most for each customer and rule. A rule whose data no file has, or whose history is too short, finds nothing and says so.
 *
 * Units: money exact, days as calendar dates. The result does not depend on input order. Errors: those of own rules.
 * Cost: O(n log n) and a look of each rule at each customer. Source: docs/method.md §9.
 */
export function findFindings(given: FindingFacts, options: TriggerOptions, { only, since }: FindingsAsked): Findings {
  const subjects = subjectsOf(given);
  const around = surroundingsOf(given);
  const { period, firstSale } = given;
  const data = { ...given, hasProducts: given.products.size > 0, hasStages: given.stages.size > 0 };
  const reachesBack = {
    prior_window: period.priorCovered,
    two_years: isCovered(firstSale, monthsBefore(period.asOf, 24)),
  };
  const found: (readonly Finding[])[] = subjects.map(() => []);
  const summary = rulesAsked(options, only).map((rule): RuleSummary => {
    const { id, kind, needs, history } = rule;
    const words = { rule: id, kind, needs: needWords(needs) };
    if (!isKnown(needs, data)) return { ...words, findings: 0, state: "no_data" };
    if (history !== undefined && !reachesBack[history]) return { ...words, findings: 0, state: "insufficient_history" };
    let count = 0;
    const own = options[optionGroupOf(id)];
    for (const [i, subject] of subjects.entries()) {
      const judged = rule.judge(subject, own, around);
      if (judged === null) continue;
      const { date, evidence, because, strong } = judged;
      const finding: Finding = {
        customerId: subject.customer.customerId,
        customerName: subject.score.customerName,
        rule: id,
        kind,
        strength: strong === true ? 3 : rule.strength,
        date: date ?? period.asOf,
        evidence,
        action: rule.action,
        because,
      };
      if (since !== null && finding.date < since) continue;
      found[i] = [...(found[i] as readonly Finding[]), finding];
      count += 1;
    }
    return { ...words, findings: count, state: "ok" };
  });
  const customers = subjects.flatMap(({ score: { customerId, customerName, cell } }, i): CustomerFindings[] => {
    const own = (found[i] as readonly Finding[]).toSorted(byUrgency);
    const [first] = own;
    if (first === undefined) return [];
    const counts = Object.fromEntries(
      findingKinds.map((kind) => [kind, own.filter((finding) => finding.kind === kind).length]),
    ) as Record<FindingKind, number>;
    return [{ customerId, customerName, cell, counts, strength: first.strength, findings: own }];
  });
  return { rows: customers.flatMap((customer) => customer.findings).sort(byUrgency), customers, rules: summary };
}

/** Sorting keeps the order of what is equal: the customers' priority, then the rules' order. */
const byUrgency = (a: Finding, b: Finding): number =>
  b.strength - a.strength || findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind);
