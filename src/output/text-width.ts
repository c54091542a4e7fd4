// East Asian wide and full-width forms (Unicode TR 11) and pictures: two cells of a terminal.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const zero = /[\p{Mn}\p{Me}\p{Cf}]/u;
const ascii = /^[ -~]*$/;

/** Cells of a terminal that a text takes: 2 for wide characters, 0 for combining marks and joiners. */
export function textWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text, or as much of its beginning as fits before an ellipsis. `width` is at least 1. */
export function truncate(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let [kept, used] = ["", 0];
  for (const character of text) {
    used += characterWidth(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

const characterWidth = (character: string): number => (wide.test(character) ? 2 : zero.test(character) ? 0 : 1);
