import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it, test } from "vitest";
import { decodeColumn } from "../../src/engine/decode.ts";
import type { Keys, ResultType } from "../../src/engine/port.ts";
import { rememberShortTexts } from "../../src/engine/short-texts.ts";

async function decoded(sql: string, type: ResultType) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const result = await connection.run(sql);
  const values = decodeColumn(await result.fetchAllChunks(), 0, result.columnType(0), type, rememberShortTexts());
  connection.closeSync();
  instance.closeSync();
  return values;
}

const values = (type: string, ...texts: string[]) =>
  `select cast(v as ${type}) from (values ${texts.map((text, i) => `(${i}, ${text})`).join(", ")}) as t(i, v) order by i`;

test.each([
  ["decimal(4, 4)", ["'0.1234'", "'-0.5'"], [1234n, -5000n]],
  ["decimal(9, 4)", ["'12345.6789'", "'-1'"], [123456789n, -10000n]],
  ["decimal(18, 4)", ["'99999999999999.9999'", "'-0.0001'"], [999999999999999999n, -1n]],
  [
    "decimal(38, 4)",
    ["'0.0001'", "'-0.0001'", "'922337203685477.5807'", "'922337203685477.5808'", "'-922337203685477.5808'"],
    [1n, -1n, 9223372036854775807n, 9223372036854775808n, -9223372036854775808n],
  ],
  [
    "decimal(38, 4)",
    [
      "'-922337203685477.5809'",
      "'9999999999999999999999999999999999.9999'",
      "'-9999999999999999999999999999999999.9999'",
    ],
    [-9223372036854775809n, 10n ** 38n - 1n, 1n - 10n ** 38n],
  ],
])("money of every width: %s", async (type, texts, expected) => {
  expect(await decoded(values(type, ...texts), "money")).toEqual(expected);
});

test.each(["tinyint", "smallint", "integer", "bigint", "hugeint"])("counts as %s", async (type) => {
  expect(await decoded(values(type, "'0'", "'-7'", "'100'", "null"), "count")).toEqual([0, -7, 100, null]);
});

test("counts without a sign", async () => {
  expect(await decoded(values("ubigint", "'0'", "'18446744073709551615'"), "count")).toEqual([0, 2 ** 64]);
});

test("text inside the vector, at 12 bytes and beyond it, of several bytes a character", async () => {
  const texts = ["", "a", "123456789012", "1234567890123", "Åse Ødegård & Søn", "日本語テキスト", "\u{1f600}"];
  expect(await decoded(values("varchar", ...texts.map((text) => `'${text}'`), "null"), "text")).toEqual([
    ...texts,
    null,
  ]);
});

test("short texts that come back, and more of them than are remembered", async () => {
  const sql = "select 'C' || lpad(cast(i % 150000 as varchar), 7, '0') from range(400000) as t(i) order by i";
  const expected = Array.from({ length: 400_000 }, (_, i) => `C${String(i % 150_000).padStart(7, "0")}`);
  expect(await decoded(sql, "text")).toEqual(expected);
});

test("texts that differ in their length alone", async () => {
  const texts = ["a", "a\u0000", "a\u0000\u0000"];
  const sql = "select 'a' || repeat(chr(0), i % 3) from range(300) as t(i) order by i";
  expect(await decoded(sql, "text")).toEqual(Array.from({ length: 300 }, (_, i) => texts[i % 3]));
});

test("long texts among short ones and gaps, in several chunks", async () => {
  const text = (i: number) =>
    i % 7 === 0 ? null : i % 5 === 0 ? `${i}` : `Bjørn & Søn, nr. ${i}${"x".repeat(i % 900)}`;
  const sql =
    "select case when i % 7 = 0 then null when i % 5 = 0 then '' || i else 'Bjørn & Søn, nr. ' || i || repeat('x', cast(i % 900 as int)) end from range(10000) as t(i) order by i";
  expect(await decoded(sql, "text")).toEqual(Array.from({ length: 10_000 }, (_, i) => text(i)));
});

test("dates on both sides of 1970", async () => {
  expect(await decoded(values("date", "'1969-12-31'", "'2024-02-29'", "null"), "date")).toEqual([
    "1969-12-31",
    "2024-02-29",
    null,
  ]);
});

test("every row of several chunks, with gaps", async () => {
  const sql = "select case when i % 3 = 0 then null else i end from range(10000) as t(i) order by i";
  const expected = Array.from({ length: 10_000 }, (_, i) => (i % 3 === 0 ? null : i));
  expect(await decoded(sql, "count")).toEqual(expected);
});

test("a result without rows", async () => {
  expect(await decoded("select 1 where false", "count")).toEqual([]);
});

test("a type that no query returns", async () => {
  await expect(decoded("select 1.5::double", "count")).rejects.toThrow("has no reader");
});

describe("keys", () => {
  it("are each text once, and its place of every row", async () => {
    const texts = ["b", "a", "a text of more than 12 bytes", "b", "", "a text of more than 12 bytes", "a", ""];
    const found = await decoded(values("varchar", ...texts.map((text) => `'${text}'`)), "key");
    expect(found).toEqual({
      texts: ["b", "a", "a text of more than 12 bytes", ""],
      places: Int32Array.of(0, 1, 2, 0, 3, 2, 1, 3),
    });
  });

  it("may be many, short and long by turns", async () => {
    const text = (i: number) => `C${i % 6_000}${i % 3 === 0 ? " of a longer name" : ""}`;
    const sql =
      "select 'C' || (i % 6000) || case when i % 3 = 0 then ' of a longer name' else '' end from range(20000) as t(i) order by i";
    const { texts, places } = (await decoded(sql, "key")) as Keys;
    expect(texts.length).toBe(6_000);
    expect(Array.from(places, (place) => texts[place])).toEqual(Array.from({ length: 20_000 }, (_, i) => text(i)));
  });

  it("that differ in their length alone are different ones", async () => {
    const { texts } = (await decoded("select 'a' || repeat(chr(0), i % 3) from range(300) as t(i)", "key")) as Keys;
    expect([...texts].sort()).toEqual(["a", "a\u0000", "a\u0000\u0000"]);
  });
});

test("days count from 1970-01-01", async () => {
  expect(await decoded(values("date", "'1969-12-31'", "'1970-01-11'"), "day")).toEqual(Int32Array.of(-1, 10));
});

test.each(["key", "day"] as const)("a %s is never null", async (type) => {
  const sql = `select case when i = 70 then null else cast('1970-01-01' as ${type === "key" ? "varchar" : "date"}) end from range(100) as t(i)`;
  await expect(decoded(sql, type)).rejects.toThrow("has a null");
});
