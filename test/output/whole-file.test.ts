import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ClosedPipe, writeFailure } from "../../src/output/failures.ts";
import { removeTemporaries } from "../../src/output/temporaries.ts";
import { checkDestination, writeWhole } from "../../src/output/whole-file.ts";

let folder = "";
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "whole-file-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true });
});

const at = (name: string): string => path.join(folder, name);
const write = (file: string, { force = false, inputs = [] as string[] } = {}): void =>
  writeWhole({ file, cwd: folder, force, inputs }, "new", "7");
const read = (name: string): string => fs.readFileSync(at(name), "utf8");
const withCode = (code: string): Error => Object.assign(new Error(code), { code, syscall: "write" });

describe("writeWhole", () => {
  it("writes a new file and leaves nothing beside it", () => {
    write("out.csv");
    expect(read("out.csv")).toBe("new");
    expect(fs.readdirSync(folder)).toEqual(["out.csv"]);
  });

  it("writes bytes", () => {
    writeWhole({ file: "out.bin", cwd: folder, force: false, inputs: [] }, new Uint8Array([0, 255]), "7");
    expect([...fs.readFileSync(at("out.bin"))]).toEqual([0, 255]);
  });

  it("replaces an existing file only with force, keeping its permissions", () => {
    fs.writeFileSync(at("out.csv"), "old", { mode: 0o640 });
    expect(() => write("out.csv")).toThrowError(
      expect.objectContaining({ message: "out.csv exists already", hint: "--force to replace it", exit: 2 }),
    );
    expect(read("out.csv")).toBe("old");
    write("out.csv", { force: true });
    expect(read("out.csv")).toBe("new");
    expect(fs.statSync(at("out.csv")).mode & 0o777).toBe(0o640);
  });

  it.each([
    ["itself", (input: string, output: string) => fs.renameSync(input, output), "out.csv"],
    ["a symbolic link", (input: string, output: string) => fs.symlinkSync(path.basename(input), output), "in.csv"],
    ["a hard link", (input: string, output: string) => fs.linkSync(input, output), "in.csv"],
  ])("never writes onto an input: %s", (_, link, input) => {
    fs.writeFileSync(at("in.csv"), "input");
    link(at("in.csv"), at("out.csv"));
    expect(() => write("out.csv", { force: true, inputs: ["gone.csv", input] })).toThrowError(
      expect.objectContaining({ exit: 2, message: expect.stringContaining("is an input and is never overwritten") }),
    );
    expect(read(input)).toBe("input");
  });

  it("writes through a link, which stays a link", () => {
    fs.mkdirSync(at("sub"));
    fs.writeFileSync(at("sub/target.csv"), "old");
    fs.symlinkSync("sub/target.csv", at("out.csv"));
    write("out.csv", { force: true });
    expect(read("sub/target.csv")).toBe("new");
    expect(fs.readlinkSync(at("out.csv"))).toBe("sub/target.csv");
    expect(fs.readdirSync(at("sub"))).toEqual(["target.csv"]);
  });

  it("writes what a link to nothing yet points to", () => {
    fs.symlinkSync("b.csv", at("a.csv"));
    fs.symlinkSync("c.csv", at("b.csv"));
    write("a.csv");
    expect(read("c.csv")).toBe("new");
    expect(fs.lstatSync(at("a.csv")).isSymbolicLink()).toBe(true);
  });

  it("refuses links in a circle", () => {
    fs.symlinkSync("b.csv", at("a.csv"));
    fs.symlinkSync("a.csv", at("b.csv"));
    expect(() => write("a.csv")).toThrowError(expect.objectContaining({ exit: 4 }));
  });

  it.each(["", ".", "new/"])("refuses the folder %j", (file) =>
    expect(() => write(file)).toThrowError(
      expect.objectContaining({ exit: 2, message: expect.stringContaining("folder") }),
    ));

  it("names a folder that does not exist", () =>
    expect(() => write("no/such/out.csv")).toThrowError(
      expect.objectContaining({ exit: 4, message: expect.stringContaining(at("no/such")) }),
    ));

  it("says that a part of the path is a file", () => {
    fs.writeFileSync(at("file"), "");
    expect(() => write("file/out.csv")).toThrowError(expect.objectContaining({ exit: 4 }));
  });

  it.skipIf(process.getuid?.() === 0)("says that permission is denied", () => {
    fs.chmodSync(folder, 0o500);
    expect(() => write("out.csv")).toThrowError(
      expect.objectContaining({ exit: 4, message: expect.stringContaining("permission") }),
    );
    fs.chmodSync(folder, 0o700);
    fs.writeFileSync(at("out.csv"), "old", { mode: 0o400 });
    expect(() => write("out.csv", { force: true })).toThrowError(expect.objectContaining({ exit: 4 }));
  });

  it.each([
    "writeFileSync",
    "fsyncSync",
    "renameSync",
  ] as const)("leaves the old file and no temporary one if %s finds no space", (call) => {
    fs.writeFileSync(at("out.csv"), "old");
    vi.spyOn(fs, call).mockImplementation(() => {
      throw withCode("ENOSPC");
    });
    expect(() => write("out.csv", { force: true })).toThrowError(
      expect.objectContaining({
        message: "cannot write out.csv: no space left on device",
        hint: expect.stringContaining("free some space"),
        exit: 4,
      }),
    );
    expect(read("out.csv")).toBe("old");
    expect(fs.readdirSync(folder)).toEqual(["out.csv"]);
  });

  it("writes to a device and does not replace it", () => {
    write("/dev/null");
    expect(fs.statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it.skipIf(!fs.existsSync("/dev/full"))("says that a full device is full", () =>
    expect(() => write("/dev/full")).toThrowError(
      expect.objectContaining({ message: expect.stringContaining("no space left on device") }),
    ),
  );

  it("goes around a temporary file that a killed run left", () => {
    fs.writeFileSync(at(".portfolio-7-1.tmp"), "theirs");
    write("out.csv");
    expect(fs.readdirSync(folder)).toEqual([".portfolio-7-1.tmp", "out.csv"]);
    expect(read(".portfolio-7-1.tmp")).toBe("theirs");
  });

  it("gives up where every temporary name is taken", () => {
    vi.spyOn(fs, "openSync").mockImplementation(() => {
      throw withCode("EEXIST");
    });
    expect(() => write("out.csv")).toThrowError(expect.objectContaining({ exit: 4 }));
  });
});

describe("removeTemporaries", () => {
  it("removes the file that is being written", () => {
    vi.spyOn(fs, "fsyncSync").mockImplementation(() => {
      expect(fs.readdirSync(folder)).toEqual([".portfolio-7-1.tmp"]);
      removeTemporaries();
      expect(fs.readdirSync(folder)).toEqual([]);
    });
    expect(() => write("out.csv")).toThrow();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("never throws", () => {
    vi.spyOn(fs, "fsyncSync").mockImplementation(() => {
      throw withCode("EIO");
    });
    vi.spyOn(fs, "rmSync").mockImplementation(() => {
      throw withCode("EBUSY");
    });
    expect(() => write("out.csv")).toThrowError(expect.objectContaining({ message: "cannot write out.csv: EIO" }));
    expect(() => removeTemporaries()).not.toThrow();
  });
});

describe("checkDestination", () => {
  it("writes nothing", () => {
    const destination = checkDestination({ file: "out.csv", cwd: folder, force: false, inputs: [] });
    expect(destination).toEqual({ path: path.join(fs.realpathSync(folder), "out.csv"), mode: null, isDevice: false });
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe("writeFailure", () => {
  it("tells a closed pipe from a refusal from a bug", () => {
    expect(writeFailure(withCode("EPIPE"), "x")).toBeInstanceOf(ClosedPipe);
    expect(writeFailure(withCode("EROFS"), "x")).toMatchObject({
      exit: 4,
      message: "cannot write x: the file system is read-only",
    });
    const bug = withCode("ERR_INVALID_ARG_TYPE");
    expect(writeFailure(bug, "x")).toBe(bug);
    expect(writeFailure("odd", "x")).toBe("odd");
  });
});
