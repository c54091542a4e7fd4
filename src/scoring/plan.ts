import { z } from "zod";
import type { Baskets } from "../facts/baskets.ts";
import type { CustomerFacts } from "../facts/customer.ts";
import type { CustomerDays } from "../facts/days.ts";
import type { Period } from "../facts/period.ts";
import type { CustomerScore } from "./classify/row.ts";
import type { CustomerFindings } from "./findings.ts";
import type { Cell } from "./matrix.ts";
import { AssociationOptions } from "./plan/association.ts";
import { nextProductsOf } from "./plan/next-product.ts";
import type { PlanRow } from "./plan/row.ts";
import { stepsOf } from "./plan/steps.ts";
import { type OwnerSum, ownerSums, type PlanSum, sumOf } from "./plan/sums.ts";
import { windowOf } from "./plan/window.ts";
import { hasRefused, type LeftOut, worthOf } from "./plan/worth.ts";
import type { Stage } from "./stage/parts.ts";
import { lossOfCustomer } from "./winback/lost.ts";

/** What the plan looks at beside the scores. */
export const PlanOptions = z.strictObject({
  association: AssociationOptions.prefault({}).describe("which products count as bought together"),
});
export type PlanOptions = z.infer<typeof PlanOptions>;

/** What the plan is made of. Maps are by customer id; a customer that is not in one has nothing of its kind. */
export interface PlanFacts {
  readonly period: Pick<Period, "asOf" | "months">;
  readonly customers: readonly Pick<CustomerFacts, "customerId" | "card" | "sales" | "categories">[];
  /** The classification of the same customers, in order of priority. */
  readonly rows: readonly CustomerScore[];
  /** What the rules found in them, the strongest first. */
  readonly findings: readonly Pick<CustomerFindings, "customerId" | "findings">[];
  readonly stages: ReadonlyMap<string, Stage>;
  /** Days with a purchase. */
  readonly days: ReadonlyMap<string, Pick<CustomerDays, "days">>;
  /** What each bought; `null`: the files name no products. */
  readonly baskets: Baskets | null;
  /** Days without a purchase after which the user counts a customer as lost; `null`: by its own gaps and a year. */
  readonly lostAfter: number | null;
}

/** How much of the plan is wanted. */
export interface PlanAsked {
  /** So many customers to call of each owner; `null`: all. */
  readonly capacity: number | null;
  /** Of these owners alone, `null` of nobody; `undefined`: all. */
  readonly owners: readonly (string | null)[] | undefined;
  /** This customer alone; `undefined`: all. */
  readonly customer?: string | undefined;
}

export interface Plan {
  /** In order of priority. */
  readonly rows: readonly PlanRow[];
  /** Customers of the whole plan, whatever was asked. */
  readonly planned: number;
  /** Of the rows: who can be made an offer or asked, and who waits behind a repair. */
  readonly callable: PlanSum;
  readonly blocked: PlanSum;
  /** Who could be called and exceeds the capacity. */
  readonly beyond: PlanSum;
  /** Of the rows. */
  readonly owners: readonly OwnerSum[];
  /** Customers of the classification that are not in the plan. */
  readonly leftOut: Readonly<Record<LeftOut, number>>;
}

/**
 * Whom to work, in which order, why, when, and what first: the customers worth it (plan/worth.ts) in order of priority, each with
 * its findings, its best moment (plan/window.ts), the steps to take (plan/steps.ts) and the product to offer next.
 *
 * A blocker vetoes the offer, and so does a loss that has potential (Da, Db): the customer stays in its place with what to
 * repair, its increment is not among the callable ones, and it takes nobody's capacity. Units: exact money a year. The result
 * does not depend on the order of customers and findings. Errors: none. Cost: O(n log n) and that of plan/association.ts. Source:
 * docs/method.md §5.
 */
export function planCustomers(given: PlanFacts, options: PlanOptions, { capacity, owners, customer }: PlanAsked): Plan {
  const { rows, leftOut } = wholePlan(given);
  const nextProducts = nextProductsOf(given.customers, given.baskets, given.period.months, options.association);
  const calls = new Map<string | null, number>();
  const kept: PlanRow[] = [];
  const beyond: Pick<PlanRow, "increment">[] = [];
  for (const { row, isOffered } of rows) {
    if (owners?.includes(row.owner) === false) continue;
    if (customer !== undefined && row.customerId !== customer) continue;
    if (row.isCallable) {
      const call = (calls.get(row.owner) ?? 0) + 1;
      calls.set(row.owner, call);
      if (capacity !== null && call > capacity) {
        beyond.push(row);
        continue;
      }
    }
    if (isOffered) row.next = nextProducts(row.customerId);
    kept.push(row);
  }
  return {
    rows: kept,
    planned: rows.length,
    callable: sumOf(kept.filter(({ isCallable }) => isCallable)),
    blocked: sumOf(kept.filter(({ isCallable }) => !isCallable)),
    beyond: sumOf(beyond),
    owners: ownerSums(kept),
    leftOut,
  };
}

/** A row before somebody asks what to offer next, and whether anything is to be offered. */
interface Planned {
  readonly row: Omit<PlanRow, "next"> & { next: PlanRow["next"] };
  readonly isOffered: boolean;
}

function wholePlan({ period, customers, rows, findings, stages, days, lostAfter }: PlanFacts) {
  const cards = new Map(customers.map(({ customerId, card }) => [customerId, card]));
  const found = new Map(findings.map((own) => [own.customerId, own.findings]));
  const leftOut: Record<LeftOut, number> = {
    lapsed: 0,
    lost: 0,
    prospect: 0,
    no_class: 0,
    phase_out: 0,
    nothing_to_do: 0,
  };
  const planned: Planned[] = [];
  for (const score of rows) {
    const { customerId, customerName, potentialIncrement } = score;
    const own = found.get(customerId) ?? [];
    const card = cards.get(customerId) ?? null;
    const isLost = lossOfCustomer(card, days.get(customerId)?.days ?? [], period.asOf, lostAfter) !== null;
    const worth = worthOf(score, own, isLost);
    if ("leftOut" in worth) {
      leftOut[worth.leftOut] += 1;
      continue;
    }
    const blockedBy: string[] = [];
    for (const { kind, rule } of own) if (kind === "blocker") blockedBy.push(rule);
    if (worth.reason === "fix") blockedBy.push(score.classReason);
    const row: Planned["row"] = {
      rank: planned.length + 1,
      customerId,
      customerName,
      owner: card?.owner ?? null,
      cell: score.cell as Cell,
      increment: potentialIncrement,
      revenue: score.revenue,
      contribution: score.contribution,
      driver: score.driver,
      potentialReason: score.potentialReason,
      classReason: score.classReason,
      nps: score.nps,
      reason: worth.reason,
      why: own.filter(({ kind }) => kind !== "timing"),
      when: windowOf(own, period.asOf),
      steps: stepsOf(score, own),
      blockedBy,
      isCallable: blockedBy.length === 0,
      stage: stages.get(customerId) ?? null,
      next: [],
      because: { rule: worth.reason, value: score.cell, threshold: null },
    };
    planned.push({ row, isOffered: score.class !== "D" && !hasRefused(score) });
  }
  return { rows: planned, leftOut };
}
