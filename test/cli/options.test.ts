import { Command } from "@commander-js/extra-typings";
import { describe, expect, it } from "vitest";
import {
  readOptions,
  withClasses,
  withInputs,
  withOutput,
  withRows,
  withTalk,
  withTime,
} from "../../src/cli/options.ts";
import { requestOf } from "../../src/cli/request.ts";

const needs = { sales: [], costs: [], nps: [] };

function parse(...args: string[]) {
  const command = withTalk(withOutput(withClasses(withTime(withRows(withInputs(new Command("x")))))))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  command.parse(args, { from: "user" });
  const options = command.opts();
  return { options, read: readOptions(options), request: requestOf(command.args[0], options, needs) };
}

describe("options", () => {
  it("have their defaults", () => {
    const { read, request } = parse();
    expect(read).toEqual({
      decimal: undefined,
      dateFormat: undefined,
      delimiter: undefined,
      encoding: undefined,
      noHeader: false,
      maps: [],
      onBadRow: "error",
    });
    expect(request).toMatchObject({ dir: undefined, files: {}, window: 12, quiet: false, quarantine: null });
  });

  it("name files of each role, several each, and a folder before them", () => {
    const { request } = parse(
      "exports",
      "--sales",
      "a",
      "b",
      "--costs",
      "c",
      "--nps",
      "d",
      "--customers",
      "e",
      "--events",
      "f",
    );
    expect(request).toMatchObject({
      dir: "exports",
      files: { sales: ["a", "b"], costs: ["c"], nps: ["d"], customers: ["e"], events: ["f"] },
    });
  });

  it.each([
    ["--delimiter", "tab", "delimiter", "\t"],
    ["--delimiter", "Semicolon", "delimiter", ";"],
    ["--delimiter", "|", "delimiter", "|"],
    ["--delimiter", "whitespace", "delimiter", "whitespace"],
    ["--decimal", ",", "decimal", ","],
    ["--date-format", "dd.mm.yyyy", "dateFormat", "dmy"],
    ["--date-format", "ymd", "dateFormat", "iso"],
    ["--encoding", "latin1", "encoding", "windows-1252"],
    ["--no-header", null, "noHeader", true],
    ["--on-bad-row", "skip", "onBadRow", "skip"],
    ["--on-bad-row", "quarantine=a b.csv", "onBadRow", "quarantine"],
  ] as const)("%s %s", (option, value, name, meaning) =>
    expect(parse(option, ...(value === null ? [] : [value])).read).toHaveProperty(name, meaning));

  it("keep the file for bad rows, the engine's memory and the time", () => {
    const { request } = parse(
      "--on-bad-row",
      "quarantine=x.csv",
      "--memory",
      "1.5GB",
      "--as-of",
      "2026-09-30",
      "--window",
      "3",
      "--history-from",
      "2020-01-01",
      "--quiet",
    );
    expect(request).toMatchObject({
      quarantine: "x.csv",
      memory: "1.5GB",
      asOf: "2026-09-30",
      window: 3,
      historyFrom: "2020-01-01",
      quiet: true,
    });
  });

  it("add up columns of the user", () => {
    const { maps } = parse("--map", "sales.amount=Beløp", "--map", "sales.date=#3").read;
    expect(maps).toEqual([
      { role: "sales", column: "amount", target: "Beløp" },
      { role: "sales", column: "date", target: "#3" },
    ]);
  });

  it("take cuts", () => expect(parse("--abc-cuts", "20, 80").options.abcCuts).toEqual([20, 80]));

  it("take names of sources, in their order", () =>
    expect(parse("--potential-sources", "trend, stated").options.potentialSources).toEqual(["trend", "stated"]));

  it.each([
    ["--delimiter", "ab"],
    ["--delimiter", "x"],
    ["--delimiter", '"'],
    ["--delimiter", ""],
    ["--decimal", ";"],
    ["--date-format", "yyyy"],
    ["--encoding", "ebcdic"],
    ["--on-bad-row", "ignore"],
    ["--on-bad-row", "quarantine="],
    ["--as-of", "2026-02-30"],
    ["--as-of", "30.09.2026"],
    ["--window", "0"],
    ["--window", "1201"],
    ["--window", "1.5"],
    ["--window", "-1"],
    ["--history-from", "soon"],
    ["--memory", "0GB"],
    ["--memory", "2"],
    ["--memory", "2GB'; drop"],
    ["--abc-cuts", "20"],
    ["--abc-cuts", "20,"],
    ["--abc-cuts", "a,b"],
    ["--abc-method", "guess"],
    ["--rank-by", "name"],
    ["--d-mode", "none"],
    ["--cogs", "both"],
    ["--engine", "abacus"],
  ])("refuse %s %s", (option, value) => expect(() => parse(`${option}=${value}`)).toThrow());

  it.each([
    "sales",
    "sales.nothing=x",
    "nothing.amount=x",
    "sales.amount",
    "sales.amount=",
  ])("refuse --map %s", (value) => expect(() => parse("--map", value)).toThrow());
});
