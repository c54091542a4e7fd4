import { describe, expect, it } from "vitest";
import { run } from "../helpers/run.ts";

const file = "fixtures/inspect/umsatz.csv";

describe("portfolio inspect", () => {
  it("names every item with its evidence", async () => {
    const { code, out, err } = await run(["inspect", file]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^item,value,evidence\n/);
    expect(out).toContain("\nencoding,windows-1252,");
    expect(out).toContain('\ndelimiter,";",');
    expect(out).toContain("\nheader,line 3,");
    expect(out).toContain("\nreader,careful,a quoted field holds a line break in line 6\n");
  });

  it("is json with the same in figures", async () => {
    const { out } = await run(["inspect", file, "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({
      command: "inspect",
      encoding: "windows-1252",
      header_line: 3,
      records: 5,
      role: "sales",
    });
  });

  it("reads standard input, and the role from --role alone", async () => {
    const { out } = await run(["inspect", "-", "--role", "nps"], { stdin: "customer,date,score\nC1,2024-01-31,9\n" });
    expect(out).toContain("\nfile,stdin,\n");
    expect(out).toContain("\nrole,nps,said with --role\n");
    expect(out).toMatch(/column 3,score → score: whole number/);
  });

  it.each<[string, string, RegExp[]]>([
    ["no role, two columns of one name", "a,a\nx,y\n", [/role,not recognised/, /header,none/, /\(no name\)/]],
    [
      "a delimiter that has a name, and what stands beside the rows",
      "a\tb\n1\t2\n\n3\n",
      [/delimiter,tab/, /1 blank line/, /other length,1/],
    ],
    ["a file of one line", "name", [/line end,none,the last line has none/, /records,0/]],
    [
      "a separator line and titles",
      "sep=;\nT\n\nkunde;dato\n1;2024-01-31\n",
      [/separator line,line 1/, /title lines,2/, /title line 2,T/],
    ],
    ["what two headers claim", "customer,date,amount,Amount\nC1,2024-01-31,3,4\n", [/problem,.*--map/]],
    ["many ragged rows", `a,b\n${"1\n".repeat(9)}${"1,2\n".repeat(20)}`, [/lines 2, 3, 4, 5, 6, …/]],
    ["a backslash", 'a,b\n"x \\"y\\" z",2\n', [/escape,\\,a backslash/]],
    ["a long row", `a,b\n${"x".repeat(500)},2\n`, [/x…,line 2/]],
  ])("words %s", async (_, stdin, patterns) => {
    const { code, out } = await run(["inspect", "-"], { stdin });
    expect(code).toBe(0);
    for (const pattern of patterns) expect(out).toMatch(pattern);
  });

  it("says what is no text, and what is no file", async () => {
    expect(await run(["inspect", "-"], { stdin: "" })).toMatchObject({ code: 3, out: "" });
    expect(await run(["inspect", "none.csv"])).toMatchObject({ code: 3, out: "" });
  });
});

describe("portfolio inspect --rows", () => {
  it("prints every record as it stands", async () => {
    const { code, out, err } = await run(["inspect", "-", "--rows"], { stdin: ' a ,"b""\n"\r\n\r\n\u009b,\n' });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe('[" a ","b\\"\\n"]\n["\\u009b",""]\n');
  });

  it("goes by the reading options", async () =>
    expect((await run(["inspect", "-", "--rows", "--delimiter", ";"], { stdin: "a,b;c\n" })).out).toBe(
      '["a,b","c"]\n',
    ));

  it("ends quietly where nobody reads on, and loudly on a full disk", async () => {
    expect(await run(["inspect", file, "--rows"], { stdoutFails: "EPIPE" })).toEqual({ code: 0, out: "", err: "" });
    expect((await run(["inspect", file, "--rows"], { stdoutFails: "ENOSPC" })).code).toBe(4);
  });

  it.each([
    ["--sort", "a"],
    ["--limit", "3"],
    ["-o", "x.csv"],
    ["--format", "csv"],
    ["--excel-eu"],
  ])("takes no %s", async (...option) =>
    expect(await run(["inspect", file, "--rows", ...option])).toMatchObject({ code: 2, out: "" }));

  it("takes --format ndjson, which it is", async () =>
    expect((await run(["inspect", file, "--rows", "--format", "ndjson"])).code).toBe(0));
});
