import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { removeTemporaries } from "../../src/output/temporaries.ts";
import { checkFolder, type FolderFile, type FolderRequest, writeFolder } from "../../src/output/whole-folder.ts";
import { folderOf } from "../helpers/folders.ts";

const files = [
  { name: "a.csv", content: "a\n" },
  { name: "b.bin", content: new Uint8Array([1, 2]) },
  { name: "manifest.json", content: "{}\n" },
];

const request = (cwd: string, folder = "out", force = false, inputs: readonly string[] = []) => ({
  folder,
  cwd,
  force,
  inputs,
});

const write = (request: FolderRequest, files: readonly FolderFile[], stale: readonly string[] = []) =>
  writeFolder(
    request,
    "1",
    async (add) => {
      for (const file of files) add(file);
    },
    stale,
  );

const refused = (exit: number, message: string) =>
  expect.objectContaining({ exit, message: expect.stringContaining(message) });

describe("writeFolder", () => {
  it("makes a new folder, and nothing beside it", async () => {
    const cwd = folderOf();
    await write(request(cwd), files);
    expect(readdirSync(cwd)).toEqual(["out"]);
    expect(readdirSync(path.join(cwd, "out"))).toEqual(["a.csv", "b.bin", "manifest.json"]);
    expect(readFileSync(path.join(cwd, "out/a.csv"), "utf8")).toBe("a\n");
  });

  it("fills an empty one, through a link too", async () => {
    const cwd = folderOf();
    mkdirSync(path.join(cwd, "real"));
    symlinkSync("real", path.join(cwd, "out"));
    await write(request(cwd), files);
    expect(readdirSync(path.join(cwd, "real"))).toHaveLength(3);
  });

  it("with --force replaces its own files, removes those of an earlier report, and leaves the others", async () => {
    const cwd = folderOf({ "out/a.csv": "old", "out/nps.csv": "old", "out/notes.txt": "mine" });
    await write(request(cwd, "out", true), files, ["a.csv", "nps.csv"]);
    expect(readdirSync(path.join(cwd, "out"))).toEqual(["a.csv", "b.bin", "manifest.json", "notes.txt"]);
    expect(readFileSync(path.join(cwd, "out/a.csv"), "utf8")).toBe("a\n");
  });

  it("leaves the old files and nothing else where a file cannot be written", async () => {
    const cwd = folderOf({ "out/a.csv": "old" });
    const bad = [...files, { name: "no/such/folder.csv", content: "" }];
    await expect(write(request(cwd, "out", true), bad)).rejects.toThrowError(expect.objectContaining({ exit: 4 }));
    expect(readdirSync(path.join(cwd, "out"))).toEqual(["a.csv"]);
    await expect(write(request(cwd, "new"), bad)).rejects.toThrowError(expect.objectContaining({ exit: 4 }));
    expect(readdirSync(cwd)).toEqual(["out"]);
  });

  it("leaves nothing where a file cannot be made, and writes those that can be while the next is made", async () => {
    const cwd = folderOf();
    const failed = writeFolder(request(cwd), "1", async (add) => {
      add({ name: "a.csv", content: "a\n" });
      await vi.waitFor(() => expect(readFileSync(path.join(cwd, ".portfolio-1-1.tmp/a.csv"), "utf8")).toBe("a\n"));
      throw new RangeError("no page");
    });
    await expect(failed).rejects.toThrow(RangeError);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("an interrupt leaves nothing", async () => {
    const cwd = folderOf();
    const interrupted = writeFolder(request(cwd), "1", async (add) => {
      add({ name: "a.csv", content: "a\n" });
      await vi.waitFor(() => expect(readdirSync(path.join(cwd, ".portfolio-1-1.tmp"))).toEqual(["a.csv"]));
      removeTemporaries();
      expect(readdirSync(cwd)).toEqual([]);
    });
    await expect(interrupted).rejects.toThrow();
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("takes another name where a killed run has left its folder", async () => {
    const cwd = folderOf({ ".portfolio-1-1.tmp/a.csv": "half" });
    await write(request(cwd), files);
    expect(readdirSync(cwd).sort()).toEqual([".portfolio-1-1.tmp", "out"]);
  });
});

describe("checkFolder", () => {
  it.each([
    ["a file", { out: "x" }, "out", 2, "it is no folder"],
    ["no name", {}, "", 2, "it is no folder"],
    ["a folder that is not empty", { "out/x": "x" }, "out", 2, "out is not empty"],
    ["a folder whose parent is missing", {}, "no/such/out", 4, "does not exist"],
    ["standard output", {}, "-", 2, "cannot go to standard output"],
    ["the name of a page", {}, "out.html", 2, "out.html ends as a file does"],
    ["the name of a workbook", {}, "a/OUT.XLSX", 2, "a/OUT.XLSX ends as a file does"],
  ])("refuses %s", (_, content, folder, exit, message) => {
    const cwd = folderOf(content as Record<string, string>);
    expect(() => checkFolder(request(cwd, folder))).toThrowError(refused(exit, message));
  });

  it("the hint is a folder, and folders may be called anything", () => {
    const cwd = folderOf({ "old.csv/x": "x", "file.txt": "x" });
    expect(() => checkFolder(request(cwd, "a/out.html"))).toThrowError(expect.objectContaining({ hint: "-o a/out" }));
    for (const folder of ["-", "file.txt", ""])
      expect(() => checkFolder(request(cwd, folder))).toThrowError(
        expect.objectContaining({ hint: "-o with the name of a new folder" }),
      );
    for (const [folder, name] of [
      ["old.csv", "old.csv"],
      ["./-", "-"],
      ["new.html/", "new.html"],
      [".html", ".html"],
      ["2026.q3", "2026.q3"],
    ])
      expect(checkFolder(request(cwd, folder, true))).toBe(path.join(cwd, name as string));
  });

  it("what the system refuses is told of a folder", () => {
    const cwd = folderOf({ "file.txt": "x" });
    expect(() => checkFolder(request(cwd, "file.txt/out"))).toThrowError(
      expect.objectContaining({ exit: 4, hint: expect.stringContaining("-o FOLDER") }),
    );
  });

  it("refuses the folder of an input, forced or not, by whatever name", () => {
    const cwd = folderOf({ "data/sales.csv": "x" });
    symlinkSync("data", path.join(cwd, "link"));
    for (const folder of ["data", "link", "."])
      expect(() => checkFolder(request(cwd, folder, true, ["data/sales.csv", "./x.csv"]))).toThrowError(
        refused(2, "would be read as such"),
      );
    expect(checkFolder(request(cwd, "data/report", true, ["data/sales.csv"]))).toBe(path.join(cwd, "data/report"));
  });

  it.skipIf(process.getuid?.() === 0)("refuses where nothing may be written", () => {
    const cwd = folderOf();
    chmodSync(cwd, 0o500);
    expect(() => checkFolder(request(cwd))).toThrowError(refused(4, "permission denied"));
    chmodSync(cwd, 0o700);
    expect(existsSync(path.join(cwd, "out"))).toBe(false);
  });
});

it("other errors are as they are", async () => {
  const cwd = folderOf();
  writeFileSync(path.join(cwd, "x"), "");
  await expect(write(request(cwd), [{ name: "a", content: null as never }])).rejects.toThrow(TypeError);
  expect(readdirSync(cwd)).toEqual(["x"]);
});
