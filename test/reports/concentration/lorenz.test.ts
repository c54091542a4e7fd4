import { describe, expect, it } from "vitest";
import { lorenzPicture } from "../../../src/reports/concentration/lorenz.ts";
import { scoreConcentration } from "../../../src/scoring/concentration.ts";

const picture = (...values: number[]) => {
  const { lorenz } = scoreConcentration(values.map((value, i) => ({ customerId: `c${i}`, value: BigInt(value) })));
  return lorenzPicture({ curve: "share", across: "of customers, smallest first" }, lorenz).map((line) =>
    line.map(({ text }) => text).join(""),
  );
};

/** Lines of the drawing, without the axis. */
const drawn = (lines: readonly string[]) => lines.slice(1, -1).map((line) => line.slice(6));

describe("lorenzPicture", () => {
  it("is 15 lines between a title and an axis, within 72 characters", () => {
    const lines = picture(1, 2, 3, 50);
    expect(lines).toHaveLength(17);
    expect(lines[0]).toBe("share");
    expect([1, 8, 15].map((i) => lines[i]?.slice(0, 5))).toEqual(["100 %", " 50 %", "  0 %"]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
    for (const line of lines) expect(line).toBe(line.trimEnd());
  });

  it("equal shares are the diagonal", () => {
    const lines = drawn(picture(5, 5, 5, 5));
    // From the lower left to the upper right; four characters a line, the curve on all of them.
    expect(lines[0]).toMatch(/^ {56}[⠁-⣿]{4}$/);
    expect(lines[14]).toMatch(/^[⠁-⣿]{4}$/);
    expect(lines.join("")).not.toContain("·");
  });

  it("one who has all is a line along the axis, then straight up", () => {
    const lines = drawn(picture(...Array.from({ length: 999 }, () => 0), 7));
    expect(lines[14]).toMatch(/^[⠁-⣿]{59,60}$/);
    // Each line above holds one character of the curve, at the right.
    for (const line of lines.slice(0, 14)) expect(line).toMatch(/^[ ·]{58,59}[⠁-⣿]{1,2}$/);
  });

  it("a single customer has everything", () => expect(picture(3)).toHaveLength(17));
});
