import type { SwotWords } from "../wording.ts";
import { customers, figures, inUnit } from "./figures.ts";
import { values } from "./values.ts";

export const swot: SwotWords = {
  highValue: "høy verdi",
  highSatisfaction: "høy tilfredshet",
  nobodyBuys: "ingen har en salgslinje i måleperioden",
  valueFrom: (cut, currency, isMedian) =>
    `omsetning fra ${figures.amount(cut)}${inUnit(currency)}${isMedian ? ", medianen" : ""}`,
  npsAbove: (cut) => `NPS over ${figures.points(cut)}`,
  withoutSales: (count) => `${customers(count)} svarte uten salgslinje i måleperioden: i ingen kvadrant`,
  quadrant: (quadrant) => values.quadrant?.[quadrant] ?? quadrant,
  table: {
    quadrant: "kvadrant",
    customers: "kunder",
    ofCustomers: "av kundene",
    revenue: "omsetning",
    ofRevenue: "av omsetningen",
  },
};
