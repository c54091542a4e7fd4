import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClosedPipe } from "../../src/output/failures.ts";
import { checkOutput, type OutputRequest, writeReport } from "../../src/output/write.ts";
import { texts } from "./sample.ts";

let folder = "";
let written = "";
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "write-"));
  written = "";
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const sink = (isTerminal: boolean, failure?: string): OutputRequest["stdout"] => ({
  isTerminal,
  columns: isTerminal ? 30 : undefined,
  write: async (text) => {
    if (failure !== undefined) throw Object.assign(new Error(failure), { code: failure });
    written += text;
  },
});
const request = (others: Partial<OutputRequest> = {}): OutputRequest => ({
  force: false,
  cwd: folder,
  inputs: [],
  stdout: sink(false),
  token: "7",
  ...others,
});

describe("writeReport", () => {
  it("writes csv into a pipe", async () => {
    await writeReport(texts("=2*3"), request());
    expect(written).toBe("customer_id,customer_name\n0,'=2*3\n");
  });

  it("writes a table as wide as the terminal", async () => {
    await writeReport(texts("a name that is far too long"), request({ stdout: sink(true), file: "-" }));
    expect(written).toContain("        0  a name that is far…\n");
  });

  it("hands the options on", async () => {
    await writeReport(texts("=2*3"), request({ options: { escapeFormulas: false } }));
    expect(written).toContain("0,=2*3\n");
  });

  it("writes a file in the format of its ending: all rows, no colour, any width", async () => {
    const names = Array.from({ length: 60 }, (_, i) => `a name that is rather long ${i}`);
    await writeReport(texts(...names), request({ file: "out.txt", stdout: sink(true), options: { colour: true } }));
    const table = fs.readFileSync(path.join(folder, "out.txt"), "utf8");
    expect(table).toContain("a name that is rather long 59\n");
    expect(table).not.toContain("\u001b");
    expect(written).toBe("");
  });

  it("lets --format win over the ending", async () => {
    await writeReport(texts("a"), request({ file: "out.txt", format: "ndjson" }));
    expect(fs.readFileSync(path.join(folder, "out.txt"), "utf8")).toBe('{"customer_id":0,"customer_name":"a"}\n');
  });

  it("writes the bytes of a format that is not text into a pipe and into a file", async () => {
    const writers = { parquet: async () => () => new Uint8Array([80, 0, 255]) };
    const chunks: unknown[] = [];
    const stdout = { ...sink(false), write: async (content: unknown) => void chunks.push(content) };
    await writeReport(texts("a"), request({ format: "parquet", writers, stdout }));
    expect(chunks).toEqual([new Uint8Array([80, 0, 255])]);
    await writeReport(texts("a"), request({ file: "out.parquet", writers }));
    expect([...fs.readFileSync(path.join(folder, "out.parquet"))]).toEqual([80, 0, 255]);
  });

  it("does not write a format that nobody can write", () =>
    expect(writeReport(texts("a"), request({ format: "parquet" }))).rejects.toThrow("nobody brought a writer"));

  it.each(["EPIPE", "ERR_STREAM_DESTROYED"])("tells a reader that went away (%s)", (code) =>
    expect(writeReport(texts("a"), request({ stdout: sink(false, code) }))).rejects.toBeInstanceOf(ClosedPipe));

  it("tells a full disk behind stdout", () =>
    expect(writeReport(texts("a"), request({ stdout: sink(false, "ENOSPC") }))).rejects.toMatchObject({
      message: "cannot write standard output: no space left on device",
      exit: 4,
    }));
});

describe("checkOutput", () => {
  it("refuses before any work", () => {
    fs.writeFileSync(path.join(folder, "out.csv"), "old");
    expect(() => checkOutput(request({ file: "out.csv" }))).toThrowError(expect.objectContaining({ exit: 2 }));
    expect(checkOutput(request({ file: "out.csv", force: true })).name).toBe("csv");
  });

  it.each(["xlsx", "parquet"])("refuses %s on a terminal, which cannot show it", (format) => {
    expect(() => checkOutput(request({ format, stdout: sink(true) }))).toThrowError(
      expect.objectContaining({ exit: 2, hint: `-o result.${format}` }),
    );
    expect(checkOutput(request({ file: `x.${format}`, stdout: sink(true) })).binary).toBe(true);
    expect(checkOutput(request({ format })).binary).toBe(true);
  });
});
