import { zero } from "../../base/money.ts";
import type { CustomerEvent } from "../../facts/events.ts";
import type { Period } from "../../facts/period.ts";
import type { CustomerScore } from "../classify/row.ts";
import { type ConcentrationScore, scoreConcentration } from "../concentration.ts";

export type Measure = "revenue" | "contribution" | "complaints";

/** One measure and who has how much of it. */
export interface Measured {
  readonly measure: Measure;
  readonly score: ConcentrationScore;
}

export type Complaint = Pick<CustomerEvent, "customerId" | "date" | "type">;

export interface ConcentrationMeasures {
  /** Revenue, contribution where costs are evaluated, complaints where there are events. */
  readonly measured: readonly Measured[];
  /** Complaints in the window of ids that are no customer's. */
  readonly complaintsElsewhere: number;
}

/**
 * What is concentrated in a window. Revenue and complaints are over the customers with a sales line in it, complaints over those
 * who complained too; contribution over those with a sales line or costs in it, so that it adds up to the portfolio's. `events`: of any type and date, `null` where no file
 * tells of any. Errors: none. Cost: O(n log n). Source: docs/method.md §12.
 */
export function concentrationMeasures(
  customers: readonly Pick<CustomerScore, "customerId" | "status" | "revenue" | "contribution">[],
  events: readonly Complaint[] | null,
  window: Period["window"],
): ConcentrationMeasures {
  const active = customers.filter(({ status }) => status === "active");
  // Whoever has costs alone has a contribution below zero.
  const contributions = customers.flatMap(({ customerId, status, contribution }) =>
    contribution === null || (status !== "active" && contribution === zero)
      ? []
      : [{ customerId, value: contribution }],
  );
  const measured: Measured[] = [
    {
      measure: "revenue",
      score: scoreConcentration(active.map(({ customerId, revenue }) => ({ customerId, value: revenue }))),
    },
  ];
  if (contributions.length > 0) measured.push({ measure: "contribution", score: scoreConcentration(contributions) });
  if (events === null) return { measured, complaintsElsewhere: 0 };

  const complaints = new Map(active.map(({ customerId }) => [customerId, 0n]));
  const known = new Set(customers.map(({ customerId }) => customerId));
  let complaintsElsewhere = 0;
  for (const { customerId, date, type } of events) {
    if (type !== "complaint_opened" || date <= window.from || date > window.to) continue;
    if (known.has(customerId)) complaints.set(customerId, (complaints.get(customerId) ?? 0n) + 1n);
    else complaintsElsewhere += 1;
  }
  measured.push({
    measure: "complaints",
    score: scoreConcentration(Array.from(complaints, ([customerId, value]) => ({ customerId, value }))),
  });
  return { measured, complaintsElsewhere };
}
