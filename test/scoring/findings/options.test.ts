import { describe, expect, it } from "vitest";
import { optionGroupOf, TriggerOptions, unknownRule } from "../../../src/scoring/findings/options.ts";
import { rules } from "../../../src/scoring/findings/registry.ts";

describe("TriggerOptions", () => {
  it("holds the limits of every rule, and their defaults", () => {
    const chosen = TriggerOptions.parse({}) as Record<string, unknown>;
    for (const { id } of rules) expect(chosen, id).toHaveProperty(optionGroupOf(id));
    expect(chosen).toMatchObject({
      off: [],
      rules: [],
      seatWhitespace: { below: 0.5, strong: 0.2 },
      usageLimit: { from: 0.8, strong: 1 },
      orderDue: { slack: 0.5 },
      qbr: { days: 30 },
    });
  });

  it("refuses rules that there are not, and limits that they do not have", () => {
    const messages = (given: object) => TriggerOptions.safeParse(given).error?.issues.map(({ message }) => message);
    expect(messages({ off: ["outage"] })).toEqual(["there is no rule outage; did you mean outages?"]);
    expect(messages({ off: [7] })).toEqual(["there is no rule 7"]);
    expect(messages({ outages: { counts: 2 } })?.[0]).toContain("counts");
    expect(messages({ outages: { count: 0 } })).toHaveLength(1);
  });

  it("names the nearest rule", () => expect(unknownRule("xyz", ["abc"])).toBe("there is no rule xyz"));
});
