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

const isQuarter = (period: string): boolean => period.includes("Q");

const noun = (period: string): string => (/^\d{4}$/.test(period) ? `Jahr ${period}` : figures.period(period));

/** `im 3. Quartal 2026`, `im Jahr 2026`. */
export const inPeriod = (period: string): string => `im ${noun(period)}`;

/** `zum 3. Quartal 2026`, `zum Jahr 2026`. */
export const toPeriod = (period: string): string => `zum ${noun(period)}`;

/** `bis zum 3. Quartal 2026`, `bis September 2026`. */
export const untilPeriod = (period: string): string =>
  `bis ${isQuarter(period) ? "zum " : ""}${figures.period(period)}`;

/** After a preposition: `dem 3. Quartal 2026`, `September 2026`. */
export const dativePeriod = (period: string): string => `${isQuarter(period) ? "dem " : ""}${figures.period(period)}`;

/** `vor dem 3. Quartal 2026`, `vor September 2026`. */
export const beforePeriod = (period: string): string => `vor ${dativePeriod(period)}`;

/** `am Ende des 3. Quartals 2026`, `Ende September 2026`. */
export const endOfPeriod = (period: string): string =>
  isQuarter(period)
    ? `am Ende des ${figures.period(period).replace("Quartal", "Quartals")}`
    : `Ende ${figures.period(period)}`;

/** `1 Kunde`, `12 Kunden`. */
export const counted = (count: number, noun: string, plural: string): string =>
  `${figures.count(count)} ${count === 1 ? noun : plural}`;

export const customers = (count: number): string => counted(count, "Kunde", "Kunden");

/** In the dative: `bei 3 Kunden`. */
export const customersDative = (count: number): string => counted(count, "Kunden", "Kunden");

/** The currency behind an amount. */
export const inUnit = (currency: string | null): string => (currency === null ? "" : `\u00a0${currency}`);
