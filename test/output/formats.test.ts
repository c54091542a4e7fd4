import { describe, expect, it } from "vitest";
import { defaultFormatOptions } from "../../src/output/format.ts";
import { chooseFormat, formats } from "../../src/output/formats.ts";
import { everyKind } from "./sample.ts";

const choose = (name?: string, file?: string, isTerminal = false) => chooseFormat({ name, file, isTerminal }).name;

describe("chooseFormat", () => {
  it("takes the name before the ending before the terminal", () => {
    expect(choose("json", "x.csv", true)).toBe("json");
    expect(choose(undefined, "x.csv", true)).toBe("csv");
    expect(choose(undefined, undefined, true)).toBe("table");
    expect(choose()).toBe("csv");
  });

  it.each([
    ["a/B.CSV", "csv"],
    ["x.tsv", "tsv"],
    ["x.jsonl", "ndjson"],
    ["x.ndjson", "ndjson"],
    ["x.json", "json"],
    ["x.markdown", "md"],
    ["x.txt", "table"],
    ["x.htm", "html"],
    ["x.XLSX", "xlsx"],
    ["x.parquet", "parquet"],
  ])("%s", (file, expected) => expect(choose(undefined, file)).toBe(expected));

  it("guesses what an unknown name meant", () =>
    expect(() => choose("josn")).toThrowError(expect.objectContaining({ exit: 2, hint: "--format json" })));

  it("lists all where nothing is near", () =>
    expect(() => choose("powerpoint")).toThrowError(
      expect.objectContaining({
        hint: "--format csv",
        details: [expect.stringContaining("table, csv, tsv, json, ndjson, md, html, xlsx, parquet")],
      }),
    ));

  it.each(["x.doc", "csv", "/dev/null"])("knows no format for %s and lists those there are", (file) =>
    expect(() => choose(undefined, file)).toThrowError(
      expect.objectContaining({ exit: 2, details: expect.arrayContaining(["ndjson: .ndjson .jsonl"]) }),
    ));
});

describe("every format", () => {
  it.each(
    formats.flatMap(({ name, binary, load }) => (load === null ? [] : [{ name, binary, load }])),
  )("$name writes a report", async ({ binary, load }) => {
    const written = await (await load())(everyKind, defaultFormatOptions);
    const text = typeof written === "string" ? written : Buffer.from(written).toString();
    if (binary) expect(text).toMatch(/^PK/);
    else expect(text).toMatch(/C1[\s\S]*\n$/);
  });

  it("has endings and a name of its own", () => {
    const endings = formats.flatMap((format) => format.endings);
    expect(new Set(endings).size).toBe(endings.length);
    expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
    for (const ending of endings) expect(ending).toMatch(/^\.[a-z]+$/);
  });
});
