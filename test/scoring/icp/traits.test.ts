import { describe, expect, it } from "vitest";
import { blankCard, type Card } from "../../../src/facts/card.ts";
import { IcpOptions } from "../../../src/scoring/icp/options.ts";
import { bandNames, type TraitAttribute, traitAttributes, traitsOf } from "../../../src/scoring/icp/traits.ts";

const { bands, ...defaults } = IcpOptions.parse({});
const trait = (attribute: TraitAttribute, card: Partial<Card>, chosen = bands) =>
  traitsOf({ ...blankCard("c"), ...card }, 2026, [attribute], chosen)[0];

describe("bands", () => {
  it.each([
    [0, "under 10"],
    [9, "under 10"],
    [10, "10 to under 50"],
    [49.5, "10 to under 50"],
    [50, "50 to under 250"],
    [999, "250 to under 1000"],
    [1000, "1000 and more"],
  ])("%d employees", (employees, band) => expect(trait("size_band", { employees })).toBe(band));

  it.each([
    [-1n, "under 2 million"],
    [19_999_999_999n, "under 2 million"],
    [20_000_000_000n, "2 million to under 10 million"],
    [2_500_000_000_000n, "250 million and more"],
  ])("a revenue of %i units", (companyRevenue, band) => expect(trait("revenue_band", { companyRevenue })).toBe(band));

  it.each([
    [2026, "under 3"],
    [2024, "under 3"],
    [2023, "3 to under 10"],
    [1976, "50 and more"],
    [2027, "(unknown)"],
  ])("founded in %i", (founded, band) => expect(trait("company_age", { founded })).toBe(band));

  it("of one's own, in any order, each once", () => {
    const own = IcpOptions.parse({ bands: { employees: [100, 5, 100], companyRevenue: [1_500_000_000, 1_250_000] } });
    expect(own.bands.employees).toEqual([5, 100]);
    expect(bandNames("size_band", own.bands)).toEqual(["under 5", "5 to under 100", "100 and more"]);
    expect(bandNames("revenue_band", own.bands)).toEqual([
      "under 1250000",
      "1250000 to under 1.5 billion",
      "1.5 billion and more",
    ]);
    expect(bandNames("company_age", own.bands)).toHaveLength(5);
    expect(bandNames("country", own.bands)).toBeNull();
  });
});

describe("other attributes", () => {
  it("are as written", () => {
    const card = { country: "NO", region: "Øst", industry: "IT", legalForm: "AS", segment: "SMB", source: "fair" };
    expect(traitsOf({ ...blankCard("c"), ...card }, 2026, traitAttributes, bands)).toEqual([
      ...["(unknown)", "(unknown)", "NO", "Øst", "IT", "AS", "(unknown)", "SMB", "fair"],
    ]);
  });

  it("unknown is a value, also of a customer without a card", () =>
    expect(traitsOf(null, 2026, defaults.attributes, bands)).toEqual(new Array(7).fill("(unknown)")));
});

describe("options", () => {
  it("the seven attributes by which strangers can be told, 15 customers", () =>
    expect(defaults).toEqual({ top: 15, falseDiscoveryRate: 0.1, attributes: traitAttributes.slice(0, 7) }));

  it("an attribute once", () =>
    expect(IcpOptions.parse({ attributes: ["segment", "country", "segment"] }).attributes).toEqual([
      "segment",
      "country",
    ]));

  it.each([
    { top: 0 },
    { attributes: [] },
    { attributes: ["name"] },
    { bands: { employees: [] } },
    { bands: { employees: [0] } },
    { bands: { employees: [1.5] } },
    { bands: { staff: [1] } },
    { falseDiscoveryRate: 0 },
  ])("refused: %j", (options) => expect(IcpOptions.safeParse(options).success).toBe(false));
});
