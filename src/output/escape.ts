/**
 * What a reader cannot see but a terminal or a page obeys: control characters, direction marks and every other invisible
 * format character (zero-width space, byte order mark, tags), line and paragraph separators, half surrogate pairs. The
 * joiners U+200C and U+200D stay: Persian spelling and emoji need them.
 */
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

const short: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Text with everything invisible written out: `\n`, `\u202e`, `\u{e0041}`. */
export const escapeInvisible = (text: string): string =>
  text.replace(invisible, (character) => short[character] ?? unicodeEscape(character));

/** `\u007f`; outside the basic plane `\u{e0041}`. */
export function unicodeEscape(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
}

// The full-width signs too: Excel and Numbers read them as the plain ones.
const formulaStarts = new Set(Array.from("=+-@\t\r\uff1d\uff0b\uff0d\uff20", (sign) => sign.charCodeAt(0)));
const plainNumber = /^[+-]\d+(?:[.,]\d+)?(?: ?%)?$/;

/**
 * Text that a spreadsheet takes as text: `'` before what it would run as a formula (CSV injection, OWASP). A plain signed
 * number (`-12.5`, `+3 %`) is nothing to run and stays, so that passed-through figures remain figures.
 */
export const neutraliseFormula = (text: string): string =>
  formulaStarts.has(text.charCodeAt(0)) && !plainNumber.test(text) ? `'${text}` : text;
