import { describe, expect, it } from "vitest";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const sales = `customer_id,date,amount
a,2025-06-01,600
b,2025-06-02,300
c,2025-06-03,100
d,2025-06-03,-0
,2025-06-04,50
old,2023-01-01,9
`;
const events = `customer_id,date,type
b,2025-05-01,complaint_opened
b,2025-05-02,complaint_opened
x,2025-05-03,complaint_opened
a,2024-01-01,complaint_opened
`;
const costs = "customer_id,date,amount,type\na,2025-06-01,400,cogs\n";
const args = ["--as-of", "2025-06-30"];

describe("concentration", () => {
  it("a row a measure", async () => {
    const place = folderOf({ "sales.csv": sales, "events.csv": events, "costs.csv": costs });
    const { code, out, err } = await run(["concentration", place, ...args]);
    expect(code, err).toBe(0);
    // Revenue 600, 300, 100, 0: 36 + 9 + 1 = 46 % squared; 2 (1·0 + 2·1 + 3·3 + 4·6) / (4 · 10) − 5/4 = 0.5.
    // Contribution 300, 200, 100, 0: 25 + 11.11 + 2.78; 2 (2·1 + 3·2 + 4·3) / (4 · 6) − 5/4 = 0.4167.
    // Complaints 2, 0, 0, 0, all of b.
    expect(out).toBe(`measure,customers,top20_share,share80_customers,top1_share,top10_share,hhi,gini,top1_customer
revenue,4,0.6000,0.5000,0.6000,1.0000,4600.0000,0.5000,a
contribution,4,0.5000,0.5000,0.5000,1.0000,3888.8889,0.4167,b
complaints,4,1.0000,0.2500,1.0000,1.0000,10000.0000,0.7500,b
`);
    // a alone has cost of goods, of the active a, b, c, d.
    expect(err).toContain(
      "note: beware: the cost of goods is known of 1 of 4 active customers: the contribution of the others is too high\n",
    );
    expect(err).toContain("note: left out: 1 complaint of ids that no other file knows\n");
  });

  it("what is not evaluated is said; json carries the curve", async () => {
    const place = folderOf({ "sales.csv": sales });
    const { err } = await run(["concentration", place, ...args]);
    expect(err).toContain("note: not evaluated: contribution: no cost information in the window\n");
    expect(err).toContain("note: not evaluated: complaints: no events file\n");
    const { out } = await run(["concentration", place, ...args, "--format", "json"]);
    const { rows, summary } = JSON.parse(out);
    expect(rows).toHaveLength(1);
    expect(summary).toEqual({
      measures: [
        {
          measure: "revenue",
          customers: 4,
          total: "1000.00",
          top_customer: { customer_id: "a", customer_name: null },
          lorenz: [
            [0, 0],
            [0.25, 0],
            [0.5, 0.1],
            [0.75, 0.4],
            [1, 1],
          ],
        },
      ],
      complaints_of_unknown_customers: 0,
      not_evaluated: [
        { what: "contribution", reason: "no_cost_information" },
        { what: "complaints", reason: "no_events" },
      ],
    });
  });

  it("draws the curve on a terminal within 80 characters, and not in a pipe", async () => {
    const place = folderOf({ "sales.csv": sales });
    const terminal = await run(["concentration", place, ...args], { terminal: true, env: { NO_COLOR: "1" } });
    const lines = terminal.out.split("\n");
    expect(lines).toContain("share of the revenue");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(terminal.out).toMatch(/[⠁-⣿]/);
    expect((await run(["concentration", place, ...args])).out).not.toMatch(/[⠁-⣿]/);
  });

  it("returns that outweigh the sales leave nothing to share", async () => {
    const place = folderOf({
      "sales.csv": "customer_id,date,amount\na,2025-06-01,5\nb,2025-06-01,-5\n",
      "events.csv": events,
    });
    const { out } = await run(["concentration", place, ...args]);
    expect(out).toContain("\nrevenue,2,,,,,,,\n");
    const terminal = await run(["concentration", place, ...args], { terminal: true });
    expect(terminal.out).toContain("0 of 2 customers: no shares, as the total is not above zero");
    expect(terminal.out).not.toContain("share of the revenue");
  });
});
