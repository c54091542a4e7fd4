import { describe, expect, it } from "vitest";
import { counted, figures } from "../../src/wording/en/figures.ts";

const { gain, grouped, percent, shortMoney } = figures;

const money = (whole: bigint) => whole * 10_000n;

describe("figures", () => {
  it("groups thousands", () => expect(grouped(money(1_234_567n))).toBe("1 234 567"));

  it("writes a share with one decimal", () => expect([percent(0.18518), percent(null)]).toEqual(["18.5 %", "n/a"]));

  it("counts", () =>
    expect([counted(1, "customer"), counted(2, "customer"), counted(0, "category", "categories")]).toEqual([
      "1 customer",
      "2 customers",
      "0 categories",
    ]));

  it.each([
    [999_999n, "999 999"],
    [1_000_000n, "1.0 million"],
    [4_149_999n, "4.1 million"],
    [4_150_000n, "4.2 million"],
    [999_949_999n, "999.9 million"],
    // Rounded it would be 1000.0 million.
    [999_950_000n, "1.0 billion"],
    [12_000_000_000n, "12.0 billion"],
    [1_000_000_000_000n, "1.0 trillion"],
    [12_345_000_000_000_000n, "12345.0 trillion"],
    [-2_500_000n, "-2.5 million"],
    [0n, "0"],
  ])("%s in a few characters", (amount, text) => expect(shortMoney(money(amount))).toBe(text));

  it("gives a gain its sign", () =>
    expect([gain(money(4_100_000n)), gain(0n), gain(money(-35_880n))]).toEqual(["+4.1 million", "+0", "-35 880"]));
});
