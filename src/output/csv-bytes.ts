const quote = 34;

/** 1 for the characters for which a field stands in quotes: RFC 4180, and whatever delimiter a spreadsheet guesses. */
const isSpecial = new Uint8Array(128);
for (const character of ',;\t"\r\n') isSpecial[character.charCodeAt(0)] = 1;
const special = /[,;\t"\r\n]/;

/** From here on the engine's own copying is quicker than a loop over the characters. */
const longText = 32;

/** Bytes that one character of a text can come to: three in UTF-8; one and a half for a quote, which is doubled. */
const mostBytes = 3;

/** As many bytes as a whole number below 2^31, its sign and its decimal mark take. */
const longestNumber = 12;

/**
 * The bytes of separated values in UTF-8, as they grow: text and figures go straight into them, and no cell becomes a string
 * that is thrown away at once.
 */
export class CsvBytes {
  /** `decimal` takes units below this, either way, so that it reckons in integers. */
  static readonly limit = 2 ** 31;

  #bytes: Buffer;
  #end = 0;

  /** With room for so many bytes; more are made where they are needed. */
  constructor(expected: number) {
    this.#bytes = Buffer.allocUnsafe(expected);
  }

  get length(): number {
    return this.#end;
  }

  /** What is written so far. */
  whole(): Buffer {
    return this.#bytes.subarray(0, this.#end);
  }

  /** One ASCII character. */
  character(code: number): void {
    this.#makeRoom(1);
    this.#bytes[this.#end++] = code;
  }

  /** Text, in quotes where it needs them. */
  field(text: string): void {
    const start = this.#end;
    if (this.plain(text)) this.#enclose(start);
  }

  /** Text as it is. Returns whether something in it asks for quotes. */
  plain(text: string): boolean {
    const { length } = text;
    this.#makeRoom(length * mostBytes + 2);
    if (length >= longText) return this.#long(text);
    const bytes = this.#bytes;
    let end = this.#end;
    let specials = 0;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 128) return this.#long(text);
      specials += isSpecial[code] as number;
      bytes[end++] = code;
    }
    this.#end = end;
    return specials > 0;
  }

  #long(text: string): boolean {
    this.#end += this.#bytes.write(text, this.#end);
    return special.test(text);
  }

  /** In quotes what is written from `start` on, those within it doubled: from behind, to make room. */
  #enclose(start: number): void {
    const bytes = this.#bytes;
    const textEnd = this.#end;
    let quotes = 0;
    for (let at = start; at < textEnd; at++) if (bytes[at] === quote) quotes++;
    this.#end = textEnd + quotes + 2;
    let to = this.#end;
    bytes[--to] = quote;
    for (let at = textEnd - 1; at >= start; at--) {
      const byte = bytes[at] as number;
      bytes[--to] = byte;
      if (byte === quote) bytes[--to] = quote;
    }
    bytes[start] = quote;
  }

  /** So many units of the last of these places, as a decimal: 1234 with two is 12.34. */
  decimal(units: number, places: number, mark: number): void {
    this.#makeRoom(longestNumber);
    const bytes = this.#bytes;
    if (units < 0) bytes[this.#end++] = 45;
    let rest = Math.abs(units) | 0;
    let digits = places + 1;
    for (let power = 10 ** digits; power <= rest; power *= 10) digits++;
    let at = this.#end + digits + (places > 0 ? 1 : 0);
    this.#end = at;
    for (let place = 0; place < digits; place++) {
      if (place === places && places > 0) bytes[--at] = mark;
      const next = (rest / 10) | 0;
      bytes[--at] = 48 + rest - next * 10;
      rest = next;
    }
  }

  #makeRoom(more: number): void {
    const needed = this.#end + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}
