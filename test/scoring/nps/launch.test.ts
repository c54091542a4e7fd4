import { describe, expect, it } from "vitest";
import { pickLaunch } from "../../../src/scoring/nps/launch.ts";
import { customer } from "../facts.ts";

type Row = Parameters<typeof pickLaunch>[1][number];

const row = (customerId: string, rest: Partial<Row> = {}): Row => ({
  customerId,
  customerName: null,
  cell: "Ba",
  class: "B",
  potential: "a",
  potentialIncrement: 100n,
  driver: null,
  nps: 100,
  revenue: 100n,
  status: "active",
  ...rest,
});

const answers = (id: string, ...scores: readonly [respondent: string | null, score: number][]) =>
  customer({ customerId: id, answers: scores.map(([respondent, score]) => ({ respondent, score })) });

describe("who gets it first", () => {
  it("by grade, then the happiest, then what could be won, then revenue, then id", () => {
    const rows = [
      row("c", { potential: "c" }),
      row("b", { potential: "b" }),
      row("a50", { nps: 50, potentialIncrement: 900n }),
      row("unknown", { potentialIncrement: null }),
      row("none", { potentialIncrement: null, revenue: 200n }),
      row("most", { potentialIncrement: 500n }),
      row("y"),
      row("x"),
    ];
    const order = (given: readonly Row[]) =>
      pickLaunch([], given, new Map()).recipients.map(({ customerId }) => customerId);
    expect(order(rows)).toEqual(["most", "x", "y", "none", "unknown", "a50", "b", "c"]);
    expect(order(rows.toReversed())).toEqual(order(rows));
    expect(pickLaunch([], rows, new Map()).recipients.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("names those whose latest answer is 9 or 10", () => {
    const facts = [answers("x", ["Zoe", 9], ["Ann", 10], ["Bo", 8], [null, 10])];
    expect(pickLaunch(facts, [row("x")], new Map()).recipients[0]?.promoters).toEqual(["Ann", "Zoe"]);
  });
});

describe("who does not", () => {
  it.each([
    ["not_active", { status: "lapsed" }],
    ["no_answer", { nps: null }],
    ["nps_not_above_zero", { nps: 0 }],
    ["class_d", { class: "D" }],
    ["not_assessed", { potential: "?" }],
    ["grade_d", { potential: "d" }],
  ] as const)("%s", (refusal, rest) => {
    const launch = pickLaunch([], [row("x", rest), row("y")], new Map([["x", ["detractor"]]]));
    expect(launch.recipients.map(({ customerId }) => customerId)).toEqual(["y"]);
    expect(launch.leftOut[refusal]).toBe(1);
    expect(launch.blocked).toEqual([]);
  });

  it("just above zero is enough", () =>
    expect(pickLaunch([], [row("x", { nps: 0.01 })], new Map()).recipients).toHaveLength(1));

  it("somebody with something to repair first, in the same order", () => {
    const blockers = new Map([
      ["x", ["detractor"]],
      ["y", ["open_complaint", "outages"]],
      ["z", []],
    ]);
    const launch = pickLaunch([], [row("x", { potential: "b" }), row("y"), row("z")], blockers);
    expect(launch).toMatchObject({
      recipients: [{ customerId: "z" }],
      leftOut: { blocked: 2 },
      blocked: [
        { customerId: "y", rules: ["open_complaint", "outages"] },
        { customerId: "x", rules: ["detractor"] },
      ],
    });
  });
});
