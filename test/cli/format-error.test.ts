import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/base/errors.ts";
import { formatError } from "../../src/cli/format-error.ts";

describe("formatError", () => {
  it("says where, what, the evidence, and what to try", () => {
    const error = new UserError("amount is not a number", {
      place: { file: "sales.csv", line: 7, column: "Beløp", value: "abc" },
      details: ["sales.csv:9: …"],
      hint: "mend it",
    });
    expect(formatError(error)).toBe(
      'portfolio: sales.csv:7: amount is not a number\n  column Beløp, value "abc"\n  sales.csv:9: …\ntry: mend it\n',
    );
  });

  it.each([
    [{}, "portfolio: wrong\n"],
    [{ place: { file: "a.csv" } }, "portfolio: a.csv: wrong\n"],
    [{ place: { file: "", line: 3 } }, "portfolio: 3: wrong\n"],
    [{ place: { file: "a.csv", value: "" } }, "portfolio: a.csv: wrong\n"],
    [{ place: { file: "a.csv", column: "wrong", value: "wron" } }, "portfolio: a.csv: wrong\n"],
    [{ place: { file: "a.csv", value: "5" } }, 'portfolio: a.csv: wrong\n  value "5"\n'],
  ] as const)("leaves out what there is not, or what the sentence says: %j", (detail, text) =>
    expect(formatError(new UserError("wrong", detail))).toBe(text));

  it("cuts long lines and long lists, never the hint, and stays within 4 KB", () => {
    const line = "word ".repeat(200);
    const text = formatError(
      new UserError(line, { details: Array.from({ length: 50 }, () => line), hint: "try this" }),
    );
    expect(text.split("\n")[0]?.length).toBeLessThanOrEqual(401);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
    expect(text.endsWith("  …\ntry: try this\n")).toBe(true);
  });

  it("is at most 4 KB, and has no control characters, whatever it is told", () => {
    const text = fc.string({ unit: "binary", maxLength: 1500 });
    fc.assert(
      fc.property(
        text,
        text,
        text,
        text,
        fc.array(text, { maxLength: 12 }),
        text,
        (message, file, column, value, details, hint) => {
          const said = formatError(new UserError(message, { place: { file, line: 1, column, value }, details, hint }));
          expect(Buffer.byteLength(said)).toBeLessThanOrEqual(4096);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
          expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
          expect(said.split("\n").length).toBeLessThanOrEqual(details.length + 5);
        },
      ),
    );
  });
});
