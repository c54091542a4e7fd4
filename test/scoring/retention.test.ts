import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastDayOf, monthsOf, periodNumber } from "../../src/base/calendar-period.ts";
import type { CustomerMonths } from "../../src/facts/months.ts";
import { monthsTold } from "../../src/scoring/retention/timeline.ts";
import { RetentionOptions, type RetentionScore, scoreRetention } from "../../src/scoring/retention.ts";
import { factsOf, type Line, type Spec } from "./retention/ledgers.ts";

const context = { asOf: "2024-12-31", firstSale: "2024-01-01", historyFrom: "2024-01-01", groups: null };

const score = (specs: readonly Spec[], options: object = {}, more: object = {}) => {
  const { customers, ledgers } = factsOf(specs);
  return scoreRetention(customers, ledgers, { ...context, ...more }, RetentionOptions.parse(options));
};

/** Some fields of one period of everybody. */
const of = (rows: readonly RetentionScore[], period: string, ...fields: (keyof RetentionScore)[]) => {
  const row = rows.find((some) => some.period === period && some.group === null);
  return fields.map((field) => row?.[field]);
};

describe("scoreRetention", () => {
  it("50 at the start, 9 won, 55 at the end: the formula says 92 %, and strictly it may be less", () => {
    // 50 bought in Q1; 44 of them and 9 new ones in Q2, and 2 who had bought in the year before.
    const specs: Spec[] = [
      ...Array.from(
        { length: 44 },
        (_, i): Spec => ({
          id: `kept${i}`,
          lines: [
            ["2024-01", 1n],
            ["2024-04", 1n],
          ],
        }),
      ),
      ...Array.from({ length: 6 }, (_, i): Spec => ({ id: `lost${i}`, lines: [["2024-02", 1n]] })),
      ...Array.from({ length: 9 }, (_, i): Spec => ({ id: `new${i}`, lines: [["2024-05", 1n]] })),
      ...Array.from({ length: 2 }, (_, i): Spec => ({ id: `back${i}`, since: "2020-01-01", lines: [["2024-06", 1n]] })),
    ];
    const { rows } = score(specs, {}, { asOf: "2024-06-30" });
    expect(of(rows, "2024-Q2", "start", "new", "end", "lost", "reactivated")).toEqual([50, 9, 55, 6, 2]);
    expect(of(rows, "2024-Q2", "retentionFormula", "retention", "reason")).toEqual([0.92, 0.88, "reactivated"]);
    expect(of(rows, "2024-Q2", "because")).toEqual([{ rule: "kept_of_start", value: 44, threshold: 50 }]);
  });

  it("without a period there are no rows", () => {
    expect(score([], {}, { firstSale: null })).toEqual({ rows: [], cohorts: [], withoutStart: 0 });
    expect(score([{ id: "a" }], { basis: "contract" })).toEqual({ rows: [], cohorts: [], withoutStart: 1 });
  });

  it("a period is unfinished until its last day", () => {
    const lines: Line[] = [["2024-01", 1n]];
    const unfinished = (asOf: string) => score([{ id: "a", lines }], {}, { asOf }).rows.map((row) => row.unfinished);
    expect(unfinished("2024-03-30")).toEqual([true]);
    expect(unfinished("2024-03-31")).toEqual([false]);
    expect(unfinished("2024-04-01")).toEqual([false, true]);
  });

  it.each([
    // A period starts on 2025-01-01: twelve months after the first sale, a day less.
    ["2024-01-01", null, 1],
    ["2024-01-02", null, null],
    ["2024-06-01", "2025-01-01", 1],
    ["2024-06-01", "2025-01-02", null],
  ])("first sale %s, history from %s: new in 2025-Q1 %s", (firstSale, historyFrom, expected) => {
    const specs: Spec[] = [
      { id: "a", lines: [["2024-07", 1n]] },
      { id: "b", lines: [["2025-01", 1n]] },
    ];
    const { rows } = score(specs, {}, { asOf: "2025-03-31", firstSale, historyFrom });
    const rest = expected === null ? null : 0;
    expect(of(rows, "2025-Q1", "new", "reactivated")).toEqual([expected, rest]);
  });

  it.each([
    // Q1 has been covered from 31 days after its first day on, 2024-02-01.
    ["2024-02-01", {}, [0.5, null]],
    ["2024-02-02", {}, [null, "previous_period_cut"]],
    // The quarter before is compared with, however short the window; a longer one reaches to 2023-11-01.
    ["2024-02-02", { activeWindow: 1 }, [null, "previous_period_cut"]],
    ["2023-12-02", { activeWindow: 5 }, [0.5, null]],
    ["2023-12-03", { activeWindow: 5 }, [null, "previous_period_cut"]],
    // By contract the revenue as well.
    ["2024-02-01", { basis: "contract" }, [0.5, null]],
    ["2024-02-02", { basis: "contract" }, [null, "previous_period_cut"]],
  ] as const)("first sale %s, %o: nrr of 2024-Q2 and the reason %o", (firstSale, options, expected) => {
    const lines: Line[] = [
      ["2024-03", 10n],
      ["2024-06", 5n],
    ];
    const { rows } = score([{ id: "a", since: "2023-01-01", lines }], options, {
      firstSale,
      historyFrom: "2022-01-01",
    });
    expect(of(rows, "2024-Q2", "nrr", "reason")).toEqual(expected);
    expect(of(rows, "2024-Q2", "grr", "start", "retention")).toEqual([expected[0], 1, 1]);
    // What was counted and summed stays.
    expect(of(rows, "2024-Q2", "revenuePrevious", "revenueContraction")).toEqual([10n, 5n]);
  });

  it("a stated start before the first line makes a customer old", () => {
    const lines: Line[] = [["2024-04", 5n]];
    expect(of(score([{ id: "a", lines }]).rows, "2024-Q2", "new", "reactivated")).toEqual([1, 0]);
    const { rows } = score([{ id: "a", lines, since: "2024-03-31" }]);
    expect(of(rows, "2024-Q2", "new", "reactivated", "revenueNew", "revenueReactivated")).toEqual([0, 1, 0n, 5n]);
    const later = score([{ id: "a", lines, since: "2024-07-01" }]).rows;
    expect(of(later, "2024-Q2", "new")).toEqual([1]);
  });

  it("a purchase of nothing is one, a return is none", () => {
    const { rows } = score([
      {
        id: "a",
        lines: [
          ["2024-01", 10n],
          ["2024-04", 0n],
        ],
      },
      {
        id: "b",
        lines: [
          ["2024-01", 10n],
          ["2024-04", -4n],
        ],
      },
      { id: "c", lines: [["2024-04", -3n]], since: "2023-01-01" },
    ]);
    expect(of(rows, "2024-Q2", "start", "end", "lost")).toEqual([2, 1, 1]);
    // a: 10 → 0; b is lost with its return; what c sent back is contraction.
    expect(of(rows, "2024-Q2", "revenueContraction", "revenueChurned", "revenueCurrent")).toEqual([13n, 14n, -7n]);
    expect(of(rows, "2024-Q2", "nrr", "grr", "quickRatio")).toEqual([-4 / 20, 0, 0]);
  });

  it("figures are empty where their divisor is not above zero", () => {
    const { rows } = score([
      {
        id: "a",
        lines: [
          ["2024-01", 10n],
          ["2024-02", -10n],
          ["2024-04", 5n],
        ],
      },
    ]);
    expect(of(rows, "2024-Q2", "retention", "revenuePrevious", "nrr", "grr", "quickRatio")).toEqual([
      1,
      0n,
      null,
      null,
      null,
    ]);
    expect(of(rows, "2024-Q3", "end", "arpa")).toEqual([0, null]);
  });

  it("an active window shorter than the period looks at the period's end", () => {
    const specs: Spec[] = [
      {
        id: "a",
        lines: [
          ["2024-01", 7n],
          ["2024-03", 7n],
        ],
      },
      {
        id: "b",
        lines: [
          ["2024-01", 3n],
          ["2024-06", 3n],
        ],
      },
      { id: "c", since: "2020-01-01", lines: [["2024-02", 4n]] },
    ];
    const { rows } = score(specs, { activeWindow: 1 });
    // b and c bought in January and February, and are not there in March.
    expect(of(rows, "2024-Q1", "end", "new", "reactivated", "revenueNew", "revenueReactivated")).toEqual([
      1,
      1,
      0,
      17n,
      4n,
    ]);
    expect(of(rows, "2024-Q2", "start", "end", "lost", "new", "reactivated")).toEqual([1, 1, 1, 0, 1]);
  });

  it("a longer one keeps who pauses", () => {
    const { rows } = score([{ id: "a", lines: [["2024-01", 7n]] }], { activeWindow: 9 });
    // January to September.
    expect(rows.map(({ end }) => end)).toEqual([1, 1, 1, 0]);
    expect(of(rows, "2024-Q2", "retention", "revenueContraction", "revenueChurned")).toEqual([1, 7n, 0n]);
  });

  it("a contract runs from its first day to the day before its end", () => {
    const rowsOf = (since: string, until: string | null) =>
      score(
        [
          { id: "z", since: "2024-01-01" },
          { id: "a", since, until },
        ],
        { basis: "contract" },
      ).rows;
    expect(of(rowsOf("2024-03-31", null), "2024-Q1", "new", "end", "wonAndLost")).toEqual([2, 2, 0]);
    expect(of(rowsOf("2024-03-31", "2024-04-01"), "2024-Q1", "end", "wonAndLost")).toEqual([2, 0]);
    expect(of(rowsOf("2024-03-31", "2024-04-01"), "2024-Q2", "start", "lost")).toEqual([2, 1]);
    expect(of(rowsOf("2024-03-30", "2024-03-31"), "2024-Q1", "end", "wonAndLost")).toEqual([1, 1]);
    // Data that cannot be: an end before the start.
    expect(of(rowsOf("2024-05-01", "2024-02-01"), "2024-Q2", "new", "end", "wonAndLost")).toEqual([1, 1, 1]);
  });

  it("by contract who bought more before leaving has expanded; sales outside a contract are reactivated", () => {
    const { rows } = score(
      [
        {
          id: "a",
          since: "2024-01-01",
          until: "2024-06-01",
          lines: [
            ["2023-06", 1n],
            ["2024-01", 5n],
            ["2024-05", 8n],
            ["2024-08", 2n],
          ],
        },
      ],
      { basis: "contract" },
      { firstSale: "2023-06-15" },
    );
    expect(of(rows, "2024-Q1", "revenuePrevious", "revenueNew")).toEqual([0n, 5n]);
    expect(of(rows, "2024-Q2", "lost", "revenueExpansion", "revenueChurned")).toEqual([1, 3n, 0n]);
    expect(of(rows, "2024-Q3", "start", "revenueReactivated", "revenueCurrent")).toEqual([0, 2n, 2n]);
  });

  it("won and lost more than came back: the formula is the smaller", () => {
    const { rows } = score(
      [
        { id: "a", since: "2024-01-01" },
        { id: "b", since: "2024-04-01", until: "2024-05-01" },
      ],
      { basis: "contract" },
      { firstSale: null },
    );
    expect(of(rows, "2024-Q2", "retention", "retentionFormula", "reason", "revenueCurrent")).toEqual([
      1,
      0,
      "won_and_lost",
      null,
    ]);
  });

  it("groups: everybody first, unknown last, each from its first customer on, and none that never bought", () => {
    const specs: Spec[] = [
      { id: "a", lines: [["2024-01", 1n]] },
      { id: "b", lines: [["2024-05", 1n]] },
      { id: "c", lines: [["2024-09", 1n]] },
      { id: "d", lines: [["2024-11", -1n]] },
      {
        id: "e",
        lines: [
          ["2024-11", -1n],
          ["2024-12", 1n],
          ["2024-12", -1n],
        ],
      },
      { id: "f", since: "2024-01-01" },
    ];
    const groups = new Map([
      ["a", "South"],
      ["b", "North"],
      ["d", "Back"],
      ["f", "Never"],
    ]);
    const { rows } = score(specs, {}, { groups });
    const places = rows.map(({ group, period }) => `${group}:${period}`);
    expect(places.slice(4)).toEqual([
      ...["Back:2024-Q4", "North:2024-Q2", "North:2024-Q3", "North:2024-Q4"],
      ...["South:2024-Q1", "South:2024-Q2", "South:2024-Q3", "South:2024-Q4"],
      ...["(unknown):2024-Q3", "(unknown):2024-Q4"],
    ]);
    const nobody = score(
      [
        { id: "a", lines: [["2024-01", 0n]] },
        { id: "g", lines: [["2023-01", 1n]] },
      ],
      {},
      { groups },
    );
    expect(new Set(nobody.rows.map(({ group }) => group))).toEqual(new Set([null, "South"]));
  });
});

describe("over any ledger", () => {
  const month = fc
    .integer({ min: 0, max: 17 })
    .map((m) => `${2023 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`);
  const day = fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([m, d]) => `${m}-${String(d).padStart(2, "0")}`);
  const spec = fc.record({
    lines: fc.array(fc.tuple(month, fc.bigInt({ min: -500n, max: 1000n })), { maxLength: 8 }),
    since: fc.option(day),
    until: fc.option(day),
  });
  const ledger = fc
    .array(spec, { minLength: 1, maxLength: 12 })
    .map((specs) => specs.map((one, i): Spec => ({ id: `c${i}`, ...one })));
  const options = fc.record({
    basis: fc.constantFrom("sales" as const, "contract" as const),
    period: fc.constantFrom("month" as const, "quarter" as const, "year" as const),
    activeWindow: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined }),
  });
  const asOf = fc.constantFrom("2024-06-30", "2024-06-28");
  const more = { firstSale: "2023-01-01", historyFrom: "2023-01-01" };

  it("customers and revenue add up, in every period and group", () =>
    fc.assert(
      fc.property(ledger, options, asOf, (specs, chosen, day) => {
        const groups = new Map(specs.map(({ id }, i) => [id, `g${i % 2}`]));
        const { rows } = score(specs, chosen, { ...more, asOf: day, groups });
        for (const row of rows) {
          const gone = row.lost + (row.wonAndLost ?? 0);
          expect(row.start + (row.new as number) + (row.reactivated as number) - gone).toBe(row.end);
          expect(row.kept + row.lost).toBe(row.start);
          if (row.retention !== null && row.reason === null) expect(row.retentionFormula).toBe(row.retention);
          if (row.revenuePrevious === null) continue;
          const [gained, lost] = [
            (row.revenueNew as bigint) + (row.revenueReactivated as bigint) + (row.revenueExpansion as bigint),
            (row.revenueContraction as bigint) + (row.revenueChurned as bigint),
          ];
          expect(row.revenuePrevious + gained - lost).toBe(row.revenueCurrent);
          for (const part of [row.revenueExpansion, row.revenueContraction, row.revenueChurned])
            expect(part as bigint).toBeGreaterThanOrEqual(0n);
          if (row.grr !== null) expect(row.grr).toBeLessThanOrEqual(1);
        }
        // Groups are the parts of everybody.
        for (const all of rows.filter(({ group }) => group === null)) {
          const parts = rows.filter(({ group, period }) => group !== null && period === all.period);
          for (const field of ["start", "end", "lost", "kept"] as const)
            expect(parts.reduce((sum, part) => sum + part[field], 0)).toBe(all[field]);
        }
      }),
    ));

  it("the current revenue is that of the period, to the last unit", () =>
    fc.assert(
      fc.property(ledger, options, (specs, { basis: _basis, ...chosen }) => {
        const { rows } = score(specs, chosen, { ...more, asOf: "2024-06-30" });
        const all = specs.flatMap(({ lines = [] }) => lines).reduce((sum, [, amount]) => sum + amount, 0n);
        expect(rows.reduce((sum, row) => sum + (row.revenueCurrent as bigint), 0n)).toBe(all);
      }),
    ));

  it("S, E, N, R, L, W are the sets that the method names", () =>
    fc.assert(
      fc.property(ledger, options, asOf, (specs, { basis, period: unit, activeWindow }, day) => {
        const { rows } = score(specs, { basis, period: unit, activeWindow }, { ...more, asOf: day });
        const bought = (lines: readonly Line[], from: number, to: number) =>
          lines.some(([m, amount]) => {
            const number = periodNumber(`${m}-15`, "month");
            return amount >= 0n && number >= from && number <= to;
          });
        const first = rows[0]?.period;
        if (first === undefined) return;
        const startOf = ({ lines = [], since = null }: Spec) => {
          if (basis === "contract") return since;
          if (lines.length === 0) return null;
          const days = lines.filter(([, amount]) => amount >= 0n).map(([m]) => `${m}-15`);
          return [...days, ...(since === null || since === undefined ? [] : [since])].sort()[0] ?? null;
        };
        rows.forEach((row, i) => {
          const number = periodNumber(`${first.slice(0, 4)}-${monthIn(first)}-15`, unit) + i;
          const end = lastDayOf(number, unit) < day ? lastDayOf(number, unit) : day;
          const active = (at: number, last: string) =>
            specs.filter(({ lines = [], since = null, until = null }) => {
              if (basis === "contract") return since !== null && since <= last && (until === null || last < until);
              const to = (at + 1) * monthsOf[unit] - 1;
              return bought(lines, to - (activeWindow ?? monthsOf[unit]) + 1, to);
            });
          const [s, e] = [active(number - 1, lastDayOf(number - 1, unit)), active(number, end)];
          const n = specs.filter((one) => {
            const start = startOf(one);
            return start !== null && periodNumber(start, unit) === number && (basis === "contract" || e.includes(one));
          });
          const r = e.filter((one) => !s.includes(one) && !n.includes(one));
          const l = s.filter((one) => !e.includes(one));
          const w = basis === "contract" ? n.filter((one) => !e.includes(one)).length : null;
          expect([row.start, row.end, row.new, row.reactivated, row.lost, row.wonAndLost]).toEqual([
            s.length,
            e.length,
            n.length,
            r.length,
            l.length,
            w,
          ]);
        });
      }),
    ));

  it("cohorts hold everybody who is active, and all revenue", () =>
    fc.assert(
      fc.property(ledger, options, (specs, chosen) => {
        const groups = new Map(specs.map(({ id }, i) => [id, `g${i % 3}`]));
        const context = { ...more, historyFrom: null, asOf: "2024-06-30", groups };
        const { rows, cohorts } = score(specs, chosen, context);
        for (const row of rows) {
          const own = cohorts.filter(({ group, period }) => group === row.group && period === row.period);
          expect(own.reduce((sum, { customers }) => sum + customers, 0)).toBe(row.end);
          if (row.revenueCurrent !== null)
            expect(own.reduce((sum, { revenue }) => sum + revenue, 0n)).toBe(row.revenueCurrent);
        }
      }),
    ));

  it("the order of customers changes nothing", () =>
    fc.assert(
      fc.property(ledger, options, (specs, chosen) => {
        const groups = new Map(specs.map(({ id }, i) => [id, `g${i % 3}`]));
        const one = score(specs, chosen, { ...more, groups });
        expect(score(specs.toReversed(), chosen, { ...more, groups })).toEqual(one);
      }),
    ));

  it("nor does it that months are added up before, as far as they may be", () =>
    fc.assert(
      fc.property(ledger, options, (specs, chosen) => {
        const own = RetentionOptions.parse(chosen);
        const { customers, ledgers } = factsOf(specs);
        const told = new Map([...ledgers].map(([id, months]) => [id, addedUp(months, monthsTold(own))]));
        expect(scoreRetention(customers, told, { ...context, ...more }, own)).toEqual(score(specs, chosen, more));
      }),
    ));
});

/** By so many months, each sum under the first of them. */
function addedUp({ months, revenue, purchases }: CustomerMonths, periodMonths: number): CustomerMonths {
  const firsts = months.map((month) => month - (month % periodMonths));
  const periods = [...new Set(firsts)];
  const within = <Amount>(amounts: readonly Amount[], first: number) => amounts.filter((_, i) => firsts[i] === first);
  return {
    months: periods,
    revenue: periods.map((first) => within(revenue, first).reduce((sum, amount) => sum + amount, 0n)),
    purchases: periods.map((first) => within(purchases, first).reduce((sum, count) => sum + count, 0)),
  };
}

const monthIn = (period: string): string => {
  if (period.length === 4) return "01";
  return period.includes("Q") ? String((Number(period.slice(-1)) - 1) * 3 + 1).padStart(2, "0") : period.slice(-2);
};
