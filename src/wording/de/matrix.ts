import type { MatrixWords } from "../wording.ts";
import { counted, customers, customersDative, figures, inUnit } from "./figures.ts";

const data: Readonly<Record<string, string>> = {
  potential_grade: "Stufe",
  wallet: "Gesamtbedarf",
  users: "Nutzer",
  regions: "Regionen",
  employees: "Beschäftigte",
  segment_or_industry: "Segment oder Branche",
  categories: "Warengruppen",
  window: "Zeitraum",
  prior_window: "Vorzeitraum",
};

export const matrix: MatrixWords = {
  inMatrix: (count) => `${figures.count(count)} in der Matrix`,
  remainder: (amount, currency, lines) =>
    `${figures.grouped(amount)}${inUnit(currency)} in ${counted(lines, "Zeile", "Zeilen")}`,
  incrementTerm: "möglicher Mehrumsatz",
  increment: (gain, currency, unknown) =>
    `${figures.gain(gain)}${inUnit(currency)} pro Jahr, unbekannt bei ${customersDative(unknown)}`,
  mostToWin: "am meisten zu gewinnen",
  most: (cell, count, gain) => `${cell}: ${customers(count)}, ${figures.gain(gain)}`,
  toSharpen: "fehlt zur Einschätzung",
  lacking: (missing, count, all) => `${missing} bei ${figures.count(count)} von ${figures.count(all)} A- und B-Kunden`,
  lackingCell: (name, count) => `${data[name] ?? name} ${figures.count(count)}`,
  grades: {
    a: "a ab +100 %",
    b: "b ab +30 %",
    c: "c ab +10 %",
    d: "d unter +10 %",
    "?": "? offen",
  },
};
