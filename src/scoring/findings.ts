import { type IsoDate, monthsBefore } from "../base/calendar.ts";
import { inOneList } from "../base/grouping.ts";
import { isCovered } from "../facts/period.ts";
import { type Finding, type FindingKind, findingKinds, type Strength } from "./findings/finding.ts";
import { knownIn, needWords } from "./findings/needs.ts";
import { optionGroupOf, type TriggerOptions } from "./findings/options.ts";
import { ownRules } from "./findings/own-rules.ts";
import { rules } from "./findings/registry.ts";
import type { Judge, Rule } from "./findings/rule.ts";
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
  const isKnown = knownIn({ ...given, hasProducts: given.products.size > 0, hasStages: given.stages.size > 0 });
  const reachesBack = {
    prior_window: period.priorCovered,
    two_years: isCovered(firstSale, monthsBefore(period.asOf, 24)),
  };
  const asked = rulesAsked(options, only).map((rule): AskedRule => {
    const { id, needs, history } = rule;
    const isOld = history === undefined || reachesBack[history];
    const state = !isKnown(needs) ? "no_data" : isOld ? "ok" : "insufficient_history";
    return { rule, judge: state === "ok" ? rule.judge(options[optionGroupOf(id)], around) : null, state, count: 0 };
  });
  const customers: CustomerFindings[] = [];
  // All that is asked of one customer is asked at once, while what is known of it is at hand.
  for (const subject of subjects) {
    const { customerId, customerName, cell } = subject.score;
    const findings: Finding[] = [];
    for (const question of asked) {
      const judged = question.judge?.(subject) ?? null;
      if (judged === null) continue;
      const { rule } = question;
      const date = judged.date ?? period.asOf;
      if (since !== null && date < since) continue;
      const finding: Finding = {
        customerId,
        customerName,
        rule: rule.id,
        kind: rule.kind,
        strength: judged.strong === true ? 3 : rule.strength,
        date,
        evidence: judged.evidence,
        action: rule.action,
        because: judged.because,
      };
      putByUrgency(findings, finding);
      question.count += 1;
    }
    const first = findings[0];
    if (first === undefined) continue;
    const counts: Record<FindingKind, number> = { blocker: 0, timing: 0, opportunity: 0, warning: 0 };
    for (const { kind } of findings) counts[kind] += 1;
    customers.push({ customerId, customerName, cell, counts, strength: first.strength, findings });
  }
  const summary = asked.map(
    ({ rule: { id, kind, needs }, state, count }): RuleSummary => ({
      rule: id,
      kind,
      needs: needWords(needs),
      findings: count,
      state,
    }),
  );
  return { rows: allByUrgency(customers), customers, rules: summary };
}

/** A rule, how it judges where it can, and how often it has found something. */
interface AskedRule extends Pick<RuleSummary, "state"> {
  readonly rule: Rule;
  readonly judge: Judge | null;
  count: number;
}

const placeOf: Readonly<Record<FindingKind, number>> = { blocker: 0, timing: 1, opportunity: 2, warning: 3 };

/** Strengths and kinds are few: whoever is of one urgency stands in one list. */
const urgencyOf = ({ strength, kind }: Finding): number => (3 - strength) * findingKinds.length + placeOf[kind];

/** Behind whatever is as urgent: of equals the rules' order decides. A customer has a few. */
function putByUrgency(findings: Finding[], finding: Finding): void {
  const urgency = urgencyOf(finding);
  let place = findings.length;
  for (; place > 0 && urgencyOf(findings[place - 1] as Finding) > urgency; place--)
    findings[place] = findings[place - 1] as Finding;
  findings[place] = finding;
}

/** The findings of all customers; of equals the customers' priority decides, then the rules' order. */
function allByUrgency(customers: readonly CustomerFindings[]): readonly Finding[] {
  const lists: Finding[][] = Array.from({ length: 3 * findingKinds.length }, () => []);
  for (const { findings } of customers) for (const finding of findings) lists[urgencyOf(finding)]?.push(finding);
  return inOneList(lists);
}
