import type { SwotWords } from "../wording.ts";
import { customers, figures, inUnit } from "./figures.ts";
import { values } from "./values.ts";

export const swot: SwotWords = {
  highValue: "hoher Wert",
  highSatisfaction: "hohe Zufriedenheit",
  nobodyBuys: "niemand hat eine Umsatzzeile im Zeitraum",
  valueFrom: (cut, currency, isMedian) =>
    `Umsatz ab ${figures.amount(cut)}${inUnit(currency)}${isMedian ? ", der Median" : ""}`,
  npsAbove: (cut) => `NPS über ${figures.points(cut)}`,
  withoutSales: (count) =>
    `${customers(count)} ${count === 1 ? "hat" : "haben"} ohne Umsatzzeile im Zeitraum geantwortet: in keinem Quadranten`,
  quadrant: (quadrant) => values.quadrant?.[quadrant] ?? quadrant,
  table: {
    quadrant: "Quadrant",
    customers: "Kunden",
    ofCustomers: "der Kunden",
    revenue: "Umsatz",
    ofRevenue: "des Umsatzes",
  },
};
