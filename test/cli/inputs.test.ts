import { symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findInputs, type RoleFiles, roleOf } from "../../src/cli/inputs.ts";
import { folderOf, workspaceIn } from "../helpers/folders.ts";
import { memoryIo } from "../helpers/run.ts";

describe("roleOf", () => {
  it.each([
    ["sales.csv", "sales"],
    ["Sales-2026Q3.CSV", "sales"],
    ["sales2026.csv.gz", "sales"],
    ["omsetning 2026.tsv", "sales"],
    ["Umsätze.csv", "sales"],
    ["Umsa\u0308tze.csv", "sales"],
    ["försäljning.txt", "sales"],
    ["omsætning.csv", "sales"],
    ["achats.xlsx", "sales"],
    ["kostnader.csv", "costs"],
    ["Coûts_2026.csv", "costs"],
    ["nps.csv.zst", "nps"],
    ["kunden.parquet", "customers"],
    ["hændelser.csv", "events"],
    ["événements.csv", "events"],
    ["salesforce.csv", undefined],
    ["my-sales.csv", undefined],
    ["sales.json", undefined],
    ["sales", undefined],
    ["customersegments.csv", undefined],
    ["npsä.csv", undefined],
  ])("%s: %s", (name, role) => expect(roleOf(name)?.role).toBe(role));
});

const one = "a\n1\n";
const two = "a\n2\n";

const find = (cwd: string, dir: string | undefined, files: RoleFiles = {}, stdin = "") => {
  const own = folderOf();
  return findInputs(memoryIo({ cwd, stdin }), dir, files, workspaceIn(own));
};

describe("findInputs", () => {
  it("finds the exports of a folder by name, in order, and nothing else", async () => {
    const cwd = folderOf({
      "x/sales-b.csv": one,
      "x/sales-a.csv": two,
      "x/nps.csv": "a\n3\n",
      "x/notes.txt": one,
      "x/sales.csv/inner.csv": one,
      "x/sales-result.csv": "customer_id,value_class,potential_source,class_reason\n",
    });
    expect((await find(cwd, "x")).map(({ role, name }) => [role, name])).toEqual([
      ["nps", "x/nps.csv"],
      ["sales", "x/sales-a.csv"],
      ["sales", "x/sales-b.csv"],
    ]);
  });

  it("takes files that are named, and globs, sorted", async () => {
    const cwd = folderOf({ "2026/s1.csv": one, "2026/s2.csv": two, "2025/s1.csv": "a\n0\n", "c.csv": "a\n9\n" });
    const files = await find(cwd, undefined, { sales: ["20*/s?.csv"], costs: ["c.csv"] });
    expect(files.map(({ role, name }) => `${role} ${name}`)).toEqual([
      "sales 2025/s1.csv",
      "sales 2026/s1.csv",
      "sales 2026/s2.csv",
      "costs c.csv",
    ]);
    expect(files[0]?.path).toBe(path.join(cwd, "2025/s1.csv"));
  });

  it("takes a file whose name looks like a glob for that file", async () => {
    const cwd = folderOf({ "sales[1].csv": one, "sales1.csv": two });
    expect((await find(cwd, undefined, { sales: ["sales[1].csv"] })).map(({ name }) => name)).toEqual(["sales[1].csv"]);
  });

  it("reads one file from standard input", async () => {
    const cwd = folderOf();
    const [file] = await find(cwd, undefined, { sales: ["-"] }, one);
    expect(file).toMatchObject({ role: "sales", name: "stdin" });
    await expect(find(cwd, undefined, { sales: ["-"], costs: ["-"] }, one)).rejects.toThrow(
      "standard input can be one file only",
    );
  });

  it.each([
    ["nothing at all", undefined, {}, "no exports given", 2],
    ["a folder that is not there", "nowhere", {}, "there is no such folder", 3],
    ["a file for a folder", "c.csv", {}, "is a file, not a folder", 3],
    ["a folder without exports", "notes", {}, "holds no export", 3],
    ["an empty folder", "empty", {}, "holds no export", 3],
    ["a pattern that matches nothing", undefined, { sales: ["no/*.csv"] }, "no file matches", 3],
    ["one stem with two endings", "twins", {}, "look like one export with two endings", 3],
    ["the same content twice", "copies", {}, "has the same content as copies/sales-1.csv", 3],
    ["one file in two roles", undefined, { sales: ["c.csv"], costs: ["c.csv"] }, "as sales and as costs", 3],
    ["one file twice", undefined, { sales: ["c.csv", "./c.csv"] }, "twice as sales", 3],
    ["one file by two names", undefined, { sales: ["c.csv"], nps: ["link.csv"] }, "as sales and as nps", 3],
  ] as const)("refuses %s", async (_what, dir, files, words, exit) => {
    const cwd = folderOf({
      "c.csv": one,
      "notes/readme.txt": one,
      "twins/sales.csv": one,
      "twins/sales.tsv": two,
      "copies/sales-1.csv": one,
      "copies/sales-2.csv": one,
      "empty/.keep/x": "",
    });
    symlinkSync(path.join(cwd, "c.csv"), path.join(cwd, "link.csv"));
    await expect(find(cwd, dir, files)).rejects.toMatchObject({ message: expect.stringContaining(words), exit });
  });
});
