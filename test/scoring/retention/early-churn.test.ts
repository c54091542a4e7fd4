import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EarlyChurnContext, scoreEarlyChurn } from "../../../src/scoring/retention/early-churn.ts";
import type { RetentionCustomer } from "../../../src/scoring/retention/timeline.ts";

const context: EarlyChurnContext = {
  asOf: "2025-12-31",
  firstSale: "2020-01-01",
  historyFrom: null,
  salespersons: new Map(),
};

const buyer = (firstPurchase: string | null, lastPurchase: string | null, rest: object = {}): RetentionCustomer => ({
  customerId: "c",
  card: null,
  sales: { firstPurchase, lastPurchase },
  ...rest,
});

const contract = (since: string | null, until: string | null): RetentionCustomer => ({
  customerId: "c",
  card: { since, until, owner: null },
  sales: null,
});

const total = (
  customers: readonly RetentionCustomer[],
  basis: "sales" | "contract",
  days: number,
  more: object = {},
) => {
  const { customers: judged, lost } = scoreEarlyChurn(
    customers,
    { basis, earlyChurnDays: days },
    { ...context, ...more },
  ).total;
  return [judged, lost];
};

describe("by sales", () => {
  it.each([
    ["bought once", "2024-01-01", "2024-01-01", [1, 1]],
    ["last on the 90th day", "2024-01-01", "2024-03-31", [1, 1]],
    ["last on the 91st", "2024-01-01", "2024-04-01", [1, 0]],
    // 2025-12-31 less 90 + 365 days is 2024-10-02.
    ["began as late as can be judged", "2024-10-02", "2024-10-02", [1, 1]],
    ["began a day later", "2024-10-03", "2024-10-03", [0, 0]],
    ["only returns", null, null, [0, 0]],
    // Twelve months after the first sale; a day less.
    ["new for certain", "2021-01-01", "2021-01-01", [1, 1]],
    ["perhaps an old customer", "2020-12-31", "2020-12-31", [0, 0]],
  ])("%s", (_, first, last, expected) => expect(total([buyer(first, last)], "sales", 90)).toEqual(expected));

  it("a long early time takes a silence twice as long", () => {
    // 2025-12-31 less 200 + 400 days is 2024-05-10.
    expect(total([buyer("2024-05-10", "2024-05-10")], "sales", 200)).toEqual([1, 1]);
    expect(total([buyer("2024-05-11", "2024-05-11")], "sales", 200)).toEqual([0, 0]);
  });

  it("a stated start within the sales makes the first purchase known", () => {
    const stated = (since: string, first: string) => buyer(first, first, { card: { since, until: null, owner: null } });
    expect(total([stated("2020-01-01", "2020-03-01")], "sales", 90)).toEqual([1, 1]);
    expect(total([stated("2019-12-31", "2020-03-01")], "sales", 90)).toEqual([0, 0]);
    expect(total([stated("2020-04-01", "2020-03-01")], "sales", 90)).toEqual([0, 0]);
    expect(total([stated("2020-04-01", "2020-04-01")], "sales", 90, { firstSale: null })).toEqual([0, 0]);
    expect(total([buyer("2020-03-01", "2020-03-01")], "sales", 90, { historyFrom: "2020-03-01" })).toEqual([1, 1]);
  });

  it("a prospect never began", () => expect(total([contract("2021-01-01", null)], "sales", 90)).toEqual([0, 0]));
});

describe("by contract", () => {
  it.each([
    ["ended on the 90th day", "2024-01-01", "2024-03-31", [1, 1]],
    ["ended on the 91st", "2024-01-01", "2024-04-01", [1, 0]],
    ["runs on", "2024-01-01", null, [1, 0]],
    // 2025-12-31 less 90 days is 2025-10-02.
    ["began as late as can be judged", "2025-10-02", "2025-10-10", [1, 1]],
    ["began a day later", "2025-10-03", "2025-10-10", [0, 0]],
    ["no start", null, "2024-01-01", [0, 0]],
  ])("%s", (_, since, until, expected) => expect(total([contract(since, until)], "contract", 90)).toEqual(expected));

  it("without a card", () => expect(total([buyer("2024-01-01", "2024-01-01")], "contract", 90)).toEqual([0, 0]));
});

describe("by salesperson", () => {
  const lost = (customerId: string, owner: string | null) =>
    buyer("2024-01-01", "2024-01-01", { customerId, card: { since: null, until: null, owner } });
  const kept = (customerId: string, owner: string | null) =>
    buyer("2024-01-01", "2025-01-01", { customerId, card: { since: null, until: null, owner } });
  const customers = [
    lost("1", "Ann"),
    kept("2", "Ann"),
    lost("3", "Bob"),
    lost("4", "Cy"),
    lost("5", null),
    kept("6", null),
  ];
  const salespersons = new Map([["4", "Bob"]]);
  const score = (some: readonly RetentionCustomer[]) =>
    scoreEarlyChurn(some, { basis: "sales", earlyChurnDays: 90 }, { ...context, salespersons });

  it("that of the first purchase before the owner; most losses first, then most customers, then by name", () =>
    expect(score(customers)).toEqual({
      total: { customers: 6, lost: 4, share: 4 / 6 },
      bySalesperson: [
        { salesperson: "Bob", customers: 2, lost: 2, share: 1 },
        { salesperson: null, customers: 2, lost: 1, share: 0.5 },
        { salesperson: "Ann", customers: 2, lost: 1, share: 0.5 },
      ],
    }));

  it("of nobody there is no share", () =>
    expect(score([])).toEqual({ total: { customers: 0, lost: 0, share: null }, bySalesperson: [] }));

  it("the order of customers changes nothing", () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(customers, { minLength: customers.length }), (shuffled) => {
        expect(score(shuffled)).toEqual(score(customers));
      }),
    ));
});
