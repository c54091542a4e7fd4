import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeJson, writeNdjson } from "../../src/output/json.ts";
import { everyKind, report, texts } from "./sample.ts";

describe("writeJson", () => {
  it("writes the head for people and a row a line", () =>
    expect(
      writeJson({ ...everyKind, head: { command: "classify", window: { from: "2025-07-01", to: "2026-06-30" } } }),
    ).toBe(
      `{
  "command": "classify",
  "window": {
    "from": "2025-07-01",
    "to": "2026-06-30"
  },
  "rows": [
    {"customer_id":"C1","first_purchase":"2026-01-31","revenue":"1234.5615","margin":0.73823,"nps":14.6,"orders":12},
    {"customer_id":"C2","first_purchase":null,"revenue":"-0.004","margin":-0.00001,"nps":-0.001,"orders":0},
    {"customer_id":null,"first_purchase":null,"revenue":null,"margin":null,"nps":null,"orders":null}
  ]
}
`,
    ));

  it.each([
    ["no rows", report([{ name: "a", kind: "text" }], [])],
    ["no columns", report([], [[]])],
  ])("is JSON with %s", (_, empty) =>
    expect(JSON.parse(writeJson(empty))).toEqual({ rows: empty.rows.map(() => ({})) }));

  it("has no NaN, infinity or minus zero", () =>
    expect(writeNdjson(report([{ name: "a", kind: "ratio" }], [[Number.NaN], [Number.NEGATIVE_INFINITY], [-0]]))).toBe(
      '{"a":null}\n{"a":null}\n{"a":0}\n',
    ));

  it("escapes what a terminal would obey, in the head too", () => {
    const written = writeJson({ ...texts("a\u009b31m\u007f\u2028b\u001b"), head: { "\u0085": "\u2029" } });
    expect(written).toContain('"a\\u009b31m\\u007f\\u2028b\\u001b"');
    expect(written).toContain('"\\u0085": "\\u2029"');
  });

  it("keeps a column of any name", () =>
    expect(
      writeNdjson(
        report(
          [
            { name: "__proto__", kind: "text" },
            { name: 'a"b', kind: "text" },
          ],
          [["x", "y"]],
        ),
      ),
    ).toBe('{"__proto__":"x","a\\"b":"y"}\n'));

  it("gives any text back unchanged, with nothing unseen in it", () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), fc.jsonValue(), (names, value) => {
        const written = writeJson({ ...texts(...names), head: { value: value as string } });
        expect(written.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
        const read = JSON.parse(written) as { value: unknown; rows: { customer_name: string }[] };
        expect(read.rows.map((row) => row.customer_name)).toEqual(names);
        expect(read.value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));
});

describe("writeNdjson", () => {
  it("is rows and nothing else", () => expect(writeNdjson(texts("a"))).toBe('{"customer_id":0,"customer_name":"a"}\n'));
  it("is empty without rows", () => expect(writeNdjson(texts())).toBe(""));
});
