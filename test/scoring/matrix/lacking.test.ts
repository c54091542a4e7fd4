import { expect, it } from "vitest";
import { lackingData } from "../../../src/scoring/matrix/lacking.ts";

const customer = (cell: "Aa" | "B?" | "Ca" | "Da" | null, ...data: ("wallet" | "employees")[]) => ({
  cell,
  missing: data.map((each) => ({ data: each })),
});

it("counts A and B customers by what they lack, the strongest evidence first", () => {
  const { all, cells } = lackingData([
    customer("B?", "employees", "wallet"),
    customer("Aa", "employees"),
    customer("Aa"),
    customer("B?", "employees"),
    customer("Ca", "wallet"),
    customer("Da", "wallet"),
    customer(null, "wallet"),
  ]);
  // wallet: one of the two B?; employees: both B? and one of the two Aa.
  expect(all).toEqual({
    customers: 4,
    data: [
      { data: "wallet", customers: 1 },
      { data: "employees", customers: 3 },
    ],
  });
  expect([...cells]).toEqual([
    ["Aa", { customers: 2, data: [{ data: "employees", customers: 1 }] }],
    [
      "B?",
      {
        customers: 2,
        data: [
          { data: "wallet", customers: 1 },
          { data: "employees", customers: 2 },
        ],
      },
    ],
  ]);
});
