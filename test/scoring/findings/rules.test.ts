import { describe, expect, it } from "vitest";
import { rules } from "../../../src/scoring/findings/registry.ts";
import { journeySteps } from "../../../src/scoring/findings/rule.ts";
import { cases } from "./cases.ts";
import { finding } from "./portfolio.ts";

describe("the registry", () => {
  it.each(rules.map(({ id }) => id))("%s has a case just under, at and just over its limit", (id) => {
    expect(cases[id] ?? [], `add ${id} to test/scoring/findings/cases.ts`).not.toEqual([]);
    for (const { limit, steps } of cases[id] ?? []) {
      expect(steps, limit).toHaveLength(3);
      // A limit that changes nothing is none.
      expect(new Set(steps.map(({ finds }) => finds)).size, limit).toBeGreaterThan(1);
    }
  });

  it("holds every rule of the cases, each once", () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(cases).toSorted()).toEqual(ids.toSorted());
  });

  it("has the strengths and the kinds of the method", () => {
    const weak = rules.filter(({ strength }) => strength === 1).map(({ id }) => id);
    expect(weak.toSorted()).toEqual(["budget", "no_new_product", "reference", "season", "survey_active"]);
    const strong = rules.filter(({ strength }) => strength === 3);
    expect(strong.filter(({ kind }) => kind !== "blocker").map(({ id }) => id)).toEqual(["limit_now"]);
    expect(rules.filter(({ kind }) => kind === "blocker").every(({ strength }) => strength === 3)).toBe(true);
    const countOf = (kind: string) => rules.filter((rule) => rule.kind === kind).length;
    expect(["opportunity", "blocker", "warning", "timing"].map(countOf)).toEqual([13, 6, 3, 6]);
  });

  it("says of each rule when it finds something, what to do, where it sits, and what its options mean", () => {
    for (const { id, when, action, journey, options, needs } of rules) {
      expect(when, id).not.toBe("");
      expect(action, id).not.toBe("");
      expect(journeySteps, id).toContain(journey);
      expect(needs.length, id).toBeGreaterThan(0);
      for (const [name, option] of Object.entries(options.shape))
        expect((option as { description?: string }).description, `${id}.${name}`).toBeTruthy();
    }
  });
});

describe.each(rules.map(({ id }) => id))("%s", (id) => {
  for (const { limit, steps } of cases[id] ?? [])
    for (const { value, finds, given } of steps)
      it(`${limit}: ${value} ${finds === 0 ? "says nothing" : `is of strength ${finds}`}`, () =>
        expect(finding(id, given)?.strength ?? 0).toBe(finds));
});
