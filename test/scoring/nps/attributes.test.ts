import { describe, expect, it } from "vitest";
import { groupAttributes, groupsBy } from "../../../src/scoring/nps/attributes.ts";
import { customer } from "../facts.ts";

const score = (customerId: string) =>
  ({ customerId, class: "A", potential: "?", cell: null, status: "active" }) as const;

describe("groups by", () => {
  const customers = [
    customer({ customerId: "a", card: { segment: "Retail", legalForm: "AS", employees: 12 } }),
    customer({ customerId: "b", card: {} }),
    customer({ customerId: "c" }),
  ];

  it.each([
    ["segment", [["a", "Retail"]]],
    ["legal_form", [["a", "AS"]]],
    ["employees", [["a", "12"]]],
    ["class", [["a", "A"]]],
    ["potential", [["a", "?"]]],
    ["cell", []],
    ["status", [["a", "active"]]],
  ] as const)("%s", (attribute, expected) =>
    expect([...groupsBy(attribute, customers, [score("a")])]).toEqual(expected));

  it("names each attribute once", () => expect(new Set(groupAttributes).size).toBe(groupAttributes.length));
});
