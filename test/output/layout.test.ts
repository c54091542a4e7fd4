import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitColumns, gap, type Measured } from "../../src/output/layout.ts";

const name: Measured = { name: "customer_name", content: 30, cuttable: true };
const increment: Measured = { name: "potential_increment", content: 10, cuttable: false };
const share: Measured = { name: "revenue_share", content: 6, cuttable: false };

describe("fitColumns", () => {
  it("leaves columns alone that fit: 30 + 2 + 19 + 2 + 13 = 66", () =>
    expect(fitColumns([name, increment, share], 66).map(({ width }) => width)).toEqual([30, 19, 13]));

  it("breaks headers first: 30 + 2 + 10 + 2 + 8 = 52", () =>
    expect(fitColumns([name, increment, share], 52)).toEqual([
      { header: ["customer_name"], width: 30 },
      { header: ["potential_", "increment"], width: 10 },
      { header: ["revenue_", "share"], width: 8 },
    ]));

  it("then cuts text", () =>
    expect(fitColumns([name, increment, share], 40).map(({ width }) => width)).toEqual([18, 10, 8]));

  it("then leaves out columns on the right, never the first", () => {
    expect(fitColumns([name, increment, share], 30).map(({ width }) => width)).toEqual([18, 10]);
    expect(fitColumns([name, increment, share], 10).map(({ width }) => width)).toEqual([10]);
  });

  it("shares a cut among texts, the widest first", () =>
    expect(
      fitColumns(
        [
          { ...name, content: 40 },
          { ...name, content: 20 },
        ],
        42,
      ).map(({ width }) => width),
    ).toEqual([20, 20]));

  it("never exceeds the width as long as the first column fits", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name: fc.stringMatching(/^[a-z]{1,9}(_[a-z]{1,9}){0,2}$/),
            content: fc.nat(60),
            cuttable: fc.boolean(),
          }),
          {
            minLength: 1,
          },
        ),
        fc.integer({ min: 20, max: 200 }),
        (columns, available) => {
          const fitted = fitColumns(columns, available);
          expect(fitted.length).toBeGreaterThan(0);
          expect(fitted.reduce((sum, { width }) => sum + width + gap, -gap)).toBeLessThanOrEqual(available);
        },
      ),
    ));
});
