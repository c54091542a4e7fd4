// `--where`, over the worked portfolio: what it finds can be counted in its expected.csv.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/commands/registry.ts";
import { root } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true });
const worked = rowsOf(readFileSync(path.join(root, "fixtures/worked/expected.csv"), "utf8"));

const classify = (...args: readonly string[]) => run(["classify", "fixtures/worked", "--quiet", ...args]);

describe("--where", () => {
  it.each([
    ["class = 'A'", (row: Record<string, string>) => row.class === "A"],
    ["revenue > 10000 and nps is null", (row) => Number(row.revenue) > 10_000 && row.nps === ""],
    ["not status in ('active')", (row) => row.status !== "active"],
    ["growth < 0", (row) => row.growth !== "" && Number(row.growth) < 0],
    ["year(last_purchase) < 2026 or costs > revenue", (row) => isOldOrCostly(row)],
  ] as const satisfies readonly [string, (row: Record<string, string>) => boolean][])("%s", async (where, expected) => {
    const { code, out, err } = await classify("--where", where, "--format", "csv");
    expect(code, err).toBe(0);
    const found = rowsOf(out).map((row) => row.customer_id);
    expect(found).toEqual(worked.filter(expected).map((row) => row.customer_id));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(worked.length);
  });

  it("asks of columns that are not shown, before rows are sorted and counted off", async () => {
    const { out } = await classify(
      ...["--where", "class = 'B'", "--columns", "customer_id", "--sort", "revenue", "--limit", "1", "--format", "csv"],
    );
    const smallest = worked.filter((row) => row.class === "B").sort((a, b) => Number(a.revenue) - Number(b.revenue))[0];
    expect(rowsOf(out)).toEqual([{ customer_id: smallest?.customer_id }]);
  });

  it("says above the table how many rows it leaves out", async () => {
    const { out } = await classify("--where", "class='A'", "--format", "table");
    const found = worked.filter((row) => row.class === "A").length;
    expect(out).toMatch(
      new RegExp(`^where +class = 'A': ${found} of ${worked.length} rows, ${worked.length - found} left out$`, "m"),
    );
  });

  it("finds nothing without an error", async () => {
    const { code, out } = await classify("--where", "false", "--format", "csv", "--columns", "customer_id");
    expect({ code, out }).toEqual({ code: 0, out: "customer_id\n" });
  });

  it("knows the columns of an enriched customers file, by their own names", async () => {
    const enrich = ["classify", "fixtures/demo", "--quiet", "--enrich", "--format", "csv"];
    const { code, out, err } = await run([...enrich, "--where", `Region = 'Innlandet' and "Potensialklasse" is null`]);
    expect(code, err).toBe(0);
    const rows = rowsOf(out);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.Region === "Innlandet" && row.Potensialklasse === "")).toBe(true);
    expect(await run([...enrich, "--where", "Regoin = 'Innlandet'"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("there is no column Regoin; did you mean Region?"),
    });
  });

  it("is checked before anything is read", async () => {
    const { code, err, out } = await run(["classify", "no-such-folder", "--where", "revnue > 1"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.split("\n").slice(0, 3)).toEqual([
      "portfolio: --where: at 1: there is no column revnue; did you mean revenue?",
      "  revnue > 1",
      "  ^",
    ]);
    expect(err).toContain('try: --where "revenue > 1"');
  });

  it.each([
    ["omsetning > 3", "revenue > 3"],
    ["Umsatz > 3", "revenue > 3"],
    ["siste kjøp < '2026-01-01'", "last_purchase < '2026-01-01'"],
    ["last purchase is null", "last_purchase is null"],
    ["class = 'A' and möglicher  Mehrumsatz > 1", "class = 'A' and potential_increment > 1"],
    ['"beste år" > 1', null],
    ['"mulig mersalg" > 1', "potential_increment > 1"],
    ["growth > 10 %", "growth > 0.1"],
    ["revenue > 1,5", "revenue > 1.5"],
    ["last_purchase < '30.09.2026'", "last_purchase < '2026-09-30'"],
  ])("what was meant by %s", async (where, meant) => {
    const { code, err } = await run(["classify", "no-such-folder", "--where", where]);
    expect(code).toBe(2);
    // A heading of another report's column stands for nothing here.
    expect(err).toContain(`try: --where "${meant ?? "revenue > 1000"}"`);
  });

  // `report` writes a folder, and each of its files is whole.
  it.each(
    commands.map(({ name }) => name).filter((name) => name !== "report"),
  )("%s refuses what is no condition, before anything is read", async (name) => {
    const needed = name === "compare" ? ["--against", "2025-12-31"] : [];
    const { code, err } = await run([name, "no-such-folder", ...needed, "--where", "true; drop table sales"]);
    expect(code, err).toBe(2);
    expect(err).toContain("--where: at 5: an expression is one condition and ends without ;");
  });

  it.each(["check", "inspect"])("%s knows its columns before anything is read", async (name) => {
    const { code, err } = await run([name, "no-such-folder", "--where", "revenue > 1"]);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("there is no column revenue") });
  });

  it("goes with no stream of records", async () => {
    const { code, err } = await run(["inspect", "fixtures/demo/salg.csv", "--rows", "--where", "true"]);
    expect(code).toBe(2);
    expect(err).toContain("takes no --where");
  });
});

const isOldOrCostly = ({ last_purchase: last = "", costs = "", revenue = "" }: Record<string, string>): boolean =>
  (last !== "" && last < "2026-01-01") || (costs !== "" && Number(costs) > Number(revenue));
