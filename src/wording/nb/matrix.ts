import type { MatrixWords } from "../wording.ts";
import { counted, customers, figures, inUnit } from "./figures.ts";

const data: Readonly<Record<string, string>> = {
  potential_grade: "grad",
  wallet: "totalforbruk",
  users: "brukere",
  regions: "regioner",
  employees: "ansatte",
  segment_or_industry: "segment eller bransje",
  categories: "varegrupper",
  window: "måleperiode",
  prior_window: "forrige måleperiode",
};

export const matrix: MatrixWords = {
  inMatrix: (count) => `${figures.count(count)} i matrisen`,
  remainder: (amount, currency, lines) =>
    `${figures.grouped(amount)}${inUnit(currency)} på ${counted(lines, "linje", "linjer")}`,
  incrementTerm: "mulig mersalg",
  increment: (gain, currency, unknown) =>
    `${figures.gain(gain)}${inUnit(currency)} per år, ukjent for ${customers(unknown)}`,
  mostToWin: "mest å hente",
  most: (cell, count, gain) => `${cell}: ${customers(count)}, ${figures.gain(gain)}`,
  toSharpen: "mangler",
  lacking: (missing, count, all) => `${missing} for ${figures.count(count)} av ${figures.count(all)} A- og B-kunder`,
  lackingCell: (name, count) => `${data[name] ?? name} ${figures.count(count)}`,
  grades: {
    a: "a fra +100 %",
    b: "b fra +30 %",
    c: "c fra +10 %",
    d: "d under +10 %",
    "?": "? ikke vurdert",
  },
};
