import type { ConcentrationWords } from "../wording.ts";
import { counted, customers, figures } from "./figures.ts";
import { values } from "./values.ts";

export const concentration: ConcentrationWords = {
  curve: "andel av omsetningen",
  across: "av kundene, de minste først",
  measure: (measure) => values.measure?.[measure] ?? measure,
  noShares: (total, count) => `${total} fra ${customers(count)}: ingen andeler, fordi summen ikke er over null`,
  shares: (total, top20, count, share80) =>
    `${total}: ${figures.percent(top20)} fra 20 % av ${customers(count)}, 80 % fra ${figures.percent(share80)}`,
  most: (name, share, hhi, gini) =>
    `størst: ${name}, ${figures.percent(share)}; HHI ${figures.fixed(hhi, 1)}, Gini ${figures.fixed(gini, 4)}`,
  costsPartlyKnown: (known, active) =>
    `varekosten er kjent for ${figures.count(known)} av ${counted(active, "aktiv kunde", "aktive kunder")}: dekningsbidraget til de andre er for høyt`,
  noCosts: "dekningsbidrag: ingen kostnader i måleperioden",
  noEvents: "reklamasjoner: ingen hendelsesfil",
  elsewhere: (count) => `${counted(count, "reklamasjon", "reklamasjoner")} fra kundenumre som ingen annen fil kjenner`,
};
