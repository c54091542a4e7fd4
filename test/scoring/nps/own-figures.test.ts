// Money in units of 1/10,000.
import { describe, expect, it } from "vitest";
import { ownFigures } from "../../../src/scoring/nps/own-figures.ts";

type Row = Parameters<typeof ownFigures>[0][number];
const row = (revenue: bigint, rest: Partial<Row> = {}): Row => ({
  status: "active",
  revenue,
  nps: null,
  firstPurchase: null,
  ...rest,
});

describe("mean revenue", () => {
  it("by satisfaction: zero and no answer are in neither group, the mean is rounded half away from zero", () =>
    // (10 + 5) / 2 = 7.5, so 8.
    expect(
      ownFigures(
        [row(10n, { nps: 50 }), row(5n, { nps: 1 }), row(90n, { nps: 0 }), row(70n), row(4n, { nps: -1 })],
        "2025-12-31",
        true,
      ),
    ).toMatchObject({ satisfied: { customers: 2, mean: 8n }, dissatisfied: { customers: 1, mean: 4n } }));

  it("by time: new is a first purchase in the window, which is open on the left", () =>
    expect(
      ownFigures(
        [row(2n, { firstPurchase: "2026-01-01" }), row(30n, { firstPurchase: "2025-12-31" }), row(9n)],
        "2025-12-31",
        true,
      ),
    ).toMatchObject({ newcomers: { customers: 1, mean: 2n }, existing: { customers: 1, mean: 30n } }));

  it("of nobody is not known", () =>
    expect(ownFigures([], "2025-12-31", true)).toEqual({
      satisfied: { customers: 0, mean: null },
      dissatisfied: { customers: 0, mean: null },
      newcomers: { customers: 0, mean: null },
      existing: { customers: 0, mean: null },
    }));

  it("customers without a line in the window are in no group", () =>
    expect(
      ownFigures([row(0n, { status: "lapsed", nps: 100, firstPurchase: "2020-01-01" })], "2025-12-31", true),
    ).toMatchObject({ satisfied: { customers: 0 }, existing: { customers: 0 } }));

  it("new and existing are not told apart without history", () =>
    expect(ownFigures([row(2n, { firstPurchase: "2026-01-01" })], "2025-12-31", false)).toMatchObject({
      newcomers: null,
      existing: null,
    }));
});
