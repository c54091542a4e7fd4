/** How a language writes numbers and dates. */
export interface Notation {
  readonly decimal: "." | ",";
  /** Between the thousands: a blank, or a mark. */
  readonly thousands: string;
  /** Between a number and its percent sign, or a word that belongs to it. */
  readonly beforeUnit: string;
  /** A day, from `2026-09-30`. */
  readonly date: (iso: string) => string;
}

/** Plain blanks, because any terminal has them and numbers never wrap there; dates as they sort. */
export const englishNotation: Notation = { decimal: ".", thousands: " ", beforeUnit: " ", date: (iso) => iso };

/** A plain decimal (`-1234.50`) as the notation has it, its thousands apart. */
export function numeral(decimal: string, { decimal: mark, thousands }: Notation): string {
  const point = decimal.indexOf(".");
  const whole = point < 0 ? decimal : decimal.slice(0, point);
  const apart = whole.length < 4 ? whole : whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, thousands);
  return point < 0 ? apart : `${apart}${mark}${decimal.slice(point + 1)}`;
}

/** A plain decimal with the notation's mark, and no thousands apart. */
export const marked = (decimal: string, { decimal: mark }: Notation): string =>
  mark === "." ? decimal : decimal.replace(".", mark);
