import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

/**
 * As of 2026-06-30. Revenues 1000, 300, 100: one A, one B, one C; d costs 340, so it is D. The wallet of a is +25 % (c), d
 * refused (d), of q nothing is known (?). old is lapsed, p a prospect.
 */
const cwd = folderOf({
  "sales.csv": `customer_id,date,amount
a,2025-10-05,1000.00
d,2026-01-15,300.00
q,2026-06-30,100.00
old,2024-07-20,50.00
,2026-06-01,7.00
`,
  "costs.csv": "customer_id,date,type,amount\nd,2026-02-28,cost_to_serve,340.00\n",
  "customers.csv": `customer_id,name,wallet,refused
a,Alfa,1250.00,
d,Delta,,yes
old,Old,,
p,Pro,,
`,
  "own.yaml": 'matrix:\n  plays:\n    "C?": ring them\n',
  "wrong.yaml": "matrix:\n  plays:\n    Bx: ring them\n",
});

const matrix = (...args: readonly string[]) => run(["matrix", ".", ...args], { cwd });

describe("matrix", () => {
  it("has a row a cell that holds customers, in their order", async () => {
    const { code, out } = await matrix("--quiet");
    expect(code).toBe(0);
    // Shares of 1400. a could buy 1250; d refused, so there is no figure.
    expect(
      out,
    ).toBe(`cell,class,potential,customers,revenue,revenue_share,increment,priority,play,unknown_increment,to_sharpen
Ac,A,c,1,1000.00,0.7143,250.00,5,"protect, add what fits",0,
C?,C,?,1,100.00,0.0714,,11,assess the potential first,1,
Dd,D,d,1,300.00,0.2143,,20,phase out,1,
`);
  });

  it("loses nobody: those without a cell and the remainder are in the summary", async () => {
    const { summary, rows } = JSON.parse((await matrix("--format", "json")).out);
    expect(rows).toHaveLength(3);
    expect(summary).toMatchObject({
      customers: 5,
      revenue: "1400.00",
      increment: "250.00",
      unknown_increment: 2,
      without_cell: {
        customers: 2,
        revenue: "0.00",
        statuses: { active: 0, lapsed: 1, cost_only: 0, prospect: 1 },
      },
      remainder: { lines: 1, amount: "7.00" },
      to_sharpen: { a_and_b: { customers: 1 }, cells: { Ac: { customers: 1 } } },
    });
    expect(summary.empty_cells).toHaveLength(17);
  });

  it("counts what would sharpen the grades of A and B customers", async () => {
    const bare = await run(["matrix", "--sales", "sales.csv", "--quiet", "--columns", "cell,to_sharpen"], { cwd });
    // Without a customers file a and d, an A and a B, lack all that it would say.
    expect(parse(bare.out, { columns: true })).toEqual(
      ["A?", "B?"]
        .map((cell) => ({
          cell,
          to_sharpen: "wallet 1, users 1, regions 1, employees 1, segment_or_industry 1, categories 1",
        }))
        .concat([{ cell: "C?", to_sharpen: "" }]),
    );
  });

  it("is a grid on a terminal, within its 80 characters", async () => {
    const { out } = await run(["matrix", ".", "--quiet", "--no-color"], { cwd, terminal: true });
    expect(out.split("\n").every((line) => line.length <= 80)).toBe(true);
    expect(out).toContain(`
  a from +100 %  b from +30 %   c from +10 %   d below +10 %  ? not assessed
────────────────────────────────────────────────────────────────────────────
A ·              ·              1 customer     ·              ·
                                1 000
                                +250
────────────────────────────────────────────────────────────────────────────
B ·              ·              ·              ·              ·
`);
    expect(out).toContain("most to win    Ac: 1 customer, +250\n");
    expect(out).toContain("customers      3 in the matrix, 1 lapsed, 1 prospect\n");
  });

  it("fits 80 characters with ten thousand customers in a cell", async () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `${i},2026-06-30,1.00`);
    const folder = folderOf({ "sales.csv": `customer_id,date,amount\n${lines.join("\n")}\n` });
    const { out } = await run(["matrix", ".", "--quiet", "--no-color"], { cwd: folder, terminal: true });
    const picture = out.slice(out.indexOf("  a from"), out.indexOf("cell  customers"));
    // All buy the same, so all are A.
    expect(picture).toContain("A ·              ·              ·              ·              50000\n");
    expect(picture.split("\n").every((line) => line.length <= 80)).toBe(true);
  });

  it("has colours where they are wanted", async () => {
    const { out } = await run(["matrix", ".", "--quiet"], { cwd, terminal: true });
    // Ac is worth some time: cyan. Dd is a loss: red.
    expect(out).toContain("\u001b[36m1 000\u001b[39m");
    expect(out).toContain("\u001b[31m300\u001b[39m");
  });

  it("takes the plays of the settings file", async () => {
    const { out } = await matrix("--quiet", "--config", "own.yaml", "--columns", "cell,play");
    expect(out).toContain("\nC?,ring them\n");
    expect(out).toContain("\nDd,phase out\n");
  });

  it("refuses a cell that there is not", async () => {
    const { code, err } = await matrix("--config", "wrong.yaml");
    expect(code).toBe(3);
    expect(err).toContain("wrong.yaml: matrix.plays: there is no setting Bx; did you mean Ba?\n");
  });
});
