import { describe, expect, it } from "vitest";
import { defaultFormatOptions } from "../../src/output/format.ts";
import { writeTable } from "../../src/output/table.ts";
import { report } from "./sample.ts";

const entries = report(
  [
    { name: "item", kind: "text" },
    { name: "value", kind: "text" },
    { name: "rule", kind: "text" },
    { name: "part", kind: "text", onTerminal: false },
  ],
  [
    ["class", "A", "rank 1 of 2 by revenue", "class"],
    ["cum_share", "0.5000", null, "class"],
    ["nps", null, "nobody\u202e answered, and so nothing can be said of it", "answers"],
  ],
  { rowsAs: { entries: "part" } },
);

describe("rows of sentences", () => {
  it("stand below a heading a part, what is not known left out", async () =>
    expect(await writeTable(entries, defaultFormatOptions)).toBe(`class
class      A
    rank 1 of 2 by revenue
cum_share  0.5000

answers
nps
    nobody\\u202e answered, and so nothing can be said of it
`));

  it("wrap, and are never cut", async () =>
    expect(await writeTable(entries, { ...defaultFormatOptions, width: 24 })).toContain(`nps
    nobody\\u202e
    answered, and so
    nothing can be said
    of it
`));

  it("wrap a long value below itself; a word longer than a line has one to itself", async () => {
    const long = report(
      [
        { name: "item", kind: "text" },
        { name: "value", kind: "text" },
      ],
      [["a", "one two exceedingly-long"]],
      { rowsAs: { entries: "part" } },
    );
    expect(await writeTable(long, { ...defaultFormatOptions, width: 10 })).toBe("a  one two\n   exceedingly-long\n");
  });

  it("do not break a number between its thousands", async () => {
    const figures = report(
      [
        { name: "item", kind: "text" },
        { name: "rule", kind: "text" },
      ],
      [["a", "of 1 234 567.89 a year"]],
      {
        rowsAs: { entries: "part" },
      },
    );
    expect(await writeTable(figures, { ...defaultFormatOptions, width: 12 })).toBe(
      "a  of\n   1 234 567.89\n   a year\n",
    );
  });

  it("have no limit of rows", async () =>
    expect(await writeTable(entries, { ...defaultFormatOptions, maxRows: 1 })).toContain("nobody"));

  it("with colour stand out by the item", async () =>
    expect(await writeTable(entries, { ...defaultFormatOptions, colour: true })).toContain("\u001b[1mcum_share"));
});

describe("a picture", () => {
  const drawn = report([{ name: "cell", kind: "text" }], [["Aa"]], {
    picture: [
      [
        { text: "A ", strong: true },
        { text: "good\t", tone: "good" },
      ],
      [{ text: "────" }],
    ],
  });

  it("stands above the rows", async () =>
    expect(await writeTable(drawn, defaultFormatOptions)).toBe("A good\\t\n────\n\ncell\n────\nAa\n"));

  it("has colours", async () =>
    expect(await writeTable(drawn, { ...defaultFormatOptions, colour: true })).toContain(
      "\u001b[1mA \u001b[22m\u001b[32mgood\\t\u001b[39m\n",
    ));

  it("is left out where it does not fit", async () => {
    expect(await writeTable(drawn, { ...defaultFormatOptions, width: 8 })).toContain("────\n\ncell");
    expect(await writeTable(drawn, { ...defaultFormatOptions, width: 7 })).toBe("cell\n────\nAa\n");
  });
});
