import type { ConcentrationWords } from "../wording.ts";
import { counted, customersDative, figures } from "./figures.ts";
import { values } from "./values.ts";

export const concentration: ConcentrationWords = {
  curve: "Anteil am Umsatz",
  across: "der Kunden, die kleinsten zuerst",
  measure: (measure) => values.measure?.[measure] ?? measure,
  noShares: (total, count) =>
    `${total} von ${customersDative(count)}: keine Anteile, da die Summe nicht über null liegt`,
  shares: (total, top20, count, share80) =>
    `${total}: ${figures.percent(top20)} entfallen auf 20 % von ${customersDative(count)}, 80 % auf ${figures.percent(share80)}`,
  most: (name, share, hhi, gini) =>
    `größter: ${name}, ${figures.percent(share)}; HHI ${figures.fixed(hhi, 1)}, Gini ${figures.fixed(gini, 4)}`,
  costsPartlyKnown: (known, active) =>
    `der Wareneinsatz ist bei ${figures.count(known)} von ${counted(active, "aktivem Kunden", "aktiven Kunden")} bekannt: der Deckungsbeitrag der anderen ist zu hoch`,
  noCosts: "Deckungsbeitrag: keine Kosten im Zeitraum",
  noEvents: "Reklamationen: keine Ereignisdatei",
  elsewhere: (count) =>
    `${counted(count, "Reklamation", "Reklamationen")} zu Kundennummern, die keine andere Datei kennt`,
};
