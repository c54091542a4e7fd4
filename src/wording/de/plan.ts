import type { PlanSum } from "../../scoring/plan/sums.ts";
import type { PlanWords } from "../wording.ts";
import { counted, customers, customersDative, figures, inUnit } from "./figures.ts";
import { say } from "./say.ts";

const sum = ({ customers: count, increment, unknown }: PlanSum, currency: string | null): string =>
  count > 0 && unknown === count
    ? "noch nicht bekannt, was zu gewinnen ist"
    : `${figures.gain(increment)}${inUnit(currency)} pro Jahr${unknown > 0 ? `, bei ${figures.count(unknown)} unbekannt` : ""}`;

export const plan: PlanWords = {
  planTerm: "im Plan",
  planned: (planned, all) => `${figures.count(planned)} von ${customersDative(all)}`,
  nothingToDo: (count) => `bei ${figures.count(count)} nichts zu gewinnen oder zu beheben`,
  phaseOut: (count) => `${figures.count(count)} auslaufen zu lassen`,
  lost: (count) => `${figures.count(count)} ruhend oder verloren (winback)`,
  capacityTerm: "Kapazität",
  capacity: (count) => `${counted(count, "Anruf", "Anrufe")} je Kundenbetreuer`,
  noData: "ohne Daten",
  silentRules: (silent, all) =>
    `${silent} von ${all} Regeln ${silent === 1 ? "hatte" : "hatten"} zu wenige Anhaltspunkte; portfolio triggers nennt sie`,
  toCall: "anzurufen",
  blocked: "gesperrt",
  beyond: "über der Kapazität",
  customersAndSum: (of, currency) => `${customers(of.customers)}, ${sum(of, currency)}`,
  waits: (of, currency) =>
    `${customers(of.customers)}, ${figures.gain(of.increment)}${inUnit(currency)} pro Jahr, sobald etwas behoben ist`,
  table: {
    owner: "Kundenbetreuer",
    toCall: "anzurufen",
    increment: "möglicher Mehrumsatz",
    blocked: "gesperrt",
    behindRepair: "nach Behebung",
  },
  noteToCall: (of, currency) => `${customers(of.customers)} anzurufen: ${sum(of, currency)}.`,
  noteBlocked: (of, currency) =>
    `${customers(of.customers)} gesperrt: ${figures.gain(of.increment)}${inUnit(currency)}, sobald etwas behoben ist.`,
  sheet: {
    when: "Wann:",
    evidence: "Warum:",
    driver: "Wachstumstreiber:",
    blockedBy: "Gesperrt durch:",
    firstAction: "Zuerst:",
    thenAction: "Danach:",
    nextProduct: "Nächstes Produkt:",
    nextProductReason: "Denn:",
    strategy: "Beziehung:",
    done: "erledigt am ____________ mit ________________________",
    agreed: "vereinbart: ________________________________________",
  },
  when: {
    anyTime: "jederzeit",
    limitNow: "jetzt: die Grenze ist erreicht",
    orderDue: (date) => `${figures.date(date)}: die nächste Bestellung ist fällig`,
    orderWasDue: (date) => `jetzt: eine Bestellung war am ${figures.date(date)} fällig`,
    overdue: (date) => `jetzt: eine Bestellung ist seit ${figures.date(date)} überfällig`,
    review: (date) => `${figures.date(date)}: Quartalsgespräch`,
    followUp: (date) => `jetzt: zum Erstkauf vom ${figures.date(date)} nachfragen`,
    season: (date) => `vor dem ${figures.date(date)}: die Saison des Kunden beginnt`,
    budgetFrom: (date) => `jederzeit (Budgetquartal ab ${figures.date(date)})`,
    budgetSince: (date) => `jederzeit (Budgetquartal seit ${figures.date(date)})`,
    ruleOn: (date, rule) => `${figures.date(date)}: ${rule}`,
    ruleNow: (rule) => `jetzt: ${rule}`,
  },
  evidence: (rule, evidence) => `${rule}: ${say(evidence)}`,
  revenueInWindow: (revenue) => `Umsatz ${figures.grouped(revenue)} im Zeitraum`,
  withContribution: (contribution, potential) => `Deckungsbeitrag ${figures.amount(contribution)}; ${potential}`,
  potential: say,
  classReason: say,
  action: say,
  play: say,
  fix: "zuerst Preis oder Kosten in Ordnung bringen",
  assess: "das Potenzial einschätzen: was der Kunde dafür insgesamt ausgibt, und bei wem",
  askSatisfaction: "nach der Zufriedenheit fragen: niemand hat im Zeitraum geantwortet",
  peersBuy: (count, of) =>
    `${figures.count(count)} von ${figures.count(of)} Vergleichskunden ${count === 1 ? "kauft" : "kaufen"} es`,
  buyersBuy: (count, of, boughtWith, lift) =>
    `${figures.count(count)} von ${figures.count(of)} Käufern von ${boughtWith} ${count === 1 ? "kauft" : "kaufen"} es, Lift ${figures.fixed(lift, 2)}`,
};
