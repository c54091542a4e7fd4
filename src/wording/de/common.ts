import type { CommonWords } from "../wording.ts";
import { counted, customers, figures, inUnit } from "./figures.ts";

const whats: CommonWords["whats"] = {
  class_d: "Klasse D nach Kosten",
  rank_by_contribution: "Rangfolge nach Deckungsbeitrag",
  classes: "Klassen",
  growth: "Wachstum gegenüber dem Vorzeitraum",
  trend: "Potenzial nach Trend",
};

const whys: CommonWords["whys"] = {
  no_cost_information: "keine Kosten im Zeitraum (nur negativer Umsatz führt zu D)",
  total_not_positive: "die Summe liegt nicht über null",
  prior_window_not_covered: "die Umsätze reichen nicht über den Vorzeitraum zurück",
  window_not_four_quarters: "der Zeitraum ist kein Vielfaches von vier Monaten",
};

export const common: CommonWords = {
  whats,
  whys,
  asOf: "Stichtag",
  asOfText: (asOf, months, windowFrom) =>
    `${figures.date(asOf)}, Zeitraum von ${months} Monaten nach dem ${figures.date(windowFrom)}`,
  customers,
  customersTerm: "Kunden",
  revenueTerm: "Umsatz",
  noCustomer: "(ohne Kunde)",
  noOwner: "(ohne Kundenbetreuer)",
  ownerTerm: "Kundenbetreuer",
  notEvaluatedTerm: "nicht bewertet",
  notKnownTerm: "nicht bekannt",
  leftOutTerm: "nicht berücksichtigt",
  beware: "Achtung",
  notEvaluated: ({ what, reason }) => `${whats[what]}: ${whys[reason]}`,
  missing: {
    potential_grade: "keine Stufe angegeben",
    wallet: "Gesamtbedarf unbekannt",
    users: "aktive oder mögliche Nutzer unbekannt",
    regions: "bediente oder vorhandene Regionen unbekannt",
    employees: "Beschäftigtenzahl unbekannt",
    segment_or_industry: "Segment und Branche unbekannt",
    categories: "Warengruppen unbekannt",
    window: "die Umsätze reichen nicht über den Zeitraum zurück",
    prior_window: "die Umsätze reichen nicht über den Vorzeitraum zurück",
  },
  strategies: {
    conflict: "retten, wenn es sich nach dem Kundenwert lohnt, dann zurück zur Transaktion",
    partner: "vierteljährliche Treffen auf Leitungsebene, Entwicklungsplan",
    transitional: "Key-Account-Manager, kundenspezifische Investitionen",
    transactional: "automatisieren, niedrige Vertriebskosten, kein Key-Account-Manager",
  },
  money: (amount, currency) => `${figures.grouped(amount)}${inUnit(currency)}`,
  unit: inUnit,
  lapsed: (count) => `${figures.count(count)} ruhend`,
  prospects: (count) => counted(count, "Interessent", "Interessenten"),
  withoutClass: (count) => `${figures.count(count)} ohne Klasse`,
  andMore: (names, more) => `${names} und ${counted(more, "weiterer", "weitere")}`,
  commaMore: (names, more) => `${names}, ${counted(more, "weiterer", "weitere")}`,
  yes: "ja",
  no: "nein",
  line: (term, value) => `${term}: ${value}`,
};
