import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateDemo } from "../fixtures/generate-demo.ts";
import { runPiped } from "./helpers/transcripts.ts";

const folder = new URL("../fixtures/demo/", import.meta.url);

describe("the demo", () => {
  it("is what its generator makes, byte for byte", () => {
    const files = generateDemo();
    expect([...files.keys()]).toEqual(["salg.csv", "kostnader.csv", "nps.csv", "kunder.csv"]);
    for (const [name, bytes] of files) {
      if (process.env.UPDATE_DEMO === "1") writeFileSync(new URL(name, folder), bytes);
      expect(readFileSync(new URL(name, folder)).equals(bytes), name).toBe(true);
    }
  });

  it("shows every class, grade, status and kind of evidence, and few notices", async () => {
    const { code, out } = await runPiped(["classify", "fixtures/demo", "--format", "json"]);
    expect(code).toBe(0);
    const { rows, notices } = JSON.parse(out) as {
      rows: Record<string, string | null>[];
      notices: Record<string, unknown>[];
    };
    const valuesOf = (column: string) => new Set(rows.map((row) => row[column]));
    expect(valuesOf("class")).toEqual(new Set(["A", "B", "C", "D", null]));
    expect(valuesOf("potential")).toEqual(new Set(["a", "b", "c", "d", "?"]));
    expect(valuesOf("status")).toEqual(new Set(["active", "lapsed", "cost_only", "prospect"]));
    expect(valuesOf("potential_source")).toEqual(
      new Set(["stated", "wallet", "seats", "regions", "peers", "white_space", "trend", "refused", null]),
    );
    expect(rows.some(({ status, class: letter }) => status === "lapsed" && letter === "D")).toBe(true);
    expect(rows.some(({ potential_reason }) => potential_reason === "declining")).toBe(true);
    expect(notices.map(({ notice }) => notice)).toContain("lines_without_customer");
    expect(notices.length).toBeLessThan(8);
  });
});
