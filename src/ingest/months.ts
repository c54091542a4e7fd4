import { type DateFormat, readDate } from "./dates.ts";
import { normalizeHeader } from "./mapping.ts";

/**
 * The month, 1–12, that a fiscal year starts in: a number (`4`, `04`), a day of the year (`04-01`, `--04-01`), a date, or a
 * month's name in English, Norwegian, Swedish, Danish, German or French, shortened or with a day (`1. Oktober`, `Okt.`).
 * `null` for anything else, and for a date whose day and month could change places unless `order` says which is which.
 */
export function readMonth(text: string, order: DateFormat | null): number | null {
  const plain = /^(?:--)?(\d{1,2})(?:-(\d{2})|[.,]0+)?$/.exec(text);
  if (plain !== null) return monthNumber(Number(plain[1]), Number(plain[2] ?? 1));
  return monthOfDate(text, order) ?? monthOfName(text);
}

/** The day must be one that the month has: in a leap year, as no year is named. */
const monthNumber = (month: number, day: number): number | null =>
  readDate(`2024-${month}-${day}`, "iso") === null ? null : month;

function monthOfDate(text: string, order: DateFormat | null): number | null {
  for (const format of ["iso", "yyyymmdd", "serial"] as const) {
    const date = readDate(text, format);
    if (date !== null) return Number(date.slice(5, 7));
  }
  const monthIn = (format: DateFormat) => {
    const date = readDate(text, format);
    return date === null ? null : Number(date.slice(5, 7));
  };
  const [dayFirst, monthFirst] = [monthIn("dmy"), monthIn("mdy")];
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return dayFirst ?? monthFirst;
  if (order === "mdy") return monthFirst;
  // Dates with points are day first.
  return order === "dmy" || text.includes(".") ? dayFirst : null;
}

/** A name, or the beginning of the names of one month only: `jui` is juin and juillet. */
function monthOfName(text: string): number | null {
  const word = /^(?:\d{1,2}\s*[.\s]\s*)?(\p{L}[\p{L}\p{M}]{2,})\.?(?:\s+\d{1,2}\.?)?$/u.exec(
    text.normalize("NFC"),
  )?.[1];
  if (word === undefined) return null;
  const wanted = normalizeHeader(word);
  const months = monthNames.flatMap((names, i) => (names.some((name) => name.startsWith(wanted)) ? [i + 1] : []));
  return months.length === 1 ? (months[0] as number) : null;
}

/** As `normalizeHeader` writes them: without accents. */
const monthNames: readonly (readonly string[])[] = [
  ["january", "januar", "januari", "janvier", "janner", "jaenner"],
  ["february", "februar", "februari", "fevrier", "feber"],
  ["march", "mars", "marts", "marz", "maerz"],
  ["april", "avril"],
  ["may", "mai", "maj"],
  ["june", "juni", "juin"],
  ["july", "juli", "juillet"],
  ["august", "augusti", "aout"],
  ["september", "septembre"],
  ["october", "oktober", "octobre"],
  ["november", "novembre"],
  ["december", "desember", "dezember", "decembre"],
];
