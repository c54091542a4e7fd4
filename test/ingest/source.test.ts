import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it, vi } from "vitest";
import type { Encoding } from "../../src/ingest/encoding.ts";
import { openText, openWhole, readChunks, readHead, sha256 } from "../../src/ingest/source.ts";
import { testFolder } from "./files.ts";

const folder = testFolder();
const open = async (content: string | Buffer, encoding?: Encoding, opener = openText) => {
  const text = await opener(folder.write("x.csv", content), folder.workspace, { encoding });
  return { ...text, content: readFileSync(text.path).subarray(text.markLength).toString("utf8") };
};
const nordic = "Kunde;Beløp\nÅse “x” €;1\n";
const large = "a,b\n".repeat(80_000);

describe("openText", () => {
  it.each<[string, Buffer | string, object]>([
    ["UTF-8", nordic, { encoding: "utf-8", markLength: 0, compression: null, damaged: false }],
    ["UTF-8 with a mark", `\ufeff${nordic}`, { encoding: "utf-8", markLength: 3 }],
    ["UTF-16 LE", iconv.encode(nordic, "utf16le", { addBOM: true }), { encoding: "utf-16le", markLength: 0 }],
    ["UTF-16 BE", iconv.encode(nordic, "utf16be", { addBOM: true }), { encoding: "utf-16be" }],
    ["Windows-1252", iconv.encode(nordic, "win1252"), { encoding: "windows-1252" }],
    ["gzip", gzipSync(nordic), { encoding: "utf-8", compression: "gzip" }],
    [
      "Windows-1252 in gzip",
      gzipSync(iconv.encode(nordic, "win1252")),
      { encoding: "windows-1252", compression: "gzip" },
    ],
  ])("leaves UTF-8 of %s", async (_, content, expected) =>
    expect(await open(content)).toMatchObject({ ...expected, content: nordic }));

  it("tells damaged UTF-8 from Windows-1252", async () => {
    const damaged = Buffer.concat([Buffer.from("ø".repeat(30)), Buffer.from([0xff]), Buffer.from("\n")]);
    expect(await open(damaged)).toMatchObject({ encoding: "utf-8", damaged: true });
    const cut = Buffer.from(`${"ø".repeat(30)}€`).subarray(0, -1);
    expect(await open(cut)).toMatchObject({ encoding: "utf-8", damaged: true });
  });

  it("shows half a character at the end as what it is", async () => {
    const cut = iconv.encode("a,b\n1,2\n", "utf16le", { addBOM: true });
    expect((await open(Buffer.concat([cut, Buffer.from([0x41])]))).content).toMatch(/^a,b\n1,2\n.?$/);
  });

  it("does as it is told", async () => {
    expect(await open(Buffer.from("ø", "latin1"), "windows-1252")).toMatchObject({
      content: "ø",
      encodingEvidence: "--encoding",
    });
    expect(await open("\ufeffø", "utf-8")).toMatchObject({ content: "ø", markLength: 3 });
    expect(await open("ø", "windows-1252")).toMatchObject({ content: "Ã¸" });
  });

  it.each<[string, Buffer | string, RegExp]>([
    ["an empty file", "", /is empty/],
    ["a workbook", "PK\u0003\u0004xx", /Excel workbook/],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), /old Excel workbook/],
    ["Parquet", "PAR1xx", /Parquet/],
    ["a broken zstd", Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]), /zstd data is damaged or cut off/],
    ["what is no text", Buffer.from(Array.from({ length: 600 }, (_, i) => i % 32)), /is not text/],
    ["a web page", " <!DOCTYPE html><p>", /web page/],
    ["a broken gzip", gzipSync(large).subarray(0, 40), /damaged or cut off/],
    ["no gzip at all", Buffer.from([0x1f, 0x8b, 1, 2, 3]), /damaged or cut off/],
  ])("refuses %s", async (_, content, message) => expect(open(content)).rejects.toThrow(message));
});

describe("openWhole", () => {
  it("looks at every byte before it believes in UTF-8", async () => {
    const late = Buffer.concat([Buffer.from(large), Buffer.from("ø\n", "latin1")]);
    expect(await open(late)).toMatchObject({ encoding: "utf-8" });
    expect(await open(late, undefined, openWhole)).toMatchObject({ encoding: "windows-1252", content: `${large}ø\n` });
    expect(await open(late, "utf-8", openWhole)).toMatchObject({ encoding: "utf-8" });
  });

  it("does not mind characters that chunks cut", async () => {
    const text = `x${"€".repeat(1_500_000)}`;
    expect(await open(text, undefined, openWhole)).toMatchObject({ encoding: "utf-8", damaged: false });
    expect(await open(Buffer.concat([Buffer.from(text), Buffer.from([0xe2])]), undefined, openWhole)).toMatchObject({
      damaged: true,
    });
    const broken = Buffer.from(text);
    broken[400_000] = 97;
    expect(await open(broken, undefined, openWhole)).toMatchObject({ damaged: true });
  });

  it("keeps what a mark has settled", async () =>
    expect(await open(iconv.encode(nordic, "utf16le", { addBOM: true }), undefined, openWhole)).toMatchObject({
      content: nordic,
    }));
});

describe("files that cannot be read", () => {
  const at = (name: string) => openText({ name, path: path.join(folder.folder, name) }, folder.workspace, {});
  it("says what is wrong", async () => {
    mkdirSync(path.join(folder.folder, "dir"));
    await expect(at("dir")).rejects.toThrow("is a folder");
    await expect(at("none.csv")).rejects.toThrow("no such file");
    await expect(at("dir/none/x.csv")).rejects.toThrow("no such file");
    const { path: plain } = folder.write("plain.csv", "a");
    await expect(at(`${path.basename(plain)}/x`)).rejects.toThrow("no such file");
    const { path: locked } = folder.write("locked.csv", "a");
    chmodSync(locked, 0);
    // Root may read anything.
    if (process.getuid?.() !== 0) await expect(at(path.basename(locked))).rejects.toThrow("permission denied");
    expect(() => readHead(path.join(folder.folder, "x".repeat(300)), "long")).toThrow("ENAMETOOLONG");
  });

  it("passes on what is not the data's fault", async () => {
    const source = folder.write("x.gz", gzipSync("a"));
    await expect(openText(source, { ...folder.workspace, temporary: () => "/nowhere/at/all" }, {})).rejects.toThrow(
      "ENOENT",
    );
  });
});

describe("readChunks", () => {
  it("hands over every byte, from where it is told", () => {
    const { path: file } = folder.write("c", large);
    let length = 0;
    readChunks(
      file,
      (chunk) => {
        length += chunk.length;
      },
      100,
    );
    expect(length).toBe(large.length - 100);
    const visit = vi.fn();
    readChunks(file, visit, large.length);
    expect(visit).not.toHaveBeenCalled();
  });

  it("sums up a file", () =>
    // printf abc | sha256sum
    expect(sha256(folder.write("abc", "abc").path)).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    ));
});
