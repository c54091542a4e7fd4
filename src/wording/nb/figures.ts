import type { Notation } from "../../output/notation.ts";
import { continentalDate, periodParts } from "../continental.ts";
import { figuresOf } from "../figures.ts";

/** Blanks that do not break, as the language's own rules have them. */
export const notation: Notation = { decimal: ",", thousands: "\u00a0", beforeUnit: "\u00a0", date: continentalDate };

const months = [
  ...["januar", "februar", "mars", "april", "mai", "juni"],
  ...["juli", "august", "september", "oktober", "november", "desember"],
];

export const figures = figuresOf({
  notation,
  groupsAll: true,
  notKnown: "–",
  magnitudes: ["mill.", "mrd.", "bill."],
  period: (name) => {
    const { year, quarter, month } = periodParts(name);
    if (quarter !== null) return `${quarter}. kvartal ${year}`;
    return month === null ? name : `${months[month - 1]} ${year}`;
  },
});

/** `1 kunde`, `12 kunder`. */
export const counted = (count: number, noun: string, plural: string): string =>
  `${figures.count(count)} ${count === 1 ? noun : plural}`;

export const customers = (count: number): string => counted(count, "kunde", "kunder");

/** The currency behind an amount. */
export const inUnit = (currency: string | null): string => (currency === null ? "" : `\u00a0${currency}`);
