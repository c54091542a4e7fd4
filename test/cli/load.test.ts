import path from "node:path";
import { describe, expect, it } from "vitest";
import { isLoaded, loadInputs, type TableNeeds } from "../../src/cli/load.ts";
import { classifyNeeds } from "../../src/commands/needs.ts";
import type { Engine } from "../../src/engine/port.ts";
import type { TableRole } from "../../src/ingest/rules.ts";
import { folderOf } from "../helpers/folders.ts";
import { defaults, openEngine } from "../helpers/read-table.ts";

/** Loads files named after their roles; the columns of the tables that this made. */
async function load(files: Readonly<Record<string, string>>, needs: TableNeeds = classifyNeeds) {
  const folder = folderOf(files);
  const inputs = Object.keys(files).map((name) => ({
    name,
    path: path.join(folder, name),
    role: name.split(/[-.]/)[0] as TableRole,
  }));
  const { engine, workspace } = await openEngine(inputs.map((input) => input.path));
  const made: Record<string, readonly string[]> = {};
  const watched: Engine = {
    ...engine,
    createTable(table, columns, withHash) {
      made[table] = columns;
      return engine.createTable(table, columns, withHash);
    },
  };
  try {
    const loaded = await loadInputs(watched, inputs, { needs, read: defaults, alwaysHash: false }, workspace);
    return { loaded, made };
  } finally {
    await engine.close();
  }
}

describe("loadInputs", () => {
  it("makes room for what some file names, and for what is worked out", async () => {
    const { made, loaded } = await load({
      "sales-a.csv": "customer_id,date,amount,segment\nC1,2026-01-01,1,Retail\n",
      "sales-b.csv": "customer_id,date,amount,category\nC1,2026-01-01,1,Wine\n",
      "nps.csv": "customer_id,date,score\nC1,2026-01-01,9\n",
      "costs.csv": "customer_id,date,amount\nC1,2026-01-01,9\n",
    });
    expect(made).toEqual({
      sales: ["customer_id", "sale_date", "amount", "line_cost", "currency", "category", "segment"],
      answers: ["customer_id", "answer_date", "score"],
      costs: ["customer_id", "cost_date", "amount", "cost_type", "currency"],
    });
    expect(["category", "segment", "region"].map((column) => isLoaded(loaded, classifyNeeds, column))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isLoaded(loaded, { ...classifyNeeds, sales: [] }, "category")).toBe(false);
    expect(loaded.files.sales.map(({ firstRow, rows }) => [firstRow, rows])).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it("makes no room for what nobody asks for", async () => {
    const header = "customer_id,date,score,respondent,role,department";
    const { made } = await load({ "nps.csv": `${header}\nC1,2026-01-01,9,Ada,CFO,Finance\n` });
    expect(made.answers).toEqual(["customer_id", "answer_date", "score", "respondent"]);
  });
});
