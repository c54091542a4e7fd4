import { groupBy } from "../../base/grouping.ts";
import type { Money } from "../../base/money.ts";
import { compareCodePoints } from "../../base/statistics.ts";
import type { Answer } from "../../facts/answers.ts";
import type { Card } from "../../facts/card.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import type { CustomerDays } from "../../facts/days.ts";
import type { Period } from "../../facts/period.ts";
import type { ProductFacts } from "../../facts/products.ts";
import type { SalesFacts } from "../../facts/sales.ts";
import type { CustomerScore } from "../classify/row.ts";
import { isScored, latestPerRespondent } from "../nps.ts";
import { orderCycle } from "../order-cycle.ts";
import { peersOf } from "../peers.ts";
import { type Fraction, fromNumber } from "../potential/fraction.ts";
import { twiceMedian } from "../swot.ts";
import { latestDate } from "./figures.ts";
import type { DatedAnswer } from "./needs.ts";
import type { PerEmployee, Subject, Surroundings } from "./rule.ts";

/** What the rules look at. Maps are by customer id; a customer that is not in one has nothing of its kind. */
export interface FindingFacts {
  readonly period: Pick<Period, "asOf" | "months" | "window" | "priorCovered">;
  /** The first sale of the files; `null` without one. */
  readonly firstSale: string | null;
  readonly customers: readonly CustomerFacts[];
  /** The classification of the same customers, in order of priority. */
  readonly rows: readonly CustomerScore[];
  /** Every row of the NPS files up to the as-of date, those without a customer too. */
  readonly answers: readonly DatedAnswer[];
  /** Days with a purchase. */
  readonly days: ReadonlyMap<string, Pick<CustomerDays, "days">>;
  /** Net revenue of the last 24 months by calendar quarter of the year. */
  readonly quarters: ReadonlyMap<string, readonly Money[]>;
  readonly products: ReadonlyMap<string, ProductFacts>;
  /** Relationship stages; empty where nobody has one. */
  readonly stages: ReadonlyMap<string, string>;
  /** Whether an events file was given. */
  readonly hasEvents: boolean;
  /** Days without a purchase after which the user counts a customer as lost; `null`: by its own gaps and a year. */
  readonly lostAfter: number | null;
}

/** The customers as rules see them, in order of priority. Cost: O(n log n). */
export function subjectsOf(given: FindingFacts): Subject[] {
  const { customers, rows } = given;
  const indexes = new Map(customers.map(({ customerId }, index) => [customerId, index]));
  const answersOf = groupBy(given.answers, ({ customerId }) => customerId);
  return rows.map((score): Subject => {
    const { customerId } = score;
    const index = indexes.get(customerId) as number;
    const customer = customers[index] as CustomerFacts;
    const orderDays = given.days.get(customerId)?.days ?? [];
    return {
      customer,
      score,
      lines: customer.sales?.lines ?? 0,
      latest: customer.answers.length === 0 ? [] : latestPerRespondent(customer.answers.toSorted(byTitle)),
      asked: customer.answers.length,
      answered: customer.answers.length === 0 ? 0 : customer.answers.filter(isScored).length,
      answersToDate: answersOf.get(customerId) ?? [],
      orderDays,
      cycle: orderCycle(orderDays),
      quarters: given.quarters.get(customerId) ?? [],
      products: given.products.get(customerId) ?? null,
      stage: given.stages.get(customerId) ?? null,
      index,
    };
  });
}

/** Two answers alike but for the title: the first in order counts, whatever the order of the rows. */
const byTitle = (a: Answer, b: Answer): number =>
  compareCodePoints(String(a.seniority), String(b.seniority)) || compareCodePoints(String(a.role), String(b.role));

/** Of a customer that is compared by headcount: it has employees and a line in the window. */
function ownPerEmployee({ card, sales }: Subject["customer"], months: number): PerEmployee["own"] {
  const employees = fromNumber((card as Card).employees) as Fraction;
  return { top: (sales as SalesFacts).revenue * 12n * employees.bottom, bottom: BigInt(months) * employees.top };
}

/** Cost: O(n log n), the peers included when a rule first asks. */
export function surroundingsOf({
  customers,
  answers,
  period: { asOf, months, window },
  lostAfter,
}: FindingFacts): Surroundings {
  const peers = peersOf(customers, months);
  const inWindow = answers.filter(({ date }) => date > window.from && date <= window.to);
  return {
    peers,
    perEmployee: ({ customer, index }) => {
      const [median, group] = [peers.medianPerEmployee(index), peers.headcountGroup(index)];
      return median === null || group === null ? null : { own: ownPerEmployee(customer, months), median, group };
    },
    asOf,
    windowFrom: window.from,
    twiceMedianRevenue: () =>
      twiceMedian(customers.flatMap(({ sales }) => (sales !== null && sales.lines > 0 ? [sales.revenue] : []))),
    asked: inWindow.length,
    answered: inWindow.filter(isScored).length,
    lastUsage: () =>
      latestDate(
        customers.flatMap(({ events }) =>
          events.flatMap(({ type, value, date }) => (type === "usage" && value !== null ? [date] : [])),
        ),
      ),
    lostAfter,
  };
}
