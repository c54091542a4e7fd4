import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AssociationOptions, companionsOf } from "../../../src/scoring/plan/association.ts";
import { baskets as basketsOf } from "../facts.ts";

type Bought = readonly [customerId: string, products: readonly string[]];

/** So many customers with the same basket, named after the letter. */
const buyers = (letter: string, count: number, ...products: readonly string[]): Bought[] =>
  Array.from({ length: count }, (_, i) => [`${letter}${i}`, products]);

const companions = (
  bought: readonly Bought[],
  customerId: string,
  options: object = {},
  before: readonly string[] = [],
) => companionsOf(basketsOf(bought, before), AssociationOptions.parse(options))(customerId, 3);

describe("companionsOf", () => {
  // Of 20 customers 6 bought cup and saucer, 2 a cup alone (a0 among them), 2 a saucer alone, 10 something else.
  const baskets = [
    ...buyers("b", 6, "cup", "saucer"),
    ...buyers("a", 2, "cup"),
    ...buyers("s", 2, "saucer"),
    ...buyers("o", 10, "rug"),
  ];

  it("names what others bought with it: (6 / 8) / (8 / 20) = 1.875", () =>
    expect(companions(baskets, "a0")).toEqual([
      { product: "saucer", boughtWith: "cup", customers: 6, buyers: 8, lift: 1.875 },
    ]));

  it("names nothing that the customer has, and nothing to who is not known or has nothing of the kind", () => {
    expect(companions(baskets, "b0")).toEqual([]);
    expect(companions(baskets, "o0")).toEqual([]);
    expect(companions(baskets, "nobody")).toEqual([]);
  });

  it.each([
    [6, 1],
    [7, 0],
  ])("at least %i customers bought both", (leastCustomers, found) =>
    expect(companions(baskets, "a0", { leastCustomers })).toHaveLength(found));

  it("five customers by default", () => {
    const with5 = (both: number) => [
      ...buyers("b", both, "cup", "saucer"),
      ...buyers("a", 1, "cup"),
      ...buyers("o", 9, "rug"),
    ];
    expect(companions(with5(4), "a0")).toEqual([]);
    expect(companions(with5(5), "a0")).toHaveLength(1);
  });

  it.each([
    [0.75, 1],
    [0.76, 0],
  ])("a share of %f of the buyers bought it too", (leastShare, found) =>
    expect(companions(baskets, "a0", { leastShare })).toHaveLength(found));

  it("a lift of 1 says nothing, one above it does", () => {
    // 5 of 10 cups go with a saucer, and 10 of 20 customers bought one: (5 / 10) / (10 / 20) = 1.
    const chance = [
      ...buyers("b", 5, "cup", "saucer"),
      ...buyers("a", 5, "cup"),
      ...buyers("s", 5, "saucer"),
      ...buyers("o", 5, "rug"),
    ];
    expect(companions(chance, "a0")).toEqual([]);
    // One other customer more: (5 / 10) / (10 / 21) = 1.05.
    expect(companions([...chance, ...buyers("p", 1, "rug")], "a0").map(({ lift }) => lift)).toEqual([1.05]);
    expect(companions(baskets, "a0", { leastLift: 1.875 })).toEqual([]);
  });

  it("leaves out what is no product, and what nobody bought in the window", () => {
    expect(companions(baskets, "a0", { leaveOut: [" Saucer "] })).toEqual([]);
    expect(companions(baskets, "a0", {}, ["saucer"])).toEqual([]);
    expect(companions(baskets, "a0", {}, ["cup"])).toHaveLength(1);
  });

  it("looks at the products with the most buyers", () => {
    // rug 10, then cup and saucer with 8 each: of two products one is left.
    expect(companions(baskets, "a0", { mostProducts: 2 })).toEqual([]);
    expect(companions(baskets, "a0", { mostProducts: 3 })).toHaveLength(1);
  });

  it("names a product once, with what speaks best for it; the largest lift first", () => {
    // Of 30: 5 have all four, 5 tray and cup, 20 something else; a has cup and tray.
    const several = [
      ...buyers("b", 5, "cup", "tray", "saucer", "pot"),
      ...buyers("c", 4, "cup", "pot"),
      ...buyers("a", 1, "cup", "tray"),
      ...buyers("o", 20, "rug"),
    ];
    // tray: 6 buyers, 5 with a saucer (5 in all) and 5 with a pot (9 in all); cup: 10 buyers, 9 with a pot, 5 with a saucer.
    // saucer: by tray (5/6)/(5/30) = 5, by cup (5/10)/(5/30) = 3. pot: by tray (5/6)/(9/30) = 2.78, by cup (9/10)/(9/30) = 3.
    expect(companions(several, "a0").map(({ product, boughtWith, lift }) => [product, boughtWith, lift])).toEqual([
      ["saucer", "tray", 5],
      ["pot", "cup", 3],
    ]);
  });

  it("at most as many as asked; equals by customers, then by name", () => {
    const equal = [...buyers("b", 5, "cup", "y", "x", "w", "v"), ...buyers("a", 1, "cup"), ...buyers("o", 6, "rug")];
    expect(companions(equal, "a0").map(({ product }) => product)).toEqual(["v", "w", "x"]);
  });

  it("does not depend on the order of customers and products", () =>
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 5 }), { maxLength: 30 }),
        (own) => {
          const some = own.map((products, i): Bought => [`c${i}`, products]);
          const options = { leastCustomers: 2 };
          const turned = some.map(([id, products]): Bought => [id, products.toReversed()]).reverse();
          for (const [id] of some) expect(companions(turned, id, options)).toEqual(companions(some, id, options));
        },
      ),
      { numRuns: 50 },
    ));
});
