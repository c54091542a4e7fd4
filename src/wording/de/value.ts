import type { AverageCost } from "../../scoring/value/acquisition.ts";
import type { ValueWords } from "../wording.ts";
import { counted, customersDative, figures } from "./figures.ts";

const averageReasons: Readonly<Record<NonNullable<AverageCost["reason"]>, string>> = {
  no_acquisition_costs: "da es im Zeitraum keine Akquisitionskosten gibt",
  new_not_known: "da die Umsätze nicht 12 Monate vor dem Zeitraum beginnen und niemand als neu gelten kann",
  no_new_customers: "da im Zeitraum niemand neu ist",
};

export const value: ValueWords = {
  terms: {
    averageUnknown: "durchschnittliche Akquisitionskosten",
    averageCac: "durchschnittliche Akquisitionskosten",
    predicted: "erwartet",
    holdout: "Gegenprobe",
    purchases: "Käufe",
    clvSimple: "Kundenwert",
    clvMargin: "Kundenwert nach Marge",
    contributionTotal: "Deckungsbeitrag gesamt",
    ltvCac: "Kundenwert/Akquisitionskosten",
    clvPredicted: "erwarteter Kundenwert",
  },
  notKnown: "–",
  averageUnknown: (reason) => `nicht bekannt, ${reason === null ? "" : averageReasons[reason]}`,
  average: (average, amount, newCustomers) =>
    `${average}: ${amount} für ${counted(newCustomers, "neuen Kunden", "neue Kunden")}`,
  margin: "Marge",
  contributionOfAllTime: "Deckungsbeitrag gesamt",
  gap: (what, missing, all) => `${what} bei ${figures.count(missing)} von ${customersDative(all)}`,
  withoutSales: (count) => `${counted(count, "Kunde", "Kunden")} ohne Umsatzzeile: in keiner Zeile`,
  horizon: (model, months, rate) =>
    `nach ${model}, ${months} Monate voraus, mit ${figures.plain(rate)} % pro Jahr abgezinst`,
  sum: (total, mean, known, all) =>
    `${total}, ${mean} je Kunde${known === all ? "" : `, bei ${figures.count(known)} mit bekanntem Wert`}`,
  withSales: (count) => `${figures.count(count)} mit Umsatz`,
  returns: (ratio, payback) =>
    `${figures.fixed(ratio, 1)}${payback === null ? "" : `, amortisiert in ${figures.fixed(payback, 1)} Monaten`}`,
  averageApplied: (rest, all) =>
    `Durchschnittskosten neuer Kunden angewandt auf ${rest === all ? "alle" : `${figures.count(rest)} von ${figures.count(all)}`}`,
  ownReturn: (ratio, count, median) =>
    `${figures.fixed(ratio, 1)} bei ${customersDative(count)} mit eigenen Kosten${median === null ? "" : `, Median ${figures.fixed(median, 1)}`}`,
  expectedPurchases: (count) => `${figures.fixed(count, 1)} erwartet`,
  predictedOf: (total, of, count) =>
    `${total} ${of === "revenue" ? "Umsatz" : "Deckungsbeitrag"}, von ${customersDative(count)}${of === "revenue" ? " ohne bekannte Marge" : ""}`,
  all: "alle",
  groups: {
    group: "Gruppe",
    customers: "Kunden",
    clvSimple: "Kundenwert",
    aCustomer: "je Kunde",
    margin: "Marge",
    clvMargin: "nach Marge",
    cac: "Akquisitionskosten",
    ltvCac: "Wert/Kosten",
    payback: "Amortisation",
  },
  logLikelihood: (likelihood, count) => `Log-Likelihood ${figures.fixed(likelihood, 2)} bei ${customersDative(count)}`,
  nothingRests: (reason) => `${reason}; hier beruht nichts darauf`,
  notPredicted: "alle Spalten, die keine Prognosen sind",
  stayEmpty: (reason, missing, kept, others) => `${reason}; ${missing} bleiben leer, ${kept} gelten weiterhin${others}`,
  othersCannot: "; die anderen Modelle können es auch nicht sagen",
  othersCan: (models) => `; ein anderes Modell kann es: ${models}`,
  tooFewRepeat: (found, needed) =>
    `${counted(found, "Kunde hat", "Kunden haben")} wieder gekauft, nötig sind ${needed}`,
  noRepeatSpend: "niemand hat nach dem Erstkauf etwas ausgegeben",
  infiniteMean: (q, needed) =>
    `die Beträge sind so verschieden, dass sie kein Mittel haben (q ist ${figures.fixed(q, 3)} und muss über ${figures.plain(needed)} liegen)`,
  purchasesAlike: "die Käufe sehen bei allen Kunden gleich aus, das Modell kann nicht sagen, wer abgewandert ist",
  spendAlike: "die Beträge sehen bei allen Kunden gleich aus, das Modell kann sie nicht unterscheiden",
  holdout: (purchases, weeks, after, count) =>
    `${counted(purchases, "Kauf", "Käufe")} in ${counted(weeks, "Woche", "Wochen")} nach dem ${figures.date(after)} von ${customersDative(count)}`,
  expected: (models) => `erwartet: ${models}`,
  calibration: { before: "Wiederkäufe davor", customers: "Kunden", actual: "tatsächlich" },
  orMore: (count) => `${count} oder mehr`,
};
