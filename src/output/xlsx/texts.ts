import { escapeInvisible, neutraliseFormula, unicodeEscape } from "../escape.ts";

/**
 * The texts of a workbook, each kept once under a number; a cell names the number. Texts that nobody shares are as cheap here
 * as in the cell, and classes, sentences and dates before 1900 come by the ten thousand.
 */
export class SharedTexts {
  readonly #numbers = new Map<string, number>();
  readonly #escapeFormulas: boolean;

  constructor(escapeFormulas: boolean) {
    this.#escapeFormulas = escapeFormulas;
  }

  /** The number of a text, from 0 in order of first use. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const next = this.#numbers.size;
    this.#numbers.set(text, next);
    return next;
  }

  /** The elements of the list of texts, in the order of their numbers. */
  *elements(): Iterable<string> {
    for (const text of this.#numbers.keys()) yield textElement(cellText(text, this.#escapeFormulas));
  }
}

/** Without the attribute a spreadsheet drops blanks and line ends at the edges. */
const textElement = (text: string): string =>
  `<si><t${edgeBlank.test(text) ? ' xml:space="preserve"' : ""}>${escapeMarkup(text)}</t></si>`;

const edgeBlank = /^\s|\s$|\n/;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const escapeMarkup = (text: string): string =>
  markup.test(text) ? text.replace(/[&<>]/g, (character) => entities[character] as string) : text;

const markup = /[&<>]/;

/** The most characters that a cell may have. */
const longestText = 32_767;

/**
 * Text that shows what it holds and runs nothing: formulas neutralised, line ends kept as one kind, tabs kept, every other
 * invisible character written out (XML cannot carry most of them, and direction marks mislead).
 */
export function cellText(text: string, escapeFormulas: boolean): string {
  const neutral = escapeFormulas ? neutraliseFormula(text) : text;
  const visible = isPlain.test(neutral) ? neutral : writtenOut(neutral);
  // `_x0041_` in a text means A to a spreadsheet, so its first character is written that way itself.
  const whole = visible.includes("_x") ? visible.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : visible;
  return whole.length <= longestText ? whole : `${whole.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

const isPlain = /^[ -~\u00a1-\u00ac\u00ae-\u02ff]*$/;

/** Two more than are invisible: no XML may hold them. */
const writtenOut = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\n\t]+/g, escapeInvisible)
    .replace(/[\ufffe\uffff]/g, unicodeEscape);
