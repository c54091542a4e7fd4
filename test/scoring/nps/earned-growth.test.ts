import { describe, expect, it } from "vitest";
import { earnedGrowth, isReferral } from "../../../src/scoring/nps/earned-growth.ts";
import { customer, type Parts } from "../facts.ts";

const period = { window: { from: "2025-06-30", to: "2026-06-30" }, priorCovered: true };

const buyer = (
  id: string,
  revenue: bigint,
  prior: bigint,
  source: string | null,
  first: string | null,
  rest: Parts = {},
) =>
  customer({
    customerId: id,
    card: { source, ...rest.card },
    sales: { revenue, revenuePrior: prior, linesPrior: prior === 0n ? 0 : 2, firstPurchase: first },
  });

// Last year 100 and 60; this year 120 of the first, nothing of the second. New: 20 by referral, 30 by a fair, 5 of whom nobody
// says how. Back after a gap: 8. (120 + 20) / 160 − 1 = −12.5 %.
const portfolio = [
  buyer("kept", 120n, 100n, null, "2022-01-01"),
  buyer("lost", 0n, 60n, "referral", "2022-01-01"),
  buyer("friend", 20n, 0n, "Referral", "2025-07-01"),
  buyer("fair", 30n, 0n, "fair", "2026-01-01"),
  buyer("unknown", 5n, 0n, null, "2026-01-01"),
  buyer("back", 8n, 0n, "referral", "2019-01-01"),
  customer({ customerId: "lead", card: { source: "referral" } }),
];

describe("earned growth", () => {
  it("worked by hand", () =>
    expect(earnedGrowth(portfolio, period, true)).toEqual({
      rate: -0.125,
      reason: null,
      prior: 160n,
      existing: 120n,
      referred: 20n,
      otherNew: 30n,
      unknownNew: 5n,
      returned: 8n,
    }));

  it("of the day before the window's first is no new customer, nor one whose start is stated before", () => {
    const sums = (first: string | null, since: string | null) =>
      earnedGrowth([...portfolio, buyer("x", 7n, 0n, "fair", first, { card: { since } })], period, true);
    expect(sums("2025-06-30", null)).toMatchObject({ returned: 15n, otherNew: 30n });
    expect(sums("2025-07-01", null)).toMatchObject({ returned: 8n, otherNew: 37n });
    expect(sums("2025-07-01", "2024-01-01")).toMatchObject({ returned: 15n });
    // Returns only, without a purchase: nobody knows when it began.
    expect(sums(null, null)).toMatchObject({ returned: 15n });
  });

  it("a customer without a card of its own", () => {
    const { card: _card, ...bare } = buyer("x", 7n, 0n, null, "2026-01-01");
    expect(earnedGrowth([...portfolio, { ...bare, card: null }], period, true)).toMatchObject({ unknownNew: 12n });
  });

  it("is nothing where no source is stated", () => {
    expect(earnedGrowth([buyer("x", 7n, 1n, null, "2026-01-01")], period, true)).toBeNull();
    expect(earnedGrowth([customer({ customerId: "x", sales: {} })], period, true)).toBeNull();
  });

  it("is empty with a reason", () => {
    expect(earnedGrowth(portfolio, { ...period, priorCovered: false }, true)).toMatchObject({
      rate: null,
      reason: "prior_window_not_covered",
    });
    expect(earnedGrowth(portfolio, period, false)).toMatchObject({ rate: null, reason: "new_customers_not_known" });
    expect(earnedGrowth(portfolio.slice(2), period, true)).toMatchObject({
      rate: null,
      reason: "prior_revenue_not_positive",
    });
  });
});

describe("a referral", () => {
  it.each([
    "referral",
    " Referral ",
    "Referral Anna",
    "empfohlen",
    "Anbefaling",
    "Recommandé",
    "word of mouth",
    "referral_partner",
  ])("%s", (source) => expect(isReferral(source)).toBe(true));
  it.each(["fair", "", "referrals?", "no referral", "web"])("not: %s", (source) =>
    expect(isReferral(source)).toBe(false));
});
