import type { ClassifyWords } from "../wording.ts";
import { counted, figures, inUnit } from "./figures.ts";
import { values } from "./values.ts";

export const classify: ClassifyWords = {
  active: (count) => `${figures.count(count)} aktiv`,
  costOnly: (count) => `${figures.count(count)} nur mit Kosten`,
  contribution: "Deckungsbeitrag",
  partlyKnown: (known, active) =>
    `; Wareneinsatz bekannt bei ${figures.count(known)} von ${counted(active, "aktivem Kunden", "aktiven Kunden")}`,
  remainder: (amount, currency, lines) =>
    `${figures.grouped(amount)}${inUnit(currency)} in ${counted(lines, "Zeile", "Zeilen")}, in keiner Klasse`,
  gradesBy: "Stufen nach",
  source: (source, count) => `${values.potential_source?.[source] ?? source} ${figures.count(count)}`,
  noBasis: (count) => `ohne Angaben ${figures.count(count)}`,
  noBase: (count) => `ohne Basis für Wachstum ${figures.count(count)}`,
  table: {
    class: "Klasse",
    customers: "Kunden",
    from: "ab",
    ofCustomers: "der Kunden",
    revenue: "Umsatz",
    ofRevenue: "des Umsatzes",
    withoutSales: "ohne Umsatz",
  },
  sensitivity: "Empfindlichkeit",
  keep: (firm, judged, variants) =>
    `${figures.count(firm)} von ${counted(judged, "Kunden", "Kunden")} ${firm === 1 ? "behält seine" : "behalten ihre"} Klasse in allen ${variants} Varianten`,
  variant: (name) => name.replace("cut ", "Grenze ").replace("method ", "Methode ").replace("window ", "Zeitraum "),
  notTried: (name, why) => `${name} nicht geprüft: ${why}`,
  notTriedWhy: {
    window_not_covered: "die Umsätze reichen nicht so weit zurück",
    total_not_positive: "die Summe liegt nicht über null",
  },
  noClass: "keine Klasse",
  grade: (grade) => `Stufe ${grade}`,
  variants: {
    variant: "Variante",
    classChanges: "andere Klasse",
    ofRevenue: "des Umsatzes",
    gradeChanges: "andere Stufe",
  },
};
