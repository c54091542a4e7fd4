import { counted, figures, inUnit } from "./figures.ts";

export const matrix = {
  inMatrix: (count: number) => `${count} in the matrix`,
  remainder: (amount: bigint, currency: string | null, lines: number) =>
    `${figures.grouped(amount)}${inUnit(currency)} in ${counted(lines, "line")}`,
  incrementTerm: "increment",
  increment: (gain: bigint, currency: string | null, unknown: number) =>
    `${figures.gain(gain)}${inUnit(currency)} a year, not known of ${counted(unknown, "customer")}`,
  mostToWin: "most to win",
  most: (cell: string, count: number, gain: bigint) => `${cell}: ${counted(count, "customer")}, ${figures.gain(gain)}`,
  toSharpen: "to sharpen",
  lacking: (missing: string, count: number, all: number) => `${missing} for ${count} of ${all} A and B customers`,
  /** So many customers of a cell lack it. */
  lackingCell: (data: string, count: number) => `${data} ${count}`,
  /** Each grade and what it says. */
  grades: {
    a: "a from +100 %",
    b: "b from +30 %",
    c: "c from +10 %",
    d: "d below +10 %",
    "?": "? not assessed",
  },
};
