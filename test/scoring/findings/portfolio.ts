// Portfolios that the rules are tried on. D = 2026-06-30: the window begins with 2025-07-01, the prior one with 2024-07-01.
import { dayNumber, type IsoDate, monthsBefore } from "../../../src/base/calendar.ts";
import type { Answer } from "../../../src/facts/answers.ts";
import type { CustomerFacts } from "../../../src/facts/customer.ts";
import type { CustomerEvent, EventType } from "../../../src/facts/events.ts";
import type { ProductFacts } from "../../../src/facts/products.ts";
import { ClassifyOptions, classify } from "../../../src/scoring/classify.ts";
import { TriggerOptions } from "../../../src/scoring/findings/options.ts";
import type { FindingFacts } from "../../../src/scoring/findings/subjects.ts";
import { type FindingsAsked, findFindings } from "../../../src/scoring/findings.ts";
import { customer, type Parts } from "../facts.ts";

export const asOf = "2026-06-30";

/** What the judged customer, `c`, is about; `others` stand beside it. */
export interface Given {
  readonly parts?: Parts;
  readonly others?: readonly CustomerFacts[];
  readonly asOf?: IsoDate;
  readonly firstSale?: IsoDate;
  /** Days with a purchase, as days before D. */
  readonly orderedDaysAgo?: readonly number[];
  readonly quarters?: readonly bigint[];
  readonly products?: Partial<ProductFacts>;
  readonly stage?: string;
  /** Rows before the window, and rows of nobody; those of customers are added. */
  readonly earlierAnswers?: readonly Partial<Answer>[];
  readonly hasEvents?: boolean;
  readonly settings?: object;
  readonly lostAfter?: number;
}

export function factsFor(given: Given): FindingFacts {
  const own = customer({ customerId: "c", sales: {}, ...given.parts });
  const customers = [own, ...(given.others ?? [])];
  const day = given.asOf ?? asOf;
  const window = { from: monthsBefore(day, 12), to: day };
  const period = { asOf: day, months: 12, window, priorCovered: true, windowCovered: true };
  const costs = { costOnLines: false, costOfGoodsRows: false, costToServeRows: false };
  return {
    period,
    firstSale: given.firstSale ?? "2020-01-01",
    customers,
    rows: classify(customers, { period, costs }, ClassifyOptions.parse({})).rows,
    answers: [
      ...customers.flatMap(({ answers }) => answers),
      ...(given.earlierAnswers ?? []).map((row) => ({
        customerId: "c",
        date: "2025-01-31",
        score: null,
        department: null,
        region: null,
        ...row,
      })),
    ],
    days: new Map(
      given.orderedDaysAgo === undefined
        ? []
        : [["c", { days: given.orderedDaysAgo.map((ago) => dayNumber(day) - ago).sort((a, b) => a - b) }]],
    ),
    quarters: new Map(given.quarters === undefined ? [] : [["c", given.quarters]]),
    products: new Map(
      given.products === undefined
        ? []
        : [
            [
              "c",
              {
                customerId: "c",
                products: 1,
                newInWindow: 0,
                latestDay: "2024-01-31",
                latestProduct: "Tea",
                ...given.products,
              },
            ],
          ],
    ),
    stages: new Map(given.stage === undefined ? [] : [["c", given.stage]]),
    hasEvents: given.hasEvents ?? customers.some(({ events }) => events.length > 0),
    lostAfter: given.lostAfter ?? null,
  };
}

export const everything: FindingsAsked = { only: null, since: null };

export const find = (given: Given, asked: FindingsAsked = everything) =>
  findFindings(factsFor(given), TriggerOptions.parse(given.settings ?? {}), asked);

/** What one rule says of `c`. */
export const finding = (rule: string, given: Given) =>
  find(given, { only: [rule], since: null }).rows.find(({ customerId }) => customerId === "c") ?? null;

export const event = (type: EventType, date: IsoDate, rest: Partial<CustomerEvent> = {}): CustomerEvent => ({
  customerId: "c",
  date,
  type,
  value: null,
  limit: null,
  person: null,
  department: null,
  region: null,
  note: null,
  ...rest,
});

/** Other customers, as many as there are revenues, each with one employee in one segment unless it says otherwise. */
export const others = (revenues: readonly bigint[], parts: Parts = {}): CustomerFacts[] =>
  revenues.map((revenue, i) =>
    customer({
      ...parts,
      customerId: `o${i}`,
      card: { segment: "Retail", employees: 1, ...parts.card },
      sales: { revenue, ...parts.sales },
    }),
  );
