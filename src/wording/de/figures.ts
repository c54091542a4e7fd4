import type { Notation } from "../../output/notation.ts";
import { continentalDate, periodParts } from "../continental.ts";
import { figuresOf } from "../figures.ts";

export const notation: Notation = { decimal: ",", thousands: ".", beforeUnit: "\u00a0", date: continentalDate };

const months = [
  ...["Januar", "Februar", "März", "April", "Mai", "Juni"],
  ...["Juli", "August", "September", "Oktober", "November", "Dezember"],
];

export const figures = figuresOf({
  notation,
  groupsAll: true,
  notKnown: "–",
  magnitudes: ["Mio.", "Mrd.", "Bio."],
  period: (name) => {
    const { year, quarter, month } = periodParts(name);
    if (quarter !== null) return `${quarter}. Quartal ${year}`;
    return month === null ? name : `${months[month - 1]} ${year}`;
  },
});

/** `1 Kunde`, `12 Kunden`. */
export const counted = (count: number, noun: string, plural: string): string =>
  `${figures.count(count)} ${count === 1 ? noun : plural}`;

export const customers = (count: number): string => counted(count, "Kunde", "Kunden");

/** In the dative: `bei 3 Kunden`. */
export const customersDative = (count: number): string => counted(count, "Kunden", "Kunden");

/** The currency behind an amount. */
export const inUnit = (currency: string | null): string => (currency === null ? "" : `\u00a0${currency}`);
