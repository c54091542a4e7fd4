import { describe, expect, it } from "vitest";
import { type FactParts, joinFacts } from "../../src/cli/join-facts.ts";
import { noAttributes, type SoldValues } from "../../src/engine/attribute-facts.ts";
import { blankCard } from "../../src/facts/card.ts";
import type { CustomerEvent, EventType } from "../../src/facts/events.ts";
import { period } from "../engine/sales-lines.ts";
import { buyer } from "../scoring/facts.ts";

const nothing: FactParts = {
  cards: [],
  sales: [],
  sold: noAttributes,
  categories: null,
  costs: [],
  answers: [],
  events: [],
};

const selling = (...ids: readonly string[]): FactParts["sales"] =>
  ids.map((customerId) => buyer(1n, 1n, { customerId }).sales as FactParts["sales"][number]);

const said = (latest: Readonly<Record<string, string>>): SoldValues => ({
  latest: new Map(Object.entries(latest)),
  varying: [],
});

const join = (parts: Partial<FactParts>) =>
  new Map(joinFacts({ ...nothing, ...parts }, period).map((facts) => [facts.customerId, facts]));

describe("joinFacts", () => {
  it("knows every id of sales, cards and costs once", () => {
    const cost = { costOfGoods: 1n, costOfGoodsRows: 1, costToServe: 0n, costToServeRows: 0 };
    const found = joinFacts(
      {
        ...nothing,
        cards: [blankCard("listed"), blankCard("both")],
        sales: selling("both", "sold"),
        costs: ["cost", "both", "listed"].map((customerId) => ({ customerId, ...cost })),
      },
      period,
    );
    expect(found.map(({ customerId }) => customerId).sort()).toEqual(["both", "cost", "listed", "sold"]);
    expect(found.filter(({ card }) => card === null).map(({ customerId }) => customerId)).toEqual(["sold", "cost"]);
  });

  it("takes from the sales lines what the card does not say", () => {
    const found = join({
      cards: [{ ...blankCard("C1"), name: "One", segment: "Public", country: "SE" }, blankCard("C4")],
      sales: selling("C1", "C2", "C3", "C4", "C5"),
      sold: {
        name: said({ C1: "Uno", C3: "Three", C4: "Four" }),
        segment: said({ C1: "Retail", C2: "Retail" }),
        industry: said({ C1: "Food", C2: "Food" }),
        region: said({ C1: "North", C2: "North" }),
        country: said({ C1: "NO" }),
      },
    });
    expect(found.get("C1")?.card).toEqual({
      ...blankCard("C1"),
      name: "One",
      segment: "Public",
      industry: "Food",
      region: "North",
      country: "SE",
    });
    expect(found.get("C2")?.card).toEqual({ ...blankCard("C2"), segment: "Retail", industry: "Food", region: "North" });
    expect(found.get("C3")?.card).toEqual({ ...blankCard("C3"), name: "Three" });
    expect(found.get("C4")?.card).toEqual({ ...blankCard("C4"), name: "Four" });
    expect(found.get("C5")?.card).toBeNull();
  });

  it("does not know a start after the as-of date", () => {
    const found = join({
      cards: [
        { ...blankCard("C1"), since: "2026-01-31" },
        { ...blankCard("C2"), since: "2026-02-01" },
      ],
    });
    expect([...found.values()].map(({ card }) => card?.since)).toEqual(["2026-01-31", null]);
  });

  it("has no categories where nobody names any, an empty list where others have some", () => {
    const sales = selling("C1", "C2");
    expect([...join({ sales }).values()].map(({ categories }) => categories)).toEqual([null, null]);
    const spend = [{ category: "Wine", spend: 1n, purchases: 1 }];
    const found = join({ sales, categories: new Map([["C1", spend]]) });
    expect([...found.values()].map(({ categories }) => categories)).toEqual([spend, []]);
  });

  it("has events to the as-of date by date, and the reviews planned after it", () => {
    const event = (date: string, type: EventType, note: string): CustomerEvent => ({
      customerId: "C1",
      date,
      type,
      value: null,
      limit: null,
      person: null,
      department: null,
      region: null,
      note,
    });
    const { events } = join({
      cards: [blankCard("C1")],
      events: [
        event("2026-01-31", "outage", "3"),
        event("2026-01-30", "outage", "1"),
        event("2026-01-30", "ticket", "2"),
        event("2026-02-01", "outage", "after"),
        event("2026-02-01", "qbr", "4"),
        event("2010-01-01", "qbr", "0"),
      ],
    }).get("C1") as { events: readonly CustomerEvent[] };
    expect(events.map(({ note }) => note)).toEqual(["0", "1", "2", "3", "4"]);
  });

  it.each([
    ["2025-01-31", false],
    ["2025-02-01", true],
    ["2026-01-31", true],
    ["2026-02-01", false],
  ])("counts a refusal or a need of %s: %s", (date, counts) => {
    const blank = { value: null, limit: null, person: null, department: null, region: null, note: null };
    const events = (["refused_offer", "efficiency_need"] as const).map((type) => ({
      ...blank,
      customerId: type,
      date,
      type,
    }));
    const found = join({ cards: [blankCard("refused_offer"), blankCard("efficiency_need")], events });
    expect([...found.values()].map(({ refusedOffer, efficiencyNeed }) => [refusedOffer, efficiencyNeed])).toEqual([
      [counts, false],
      [false, counts],
    ]);
  });

  it("gives each its answers", () => {
    const answer = {
      date: "2025-06-01",
      respondent: null,
      role: null,
      seniority: null,
      department: null,
      region: null,
    };
    const answers = ["C1", null, "C2", "C1"].map((customerId, score) => ({ ...answer, customerId, score }));
    const found = join({ cards: [blankCard("C1"), blankCard("C2"), blankCard("C3")], answers });
    expect([...found.values()].map((facts) => facts.answers.map(({ score }) => score))).toEqual([[0, 3], [2], []]);
  });
});
