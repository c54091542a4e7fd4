import { counted, figures } from "./figures.ts";

export const concentration = {
  curve: "share of the revenue",
  /** Under the curve, between 0 and 100 %. */
  across: "of customers, smallest first",
  measure: (measure: string) => measure,
  noShares: (total: string, customers: number) =>
    `${total} of ${counted(customers, "customer")}: no shares, as the total is not above zero`,
  shares: (total: string, top20: number | null, customers: number, share80: number | null) =>
    `${total}: ${figures.percent(top20)} from 20 % of ${counted(customers, "customer")}, 80 % from ${figures.percent(share80)}`,
  most: (name: string, share: number | null, hhi: number, gini: number) =>
    `most: ${name}, ${figures.percent(share)}; HHI ${figures.fixed(hhi, 1)}, Gini ${figures.fixed(gini, 4)}`,
  costsPartlyKnown: (known: number, active: number) =>
    `the cost of goods is known of ${known} of ${counted(active, "active customer")}: the contribution of the others is too high`,
  noCosts: "contribution: no cost information in the window",
  noEvents: "complaints: no events file",
  elsewhere: (count: number) => `${counted(count, "complaint")} of ids that no other file knows`,
};
