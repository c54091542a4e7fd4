import { describe, expect, it } from "vitest";
import type { UserError } from "../../src/base/errors.ts";
import { findCustomer } from "../../src/cli/find-customer.ts";

const customers = [
  { customerId: "1001", customerName: "Fern Cafe" },
  { customerId: "1002", customerName: "Fern Cafe Nord" },
  { customerId: "1003", customerName: "Ærø Rederi" },
  { customerId: "fern", customerName: null },
  { customerId: "2004", customerName: "Holmen Renhold" },
];
const find = (word: string) => findCustomer(customers, word);

function refusal(word: string, among: typeof customers = customers): UserError {
  try {
    findCustomer(among, word);
  } catch (error) {
    return error as UserError;
  }
  throw new Error("found");
}

describe("findCustomer", () => {
  it("takes the id first, though names hold the word too", () => {
    expect(find("fern")).toBe("fern");
    expect(find(" 1002 ")).toBe("1002");
  });

  it("then the whole name, then a part of it, case apart", () => {
    expect(find("FERN CAFE")).toBe("1001");
    expect(find("nord")).toBe("1002");
    expect(find("ÆRØ")).toBe("1003");
    // A decomposed accent is the same letter.
    expect(findCustomer([{ customerId: "1", customerName: "Café" }], "cafe\u0301")).toBe("1");
  });

  it("lists several, by id", () => {
    const { message, details, hint, exit } = refusal("Fern C");
    expect(message).toBe("2 customers have Fern C in their name");
    expect(details).toEqual(["1001 Fern Cafe", "1002 Fern Cafe Nord"]);
    expect([hint, exit]).toEqual(["portfolio explain 1001 …", 3]);
  });

  it("lists ten of many", () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ customerId: `${10 + i}`, customerName: "Fern" }));
    expect(refusal("fer", many).details.slice(-2)).toEqual(["19 Fern", "… 2 more"]);
  });

  it("names what is near: an id, its beginning, a word of a name", () => {
    expect(refusal("1004").details).toEqual([
      "near it: 1001 Fern Cafe",
      "near it: 1002 Fern Cafe Nord",
      "near it: 1003 Ærø Rederi",
      "near it: 2004 Holmen Renhold",
    ]);
    expect(refusal("200").details).toEqual(["near it: 2004 Holmen Renhold"]);
    expect(refusal("Hollmen").hint).toBe("portfolio explain 2004 …");
    expect(refusal("fenr").details).toContain("near it: fern");
  });

  it("says how to list the customers where nothing is near", () => {
    const { message, details, hint, exit } = refusal("zzzzzz");
    expect(message).toBe("there is no customer with the id zzzzzz, and none with that in its name");
    expect([details, exit]).toEqual([[], 3]);
    expect(hint).toContain("portfolio classify");
  });

  it("a blank is no customer", () => expect(refusal("  ").exit).toBe(2));
});
