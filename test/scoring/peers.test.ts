// Worked by hand from docs/method.md §4, level 4; money in units of 1/10,000.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile } from "../../src/base/statistics.ts";
import type { CategorySpend } from "../../src/facts/categories.ts";
import { type Peers, peersOf } from "../../src/scoring/peers.ts";
import type { Fraction } from "../../src/scoring/potential/fraction.ts";
import { customer, type Parts } from "./facts.ts";

const spend = (amounts: Readonly<Record<string, number>>): CategorySpend[] =>
  Object.entries(amounts).map(([category, amount]) => ({ category, spend: BigInt(amount), purchases: 1 }));
/** An active customer with this revenue. */
const active = (revenue: number, card: Parts["card"] = {}, amounts?: Readonly<Record<string, number>>) =>
  customer({ card, sales: { revenue: BigInt(revenue) }, ...(amounts ? { categories: spend(amounts) } : {}) });
const value = (fraction: Fraction | null): number | null =>
  fraction === null ? null : Number(fraction.top) / Number(fraction.bottom);
const names = (peers: Peers, index: number): string[] => peers.missingCategories(index).map(({ category }) => category);

describe("the group", () => {
  const groupsWith = (customers: Parameters<typeof peersOf>[0], index = 0) => {
    const peers = peersOf(customers, 12);
    return [peers.headcountGroup(index), peers.categoryGroup(index)];
  };
  const six = (card: Parts["card"], count = 6) => Array.from({ length: count }, () => active(10, card));

  it("is the segment from five others on, else the industry, else none", () => {
    const retail = { segment: "Retail", industry: "Trade", employees: 1 };
    const segment = { kind: "segment", name: "Retail", others: 5 };
    expect(groupsWith(six(retail))).toEqual([segment, segment]);
    const industry = { kind: "industry", name: "Trade", others: 5 };
    expect(groupsWith([...six(retail, 5), active(10, { ...retail, segment: "Other" })])).toEqual([industry, industry]);
    expect(groupsWith(six(retail, 5))).toEqual([null, null]);
  });

  it("of headcounts is chosen on customers with known employees alone", () => {
    const retail = { segment: "Retail", industry: "Trade" };
    const customers = [
      ...six({ ...retail, employees: 4 }, 5),
      ...six(retail, 2),
      ...six({ ...retail, employees: 0 }, 1),
      ...six({ segment: "Other", industry: "Trade", employees: 0.5 }, 1),
    ];
    expect(groupsWith(customers)).toEqual([
      { kind: "industry", name: "Trade", others: 5 },
      { kind: "segment", name: "Retail", others: 7 },
    ]);
    // Who has no known employees has no peers by headcount.
    expect(groupsWith(customers, 5)).toEqual([null, { kind: "segment", name: "Retail", others: 7 }]);
    expect(groupsWith(customers, 7)[0]).toBeNull();
  });

  it("goes by the text, outer white space and the way accents are stored aside", () => {
    const customers = [...six({ segment: "Cafés" }, 3), ...six({ segment: " Cafe\u0301s " }, 3)];
    expect(groupsWith(customers)[1]).toEqual({ kind: "segment", name: "Cafés", others: 5 });
    expect(groupsWith([...six({ segment: "Cafés" }, 5), ...six({ segment: "cafés" }, 5)])[1]).toBeNull();
  });

  it("counts active customers only", () => {
    const lapsed = customer({ card: { segment: "S" }, sales: { lines: 0 } });
    const prospect = customer({ card: { segment: "S" } });
    const customers = [...six({ segment: "S" }, 5), lapsed, prospect];
    expect(groupsWith(customers)[1]).toBeNull();
    expect(groupsWith([...customers, active(1, { segment: "S" })])[1]?.others).toBe(5);
    expect(groupsWith([...customers, active(1, { segment: "S" })], 5)).toEqual([null, null]);
  });

  it("is everybody where no active customer has a segment or an industry, for categories alone", () => {
    const everybody = { kind: "all", name: null, others: 5 };
    expect(groupsWith(six({ employees: 3, segment: " " }))).toEqual([null, everybody]);
    expect(groupsWith([...six({}), customer({ card: { segment: "prospect" } })])[1]).toEqual(everybody);
    expect(groupsWith([customer({ sales: {} }), ...six({}, 5)])[1]).toEqual(everybody);
    expect(groupsWith([...six({}), active(1, { industry: "Trade" })])[1]).toBeNull();
    expect(groupsWith(six({}, 5))[1]).toBeNull();
  });

  it("says nothing of an index that is not there", () => {
    const peers = peersOf([], 12);
    expect([peers.headcountGroup(0), peers.categoryGroup(0), peers.medianPerEmployee(0)]).toEqual([null, null, null]);
    expect(peers.missingCategories(0)).toEqual([]);
  });
});

describe("revenue per employee", () => {
  // By employee: 1, 2, 3, 4, 5, 6 and the customer's own, 100 / 10 = 10.
  const others = [1, 2, 3, 4, 5, 6].map((each) => active(each * 4, { segment: "S", employees: 4 }));
  const customers = [active(100, { segment: "S", employees: 10 }), ...others];

  it("is compared with the others", () => {
    const peers = peersOf(customers, 12);
    // Of 1–6: (6 − 1) · 3/4 = 3.75 places up, 4.75; in the middle 3.5.
    expect([peers.upperQuartilePerEmployee(0), peers.medianPerEmployee(0)].map(value)).toEqual([4.75, 3.5]);
    // Without the 1: of 2, 3, 4, 5, 6, 10: 5.75, 4.5. Without the 6: of 1–5, 10: 4.75, 3.5.
    expect([peers.upperQuartilePerEmployee(1), peers.medianPerEmployee(1)].map(value)).toEqual([5.75, 4.5]);
    expect([peers.upperQuartilePerEmployee(6), peers.medianPerEmployee(6)].map(value)).toEqual([4.75, 3.5]);
  });

  it("is by the year, and of half employees exact", () => {
    // Bands of 75.5 employees; 6 months.
    const bands = [151, 302, 453, 604, 755, 906].map((each) => active(each, { segment: "S", employees: 75.5 }));
    const peers = peersOf(bands, 6);
    // The others of the first, by the year and employee: 8, 12, 16, 20, 24; upper quartile at place 3, middle at place 2.
    expect([peers.upperQuartilePerEmployee(0), peers.medianPerEmployee(0)].map(value)).toEqual([20, 16]);
    expect([peers.upperQuartilePerEmployee(5), peers.medianPerEmployee(5)].map(value)).toEqual([16, 12]);
    // The same list once more, and of a window twice as long: half as much a year.
    expect(value(peersOf(bands, 6).medianPerEmployee(0))).toBe(16);
    expect(value(peersOf(bands, 12).medianPerEmployee(0))).toBe(8);
  });

  it("tells values apart that are one as floats", () => {
    // 10^20 and 10^20 + 1 are the same double. Ascending: 0, n, n + 1, n + 2, n + 3, n + 4.
    const n = 10n ** 20n;
    const huge = [n + 4n, n + 2n, n, n + 3n, 0n, n + 1n].map((revenue) =>
      customer({ card: { segment: "S", employees: 1 }, sales: { revenue } }),
    );
    expect(peersOf(huge, 12).medianPerEmployee(4)).toEqual({ top: n + 2n, bottom: 1n });
    expect(peersOf(huge, 12).medianPerEmployee(0)).toEqual({ top: n + 1n, bottom: 1n });
  });
});

describe("the number of categories", () => {
  it("is compared within the headcount group, purchases only", () => {
    const card = { segment: "S", employees: 1 };
    const customers = [
      active(1, card, { a: 1, b: 1 }),
      active(1, card, { a: 1 }),
      active(1, card, {}),
      active(1, card, { a: 1, b: 1, c: 1 }),
      active(1, card, { a: 1, b: 1, c: 1, d: 1 }),
      customer({ card, sales: {}, categories: [{ category: "a", spend: -1n, purchases: 0 }] }),
      active(1, card),
      active(1, { segment: "S" }, { a: 1, b: 1, c: 1, d: 1, e: 1 }),
    ];
    const peers = peersOf(customers, 12);
    // The others of the first: 1, 3, 4, and 0, returns alone (two without data, one without employees): 2.
    expect(value(peers.medianCategories(0))).toBe(2);
    expect(peers.medianCategories(2)).toBeNull();
    expect(peers.medianCategories(6)).toBeNull();
    expect(peers.medianCategories(7)).toBeNull();
    const alone = peersOf([customers[0], ...Array.from({ length: 5 }, () => active(1, card))].filter(defined), 12);
    expect(alone.medianCategories(0)).toBeNull();
  });
  const defined = <T>(each: T | undefined): each is T => each !== undefined;
});

describe("missing categories", () => {
  const card = { segment: "S" };
  const customers = [
    active(100, card, { b: 100 }),
    active(100, card, { a: 20, b: 80 }), // a: 20 of 80 elsewhere, 1/4
    active(100, card, { a: 50, b: 50 }), // 50 of 50, 1
    active(100, card, { a: 60, c: 40 }), // 60 of 40, 3/2
    active(100, card, { a: 100 }), // nothing elsewhere: left out of the median
    active(100, card, { c: 100 }),
    active(100, card, { b: 100 }),
  ];

  it("are those that at least half of the others purchased", () => {
    // a: 4 of 6. b: 4 of 7, of the others of one without it 4 of 6. c: 2 of 6, too few.
    const peers = peersOf(customers, 12);
    expect(names(peers, 0)).toEqual(["a"]);
    expect(names(peers, 1)).toEqual([]);
    expect(names(peers, 3)).toEqual(["b"]);
    expect(names(peers, 5)).toEqual(["a", "b"]);
    // Exactly half: 3 of 6.
    const half = customers.with(4, active(100, card, { d: 100 }));
    expect(names(peersOf(half, 12), 0)).toEqual(["a"]);
    // 2 of 6 no more.
    expect(names(peersOf(half.with(3, active(100, card, { d: 100 })), 12), 0)).toEqual([]);
  });

  it("are worth the median of what their buyers spend on them beside all else", () => {
    const [a] = peersOf(customers, 12).missingCategories(0);
    // 1/4, 1, 3/2; four buyers, one of them with nothing else.
    expect([a?.category, a?.buyers, value(a?.share ?? null)]).toEqual(["a", 4, 1]);
    const [, b] = peersOf(customers, 12).missingCategories(5);
    // Of 80/20 = 4 and 50/50 = 1; two bought nothing else.
    expect([b?.category, b?.buyers, value(b?.share ?? null)]).toEqual(["b", 4, 2.5]);
  });

  it("are worth nothing known where no buyer bought anything else", () => {
    const only = [active(1, card, { b: 1 }), ...Array.from({ length: 5 }, () => active(1, card, { a: 1 }))];
    expect(peersOf(only, 12).missingCategories(0)).toEqual([{ category: "a", buyers: 5, share: null }]);
  });

  it("count purchases, not returns, and nothing of customers without category data", () => {
    const returned = { category: "a", spend: -5n, purchases: 0 };
    const own = customer({ card, sales: {}, categories: [returned, ...spend({ b: 9 })] });
    expect(names(peersOf(customers.with(0, own), 12), 0)).toEqual(["a"]);
    const peers = peersOf([...customers, active(1, card), active(1, card)], 12);
    expect(names(peers, 7)).toEqual([]);
    // 4 of 8 others still: those without data are others too.
    expect(names(peers, 0)).toEqual(["a"]);
    expect(names(peersOf([...customers, active(1, card), active(1, card), active(1, card)], 12), 0)).toEqual([]);
  });
});

describe("for any portfolio", () => {
  const facts = fc.record({
    revenue: fc.integer({ min: -50, max: 50 }),
    employees: fc.option(fc.constantFrom(0, 0.25, 1, 2, 3.5, 7)),
    segment: fc.option(fc.constantFrom("S", "T")),
    industry: fc.option(fc.constantFrom("I", "J")),
    amounts: fc.option(fc.dictionary(fc.constantFrom("a", "b", "c"), fc.integer({ min: -2, max: 9 }), { maxKeys: 3 })),
  });
  type Row = { revenue: number; employees: number | null; segment: string | null; industry: string | null } & {
    amounts: Record<string, number> | null;
  };
  const build = ({ revenue, amounts, ...card }: Row) =>
    customer({
      card,
      sales: { revenue: BigInt(revenue) },
      categories: amounts && spend(amounts).map((each) => ({ ...each, purchases: each.spend < 0n ? 0 : 1 })),
    });

  const known = ({ amounts }: Row): boolean => amounts !== null && Object.keys(amounts).length > 0;

  it("leaving one out of a sorted group is filtering the others", () =>
    fc.assert(
      fc.property(fc.array(facts, { minLength: 6, maxLength: 30 }), (rows) => {
        const peers = peersOf(rows.map(build), 12);
        rows.forEach((own, index) => {
          const counted = rows.filter(({ employees }, i) => i !== index && employees !== null && employees > 0);
          const same = (kind: "segment" | "industry") =>
            counted.filter((row) => own[kind] !== null && row[kind] === own[kind]);
          const group = [same("segment"), same("industry")].find(({ length }) => length >= 5);
          if (group === undefined || own.employees === null || own.employees <= 0) {
            expect(peers.headcountGroup(index)).toBeNull();
            expect(peers.upperQuartilePerEmployee(index)).toBeNull();
            return;
          }
          const perEmployee = group.map(({ revenue, employees }) => revenue / (employees as number));
          expect(value(peers.upperQuartilePerEmployee(index))).toBeCloseTo(quantile(perEmployee, 0.75) as number, 9);
          expect(value(peers.medianPerEmployee(index))).toBeCloseTo(quantile(perEmployee, 0.5) as number, 9);
          const counts = group.flatMap(({ amounts }) =>
            amounts === null || Object.keys(amounts).length === 0
              ? []
              : [Object.values(amounts).filter((amount) => amount >= 0).length],
          );
          expect(value(peers.medianCategories(index))).toBe(known(own) ? quantile(counts, 0.5) : null);
        });
      }),
    ));

  it("and so are the categories that half of the others purchased", () =>
    fc.assert(
      fc.property(fc.array(facts, { minLength: 6, maxLength: 30 }), (rows) => {
        const plain = rows.map((row): Row => ({ ...row, segment: "S" }));
        const peers = peersOf(plain.map(build), 12);
        const bought = ({ amounts }: Row, name: string) => (amounts?.[name] ?? -1) >= 0;
        plain.forEach((own, index) => {
          const others = plain.filter((_, i) => i !== index);
          const expected = ["a", "b", "c"].flatMap((name) => {
            const buyers = others.filter((row) => bought(row, name));
            if (!known(own) || bought(own, name) || buyers.length === 0) return [];
            if (buyers.length < others.length / 2) return [];
            const shares = buyers.flatMap(({ amounts }) => {
              const all = Object.values(amounts ?? {}).reduce((sum, amount) => sum + amount, 0);
              const own = amounts?.[name] as number;
              return all - own > 0 ? [own / (all - own)] : [];
            });
            return [[name, buyers.length, quantile(shares, 0.5)?.toFixed(9)]];
          });
          const found = peers
            .missingCategories(index)
            .map(({ category, buyers, share }) => [category, buyers, value(share)?.toFixed(9)]);
          expect(found).toEqual(expected);
        });
      }),
    ));
});
