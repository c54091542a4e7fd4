import type { Answer } from "../../src/facts/answers.ts";
import type { Baskets } from "../../src/facts/baskets.ts";
import { blankCard, type Card } from "../../src/facts/card.ts";
import type { CostFacts } from "../../src/facts/costs.ts";
import type { CustomerFacts } from "../../src/facts/customer.ts";
import type { SalesFacts } from "../../src/facts/sales.ts";

/** The parts that a case is about; the rest is silent. */
export interface Parts extends Partial<Omit<CustomerFacts, "card" | "sales" | "costs" | "answers">> {
  readonly card?: Partial<Card>;
  readonly sales?: Partial<SalesFacts>;
  readonly costs?: Partial<CostFacts>;
  readonly answers?: readonly Partial<Answer>[];
}

/** A customer with these facts; `sales` without further word is one line in the window, `costs` one row of no amount. */
export function customer({ card, sales, costs, answers = [], ...rest }: Parts): CustomerFacts {
  const customerId = rest.customerId ?? "c";
  return {
    categories: null,
    events: [],
    refusedOffer: false,
    efficiencyNeed: false,
    ...rest,
    customerId,
    card: card === undefined ? null : { ...blankCard(customerId), ...card },
    sales: sales === undefined ? null : { ...oneLine, customerId, ...sales },
    costs: costs === undefined ? null : { ...noCosts, customerId, ...costs },
    answers: answers.map((answer) => ({ ...blankAnswer, customerId, ...answer })),
  };
}

/** A customer that bought for this much in the window and the window before, in every quarter. */
export const buyer = (revenue: bigint, revenuePrior: bigint, rest: Parts = {}): CustomerFacts =>
  customer({
    ...rest,
    sales: {
      revenue,
      revenuePrior,
      linesPrior: 1,
      linesTotal: 2,
      quartersWithPurchase: 4,
      quartersWithPurchasePrior: 4,
      ...rest.sales,
    },
  });

const blankAnswer: Omit<Answer, "customerId"> = {
  date: "2026-01-31",
  score: null,
  respondent: null,
  role: null,
  seniority: null,
  department: null,
  region: null,
};

const oneLine: Omit<SalesFacts, "customerId"> = {
  revenue: 0n,
  lines: 1,
  revenuePrior: 0n,
  linesPrior: 0,
  linesTotal: 1,
  costOnLines: 0n,
  linesWithCost: 0,
  orders: 1,
  firstPurchase: null,
  lastPurchase: null,
  quartersWithPurchase: 1,
  quartersWithPurchasePrior: 0,
};

const noCosts: Omit<CostFacts, "customerId"> = {
  costOfGoods: 0n,
  costOfGoodsRows: 0,
  costToServe: 0n,
  costToServeRows: 0,
};

/** Customers and the products that each bought, in the window too; `before`: products that were bought before it alone. */
export function baskets(
  bought: Iterable<readonly [customerId: string, products: readonly string[]]>,
  before: readonly string[] = [],
): Baskets {
  const own = [...bought];
  const products = [...new Set(own.flatMap(([, names]) => names))];
  return {
    products,
    inWindow: products.map((product) => !before.includes(product)),
    owned: new Map(own.map(([id, names]) => [id, Int32Array.from(names, (name) => products.indexOf(name))])),
  };
}
