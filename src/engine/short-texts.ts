// Texts of up to 12 bytes stand in DuckDB's vectors themselves, four words each: the length, then the bytes, zeros after them.

/** A vector's memory, seen as bytes, as words of 32 bits and as whole numbers of 64. */
export interface Cells {
  readonly bytes: Buffer;
  readonly words: Int32Array;
  readonly wholes: BigInt64Array;
}

const mostShort = 12;

/** Whether the text at a row stands in the vector itself. */
export const isShort = (words: Int32Array, row: number): boolean => (words[row * 4] as number) <= mostShort;

/** The short text that stands at a row of a vector of texts. */
export type ShortTexts = (cells: Cells, row: number) => string;

const slotsRemembered = 1 << 17;

/**
 * Remembers short texts by their bytes: ids and categories come back row after row and answer after answer, and a text
 * takes longer to make than to find. A slot holds the last text that fell into it.
 */
export function rememberShortTexts(): ShortTexts {
  const keys = new Int32Array(4 * slotsRemembered);
  const texts: (string | undefined)[] = new Array(slotsRemembered);
  return ({ bytes, words }, row) => {
    const at = row * 4;
    const slot = hashOf(words, at) & (slotsRemembered - 1);
    const known = texts[slot];
    if (known !== undefined && isSame(keys, slot * 4, words, at)) return known;
    copyText(keys, slot * 4, words, at);
    const text = bytes.toString("utf8", row * 16 + 4, row * 16 + 4 + (words[at] as number));
    texts[slot] = text;
    return text;
  };
}

/**
 * Knows for each text the place that it was added with; places count up from 0. A text that is not short may take a place, but
 * is never found.
 */
export function placesOfShortTexts() {
  /** Of every place its text; twice as many slots, each with a place, -1 where it is free. */
  let texts = new Int32Array(4 * 1024);
  let slots = new Int32Array(2 * 1024).fill(-1);

  const put = (place: number): void => {
    let slot = hashOf(texts, place * 4) & (slots.length - 1);
    while ((slots[slot] as number) >= 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = place;
  };

  return {
    /** -1: it was not added. */
    find({ words }: Cells, row: number): number {
      const at = row * 4;
      for (let slot = hashOf(words, at) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
        const place = slots[slot] as number;
        if (place < 0 || isSame(texts, place * 4, words, at)) return place;
      }
    },
    add({ words }: Cells, row: number, place: number): void {
      if (place * 4 === texts.length) {
        const fewer = texts;
        texts = new Int32Array(2 * fewer.length);
        texts.set(fewer);
        slots = new Int32Array(2 * slots.length).fill(-1);
        for (let earlier = 0; earlier < place; earlier++) put(earlier);
      }
      copyText(texts, place * 4, words, row * 4);
      put(place);
    },
  };
}

function hashOf(words: Int32Array, at: number): number {
  let hash = Math.imul((words[at + 1] as number) ^ (words[at] as number), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ (words[at + 2] as number), 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 13) ^ (words[at + 3] as number), 0xc2b2ae3d);
  return hash ^ (hash >>> 16);
}

const isSame = (a: Int32Array, i: number, b: Int32Array, j: number): boolean =>
  a[i] === b[j] && a[i + 1] === b[j + 1] && a[i + 2] === b[j + 2] && a[i + 3] === b[j + 3];

function copyText(to: Int32Array, i: number, from: Int32Array, j: number): void {
  for (let word = 0; word < 4; word++) to[i + word] = from[j + word] as number;
}
