import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countUtf8, guessEncoding, isDamagedUtf8, parseEncoding, wholeCharacters } from "../../src/ingest/encoding.ts";

describe("parseEncoding", () => {
  it.each([
    ["UTF-8", "utf-8"],
    [" utf8 ", "utf-8"],
    ["latin1", "windows-1252"],
    ["CP1252", "windows-1252"],
    ["utf16", "utf-16le"],
    ["UTF-16BE", "utf-16be"],
    ["koi8-r", null],
  ])("%s is %s", (name, encoding) => expect(parseEncoding(name)).toBe(encoding));
});

describe("guessEncoding", () => {
  it.each<[string, Buffer, string | null, number]>([
    ["the mark of UTF-8", Buffer.from("\ufeffa"), "utf-8", 3],
    ["the mark of UTF-16 LE", Buffer.from([0xff, 0xfe, 97, 0]), "utf-16le", 2],
    ["the mark of UTF-16 BE", Buffer.from([0xfe, 0xff, 0, 97]), "utf-16be", 2],
    ["zeros after", Buffer.from("Kunde;Beløp", "utf16le"), "utf-16le", 0],
    ["zeros before", Buffer.from("Kunde;Beløp", "utf16le").swap16(), "utf-16be", 0],
    ["two zeros in much text", Buffer.from("a\u0000bcdefghij\u0000klm"), "utf-8", 0],
    ["few bytes", Buffer.from("a\u0000"), "utf-8", 0],
    ["UTF-8", Buffer.from("Beløp"), "utf-8", 0],
    ["Windows-1252", Buffer.from("Beløp", "latin1"), null, 0],
  ])("by %s", (_, head, encoding, markLength) => {
    const guess = guessEncoding(head, true);
    if (encoding === null) expect(guess).toBeNull();
    else expect(guess).toMatchObject({ encoding, markLength });
  });

  it("does not mind a character that the head cuts", () => {
    const head = Buffer.from("Beløp").subarray(0, 4);
    expect(guessEncoding(head, false)).toMatchObject({ encoding: "utf-8" });
    expect(guessEncoding(head, true)).toBeNull();
  });
});

describe("wholeCharacters", () => {
  it("leaves off what the cut may have split", () => {
    expect(wholeCharacters(Buffer.from("ab")).toString()).toBe("ab");
    expect(wholeCharacters(Buffer.from("a€").subarray(0, 3)).toString()).toBe("a");
    expect(wholeCharacters(Buffer.alloc(0))).toHaveLength(0);
    // Follow bytes without an end in sight are no character.
    expect(wholeCharacters(Buffer.alloc(6, 0x80))).toHaveLength(6);
  });
});

describe("countUtf8", () => {
  it.each([
    [Buffer.from("abc"), 0, 0, 0],
    [Buffer.from("aø€😀"), 3, 0, 0],
    [Buffer.from("ø", "latin1"), 0, 1, 0],
    [Buffer.from([0x80, 97]), 0, 1, 0],
    [Buffer.from([0xe2, 0x82]), 0, 0, 2],
    [Buffer.from([0xf0, 0x9f, 97]), 0, 2, 0],
    [Buffer.from([0xff]), 0, 1, 0],
  ])("%o: %i characters, %i stray bytes, %i pending", (bytes, characters, strayBytes, pending) =>
    expect(countUtf8(bytes)).toEqual({ characters, strayBytes, pending }));

  it("finds no stray byte in text, wherever it is cut", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, at) => {
        const bytes = Buffer.from(text);
        const cut = bytes.length === 0 ? 0 : at % bytes.length;
        const first = countUtf8(bytes.subarray(0, cut));
        const second = countUtf8(bytes.subarray(cut - first.pending));
        expect([first.strayBytes, second.strayBytes, second.pending]).toEqual([0, 0, 0]);
        const beyond = [...bytes.toString("utf8")].filter((char) => (char.codePointAt(0) as number) > 0x7f).length;
        expect(first.characters + second.characters).toBe(beyond);
      }),
    ));

  it("tells damage from another encoding", () => {
    expect(isDamagedUtf8({ characters: 9, strayBytes: 1 })).toBe(true);
    expect(isDamagedUtf8({ characters: 8, strayBytes: 1 })).toBe(false);
  });
});
