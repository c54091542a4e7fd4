import fc from "fast-check";
import { expect, it } from "vitest";
import { unzip, zip } from "../../../src/output/xlsx/zip.ts";

const archive = async (files: readonly (readonly [string, readonly string[]])[], largest?: number) => {
  const bytes = await zip(
    files.map(([name, content]) => ({ name, content })),
    largest,
  );
  return bytes === null ? null : Buffer.from(bytes);
};

it("gives every file back, whatever is in it and however it comes", async () => {
  const text = fc.string({ unit: "binary", maxLength: 200 });
  const file = fc.tuple(fc.stringMatching(/^[a-z/]{1,20}$/), fc.array(text, { maxLength: 5 }));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(file, { selector: ([name]) => name, maxLength: 6 }), async (files) => {
      const bytes = await archive(files);
      expect([...unzip(bytes as Buffer)]).toEqual(files.map(([name, content]) => [name, content.join("")]));
    }),
    { numRuns: 50 },
  );
});

it("is laid out as APPNOTE.TXT says, with the checksum that is published for these nine digits", async () => {
  const bytes = (await archive([["a/b", ["1234", "56789"]]])) as Buffer;
  // Header of the file: 30 bytes, the name 3; then the packed bytes; header in the directory 46 + 3; end record 22.
  const packed = bytes.readUInt32LE(18);
  expect(bytes).toHaveLength(30 + 3 + packed + 46 + 3 + 22);
  const directory = 33 + packed;
  expect([bytes.readUInt32LE(0), bytes.readUInt32LE(directory)]).toEqual([0x04034b50, 0x02014b50]);
  // Method 8, time 0, day 1 of month 1 of year 1980 + 0, CRC-32 of "123456789", its 9 bytes, a name of 3.
  for (const at of [4, directory + 6])
    expect([4, 6, 8].map((field) => bytes.readUInt16LE(at + field))).toEqual([8, 0, (1 << 5) + 1]);
  for (const at of [4, directory + 6]) {
    expect(bytes.readUInt32LE(at + 10)).toBe(0xcbf43926);
    expect([bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 22)]).toEqual([9, 3]);
  }
  const end = bytes.subarray(-22);
  expect([end.readUInt32LE(0), end.readUInt16LE(8), end.readUInt16LE(10)]).toEqual([0x06054b50, 1, 1]);
  expect([end.readUInt32LE(12), end.readUInt32LE(16), end.readUInt16LE(20)]).toEqual([49, directory, 0]);
});

it("packs a text of many pieces, and one longer than all that is packed at once", async () => {
  // 3 million characters, most of them of two bytes: pieces of 65,536 characters, packed by 2 MB.
  const lines = Array.from({ length: 300_000 }, (_, i) => `${String(i).padStart(9, "ø")}\n`);
  const long = "ø€".repeat(600_000);
  const files = [
    ["lines", lines],
    ["long", ["a", long, "b"]],
  ] as const;
  const bytes = (await archive(files)) as Buffer;
  expect([...unzip(bytes)]).toEqual([
    ["lines", lines.join("")],
    ["long", `a${long}b`],
  ]);
  expect(bytes.length).toBeLessThan(1_500_000);
});

it("makes the contents one after the other", async () => {
  const made: string[] = [];
  const content = (name: string) =>
    (function* () {
      for (const part of ["begin", "end"]) {
        yield "x".repeat(3_000_000);
        made.push(`${name} ${part}`);
      }
    })();
  const bytes = await zip(["a", "b"].map((name) => ({ name, content: content(name) })));
  expect(made).toEqual(["a begin", "a end", "b begin", "b end"]);
  expect([...unzip(bytes as Uint8Array)].map(([name, { length }]) => [name, length])).toEqual([
    ["a", 6_000_000],
    ["b", 6_000_000],
  ]);
});

it("is null where a file or the archive is larger than it may be", async () => {
  const files = [["a", ["x".repeat(1000)]]] as const;
  expect(await archive(files, 999)).toBeNull();
  expect(await archive(files, 1000)).not.toBeNull();
  // 200 files of a header each: 31 bytes and 47 beside what they hold.
  const many = Array.from({ length: 200 }, (_, i) => [String.fromCharCode(97 + i), [""]] as const);
  expect(await archive(many, 5000)).toBeNull();
  expect(await archive(many, 12_000)).toBeNull();
});

it("fails where making the content fails", async () => {
  const content = (function* () {
    yield "a";
    throw new Error("no more");
  })();
  await expect(zip([{ name: "a", content }])).rejects.toThrow("no more");
});

it("does not read what is no archive of its own", async () => {
  const bytes = (await archive([["a", ["x"]]])) as Buffer;
  bytes.writeUInt32LE(0, bytes.length - 22 + 16);
  expect(() => unzip(bytes)).toThrow("not as it should be");
});
