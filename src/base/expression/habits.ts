// Numbers and days as people write them from habit, and as an expression writes them.
import { isoDate } from "../calendar.ts";

/** A number as it is written in Europe, with its thousands apart, with a decimal comma, as a percentage. */
const european = /(\d{1,3}(?:([ .,_'’\u00a0\u202f])\d{3})(?:\2\d{3})*(?!\d)|\d+(?:\.\d+)?|\.\d+)(?:,(\d+))?(\s*%)?/uy;

/**
 * The number that begins here, and where it ends; `null` where none does. `1 000`, `1.000,50`, `1,5` and `10 %` are 1000, 1000.50,
 * 1.5 and 0.1. A point alone is the decimal point that it is in expressions; a comma before three digits holds thousands apart
 * (`1,500`), but not after a zero (`0,125`).
 */
export function habitualNumber(text: string, from: number): { readonly to: number; readonly number: string } | null {
  european.lastIndex = from;
  const [written = "", first = "", mark, fraction = "", percent] = european.exec(text) ?? [];
  if (written === "") return null;
  const isDecimal =
    mark !== undefined &&
    first.indexOf(mark) === first.lastIndexOf(mark) &&
    ((mark === "." && fraction === "") || (mark === "," && first.startsWith("0")));
  const [whole = "", decimals = ""] =
    mark === undefined || isDecimal ? first.split(/[.,]/) : [first.replace(/\D/g, "")];
  const places = decimals + fraction;
  const number = percent === undefined ? joined(whole, places) : hundredth(whole, places);
  return { to: from + written.length, number };
}

const joined = (whole: string, decimals: string): string => (decimals === "" ? whole : `${whole}.${decimals}`);

function hundredth(whole: string, decimals: string): string {
  const digits = whole.padStart(3, "0");
  return joined(digits.slice(0, -2).replace(/^0+(?=\d)/, ""), (digits.slice(-2) + decimals).replace(/0+$/, ""));
}

/** A day as `2026-09-30`, of `30.09.2026`, `30/9/26` (the day first) or `2026/9/30`; `null` of anything else. */
export function habitualDay(text: string): string | null {
  const [, year, , month, day] = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text.trim()) ?? [];
  if (year !== undefined) return isoDate(Number(year), Number(month), Number(day));
  const [, first, , second, last] = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text.trim()) ?? [];
  return last === undefined
    ? null
    : isoDate(Number(last.length === 2 ? `20${last}` : last), Number(second), Number(first));
}
