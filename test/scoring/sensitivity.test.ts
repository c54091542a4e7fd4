import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomerFacts } from "../../src/facts/customer.ts";
import { ClassifyOptions, classify } from "../../src/scoring/classify.ts";
import { costInformation } from "../../src/scoring/contribution.ts";
import { type OtherWindow, scoreSensitivity } from "../../src/scoring/sensitivity.ts";
import { customer, type Parts } from "./facts.ts";

const sells = (customerId: string, revenue: number, rest: Parts = {}): CustomerFacts =>
  customer({ customerId, ...rest, sales: { revenue: BigInt(revenue) * 10_000n } });

type Given = Parameters<typeof ClassifyOptions.parse>[0];
const period = { months: 12, windowCovered: true, priorCovered: true };
const classified = (customers: readonly CustomerFacts[], options: Given = {}) =>
  classify(customers, { period, costs: costInformation(customers) }, ClassifyOptions.parse(options)).rows;

const tried = (customers: readonly CustomerFacts[], windows: readonly OtherWindow[] = [], options: Given = {}) => {
  const sensitivity = scoreSensitivity(classified(customers, options), windows, ClassifyOptions.parse(options).abc);
  return {
    ...sensitivity,
    of: (id: string) => {
      const found = sensitivity.customers.find(({ customerId }) => customerId === id);
      return found as NonNullable<typeof found>;
    },
  };
};

// Ten customers, 1000 in all: ranks 1 and 2 are A, 9 and 10 are C.
const ten = [300, 200, 150, 100, 80, 60, 50, 30, 20, 10].map((revenue, i) => sells(`c${i + 1}`, revenue));
const namesOf = (changes: readonly { readonly variant: { readonly name: string }; readonly class: string | null }[]) =>
  changes.map((change) => `${change.variant.name}: ${change.class}`);

describe("cuts and methods", () => {
  const sensitivity = tried(ten);

  // 15 % of 10 rounds up to 2, as 20 % does; 25 % is 3. 25 % C (cut 20,75) is 3, 15 % C (cut 20,85) 2. By cumulative share
  // the larger hold 0, 30, 50, 65, 75, 83, 89, 94, 97, 99 %: A below 80 is c1 to c5, B below 95 c6 to c8, C c9 and c10.
  it("worked by hand", () => {
    expect(namesOf(sensitivity.of("c3").changes)).toEqual(["cut 25,80: A", "method cumulative: A"]);
    expect(namesOf(sensitivity.of("c4").changes)).toEqual(["method cumulative: A"]);
    expect(namesOf(sensitivity.of("c8").changes)).toEqual(["cut 20,75: C"]);
    expect(sensitivity.of("c1")).toEqual({ customerId: "c1", stability: 1, gradeStability: null, changes: [] });
    // Four cuts and one method.
    expect(sensitivity.of("c3").stability).toBe(3 / 5);
  });

  it("a line a variant", () => {
    expect(
      sensitivity.variants.map(({ variant, customers, revenue, grades }) => [variant.name, customers, revenue, grades]),
    ).toEqual([
      ["cut 15,80", 0, 0n, 0],
      ["cut 25,80", 1, 1_500_000n, 0],
      ["cut 20,75", 1, 300_000n, 0],
      ["cut 20,85", 0, 0n, 0],
      ["method cumulative", 3, 3_300_000n, 0],
    ]);
    expect(sensitivity.variants[4]?.moves).toEqual([{ from: "B", to: "A", customers: 3 }]);
  });

  it("cuts that are none any more are not tried", () => {
    const names = (options: Given) => tried(ten, [], options).variants.map(({ variant }) => variant.name);
    expect(names({ abc: { cuts: [4, 97] } })).toEqual(["cut 9,97", "cut 4,92", "method cumulative"]);
    expect(names({ abc: { method: "cumulative" } })).toEqual(["cut 75,95", "cut 85,95", "cut 80,90", "method rank"]);
  });

  it("amounts move by 5 percent, and both other methods are tried", () => {
    const options: Given = { abc: { method: "threshold", cuts: [150, 30] } };
    const sensitivity = tried(ten, [], options);
    expect(sensitivity.variants.map(({ variant }) => variant.name)).toEqual([
      "cut 142.5,30",
      "cut 157.5,30",
      "cut 150,28.5",
      "cut 150,31.5",
      "method rank",
      "method cumulative",
    ]);
    expect(namesOf(sensitivity.of("c3").changes)).toEqual(["cut 157.5,30: B", "method rank: B"]);
  });

  it("class D stays whatever the cuts, and who has no class has no stability", () => {
    const loss = sells("d", 250, { costs: { costToServe: 3_000_000n, costToServeRows: 1 } });
    const costs = customer({ customerId: "k", costs: { costToServe: 10_000n, costToServeRows: 1 } });
    const lapsed = customer({ customerId: "l", sales: { lines: 0 } });
    for (const dMode of ["override", "exclude"] as const) {
      const sensitivity = tried([...ten, loss, costs, lapsed], [], { abc: { dMode } });
      expect(sensitivity.of("d")).toMatchObject({ stability: 1, changes: [] });
      expect(sensitivity.of("k")).toMatchObject({ stability: 1, changes: [] });
      expect(sensitivity.of("l")).toEqual({ customerId: "l", stability: null, gradeStability: null, changes: [] });
    }
  });

  it("by contribution where that is the rank; without costs it is the revenue", () => {
    const served = (id: string, revenue: number, costs: number) =>
      sells(id, revenue, { costs: { costToServe: BigInt(costs) * 10_000n, costToServeRows: 1 } });
    const options: Given = { abc: { rankBy: "contribution" } };
    expect(namesOf(tried([...ten.slice(1), served("c1", 300, 190)], [], options).of("c1").changes)).toEqual([
      "cut 25,80: A",
      "method cumulative: A",
    ]);
    expect(namesOf(tried(ten, [], options).of("c3").changes)).toEqual(["cut 25,80: A", "method cumulative: A"]);
  });

  it("shares of nothing are left out", () => {
    const sensitivity = tried([sells("a", 10), sells("b", -10)]);
    expect(sensitivity.leftOut).toEqual([
      { kind: "method", name: "method cumulative", method: "cumulative", cuts: [80, 95], reason: "total_not_positive" },
    ]);
  });
});

describe("windows", () => {
  const active = (customerId: string, letter: "A" | "B" | null, potential: "b" | "?") =>
    ({ customerId, class: letter, potential, status: "active" }) as const;

  it("change classes and grades, or leave nobody to class", () => {
    const sensitivity = tried(ten, [
      {
        months: 6,
        rows: [active("c1", "B", "b"), active("c2", "A", "?"), { ...active("c3", null, "?"), status: "lapsed" }],
      },
      { months: 24, rows: null },
    ]);
    expect(sensitivity.leftOut).toEqual([
      { kind: "window", name: "window 24", months: 24, reason: "window_not_covered" },
    ]);
    expect(sensitivity.of("c1")).toMatchObject({
      // Five variants by cuts and method, and one window.
      stability: 5 / 6,
      gradeStability: 0,
      changes: [{ variant: { name: "window 6" }, class: "B", grade: "b", changesClass: true, changesGrade: true }],
    });
    expect(sensitivity.of("c2")).toMatchObject({ stability: 1, gradeStability: 1, changes: [] });
    expect(sensitivity.of("c3").changes.at(-1)).toMatchObject({ class: null, grade: null, changesClass: true });
    expect(sensitivity.of("c9").changes.at(-1)).toMatchObject({ class: null });
    const window = sensitivity.variants.at(-1);
    expect(window).toMatchObject({ customers: 9, grades: 9 });
    expect(window?.moves).toEqual([
      { from: "A", to: "B", customers: 1 },
      { from: "B", to: "none", customers: 6 },
      { from: "C", to: "none", customers: 2 },
    ]);
  });

  it("a grade alone", () => {
    const sensitivity = tried(ten, [{ months: 24, rows: [active("c1", "A", "b")] }]);
    expect(sensitivity.of("c1")).toMatchObject({ stability: 1, gradeStability: 0 });
    expect(sensitivity.of("c1").changes).toMatchObject([{ class: "A", grade: "b", changesClass: false }]);
  });
});

it("the order of the input does not show, and every stability is a share", () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 500 }), { minLength: 1, maxLength: 15 }), (revenues) => {
      const customers = revenues.map((revenue, i) => sells(`c${i}`, revenue));
      const sensitivity = tried(customers);
      expect(tried(customers.toReversed()).customers).toEqual(sensitivity.customers);
      for (const { stability, changes } of sensitivity.customers) {
        expect(stability).not.toBeNull();
        const classes = changes.filter(({ changesClass }) => changesClass).length;
        expect(stability).toBe((sensitivity.variants.length - classes) / sensitivity.variants.length);
      }
    }),
  ));
