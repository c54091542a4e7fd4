import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { version } from "../src/base/version.ts";
import { commands } from "../src/commands/registry.ts";
import { folderOf, root } from "./helpers/folders.ts";
import { memoryIo, run } from "./helpers/run.ts";

const sales = "customer_id,date,amount\nC1,2026-01-15,100\nC2,2026-02-15,50\nC3,2026-03-15,10\n";

afterEach(() => {
  process.exitCode = 0;
  vi.doUnmock("../src/cli/run-command.ts");
});

describe("the version", () => {
  it("is the package's", async () => {
    const { version: packaged } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    expect(version).toBe(packaged);
    for (const flag of ["--version", "-V"])
      expect(await run([flag])).toEqual({ code: 0, out: `${packaged}\n`, err: "" });
  });
});

describe("the help", () => {
  it.each([[[]], [["--help"]], [["-h"]], [["help"]]])("of %j lists every command", async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const { name, summary } of commands) {
      expect(out).toContain(name);
      expect(out.replace(/\s+/g, " ")).toContain(summary);
    }
  });

  it.each(
    commands.map(({ name, examples }) => [name, examples] as const),
  )("of %s starts with two examples", async (name, examples) => {
    for (const args of [
      [name, "--help"],
      ["help", name],
    ]) {
      const { code, out } = await run(args);
      expect(code).toBe(0);
      expect(out.startsWith(`Examples:\n  ${examples[0]}\n  ${examples[1]}\n`)).toBe(true);
      expect(out).toContain(`Usage: portfolio ${name}`);
    }
  });
});

describe("exit codes", () => {
  it("0: a result on stdout", async () => {
    const cwd = folderOf({ "sales.csv": sales });
    const { code, out } = await run(["classify", "--columns", "customer_id,class", "."], { cwd });
    expect(out).toBe("customer_id,class\nC1,A\nC2,B\nC3,C\n");
    expect(code).toBe(0);
  });

  it.each([
    [["clasify"], "there is no command clasify; did you mean classify?"],
    [["zzzzzz"], "portfolio --help lists the commands"],
    [["classify", "--no-such-option"], "unknown option"],
    [["classify", "--window", "0"], "whole number from 1 to 1200"],
    [["classify", "--as-of", "2026-02-30"], "a day of the calendar"],
    [["classify", "--memory", "much"], "It is a size"],
    [["classify"], "no exports given"],
    [["classify", "a", "b"], "too many arguments"],
    [["--no-such-option"], "unknown option"],
  ])("2: usage, as %j", async (args, words) => {
    const { code, out, err } = await run(args, { cwd: folderOf() });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
  });

  it("3: input data, with file, line, column and what to do", async () => {
    const cwd = folderOf({ "sales.csv": `${sales}C4,2026-03-16,abc\n` });
    const { code, out, err } = await run(["classify", "."], { cwd });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain('portfolio: sales.csv:5: amount "abc" is not a number');
    expect(err).toMatch(/^try: .+$/m);
  });

  it("4: the file system", async () => {
    const cwd = folderOf({ "sales.csv": sales });
    const { code, err } = await run(["classify", "--sales", "sales.csv", "-o", "no/such/folder/x.csv"], { cwd });
    expect({ code, err }).toEqual({
      code: 4,
      err: expect.stringContaining("cannot write no/such/folder/x.csv: the folder"),
    });
  });
});

describe("streams that end", () => {
  it.each(["EPIPE", "ERR_STREAM_DESTROYED"])("a reader that is gone (%s) is no error", async (stdoutFails) => {
    const cwd = folderOf({ "sales.csv": sales });
    expect(await run(["classify", ".", "--quiet"], { cwd, stdoutFails })).toEqual({ code: 0, out: "", err: "" });
  });

  it.each([
    [["--version"]],
    [["--help"]],
    [["classify", "--help"]],
  ])("a reader that is gone is no error for %j either", async (args) => {
    expect((await run(args, { stdoutFails: "EPIPE" })).code).toBe(0);
  });

  it("a full disk behind stdout is", async () => {
    const cwd = folderOf({ "sales.csv": sales });
    const { code, err } = await run(["classify", "."], { cwd, stdoutFails: "ENOSPC" });
    expect(code).toBe(4);
    expect(err).toContain("no space left on device");
  });
});

describe("what is said", () => {
  it("is at most 4 KB of error, whatever the file holds", async () => {
    const row = `${"x".repeat(5000)},2026-01-15,${"ø".repeat(5000)}\n`;
    const cwd = folderOf({ "sales.csv": `customer_id,date,amount\n${row.repeat(30)}` });
    const { code, err } = await run(["classify", "."], { cwd });
    expect(code).toBe(3);
    expect(Buffer.byteLength(err)).toBeLessThanOrEqual(4096);
    expect(err).toMatch(/try: .+\n$/);
  });

  it("holds no control characters of the file", async () => {
    const cwd = folderOf({ "sales.csv": "customer_id,date,amount\nC1,2026-01-15,\u001b[31mred\u0007\u202e\n" });
    const { err } = await run(["classify", "."], { cwd });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  it("does not depend on where it runs", async () => {
    const cwd = folderOf({ "sales.csv": sales });
    const plain = await run(["classify", ".", "--format", "json"], { cwd });
    const elsewhere = folderOf({ "sales.csv": sales });
    expect((await run(["classify", ".", "--format", "json"], { cwd: elsewhere, env: { LANG: "de_DE" } })).out).toBe(
      plain.out,
    );
  });
});

// Last: they load the program anew, and so its classes of errors.
describe("exit codes of our own faults", () => {
  it("70: our own fault, and the stack only with --verbose", async () => {
    vi.resetModules();
    vi.doMock("../src/cli/run-command.ts", () => ({
      runCommand: async () => {
        throw new TypeError("undefined is not a portfolio");
      },
    }));
    const { main: mocked } = await import("../src/main.ts");
    const io = memoryIo();
    expect(await mocked(["classify"], io)).toBe(70);
    expect(io.err()).toContain("this is a fault of the program: undefined is not a portfolio\n");
    expect(io.err()).not.toMatch(/^ +at /m);
    expect(io.err()).toContain("--verbose");
    const verbose = memoryIo();
    expect(await mocked(["classify", "--verbose"], verbose)).toBe(70);
    expect(verbose.err()).toMatch(/^ +at /m);
  });

  it("70: also where something is thrown that is no error", async () => {
    vi.resetModules();
    vi.doMock("../src/cli/run-command.ts", () => ({
      runCommand: () => Promise.reject("a word"),
    }));
    const { main: mocked } = await import("../src/main.ts");
    expect(await mocked(["classify"], memoryIo())).toBe(70);
  });
});
