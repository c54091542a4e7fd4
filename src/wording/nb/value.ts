import type { AverageCost } from "../../scoring/value/acquisition.ts";
import type { ValueWords } from "../wording.ts";
import { counted, customers, figures } from "./figures.ts";

const averageReasons: Readonly<Record<NonNullable<AverageCost["reason"]>, string>> = {
  no_acquisition_costs: "fordi det ikke er anskaffelseskostnader i måleperioden",
  new_not_known: "fordi salget ikke begynner 12 måneder før måleperioden, så ingen kan sies å være ny",
  no_new_customers: "fordi ingen er nye i måleperioden",
};

export const value: ValueWords = {
  terms: {
    averageUnknown: "gjennomsnittlig anskaffelseskost",
    averageCac: "gjennomsnittlig anskaffelseskost",
    predicted: "forventet",
    holdout: "kontrollperiode",
    purchases: "kjøp",
    clvSimple: "kundeverdi",
    clvMargin: "kundeverdi etter margin",
    contributionTotal: "dekningsbidrag i alt",
    ltvCac: "kundeverdi/anskaffelseskost",
    clvPredicted: "forventet kundeverdi",
  },
  notKnown: "–",
  averageUnknown: (reason) => `ikke kjent, ${reason === null ? "" : averageReasons[reason]}`,
  average: (average, amount, newCustomers) =>
    `${average}: ${amount} for ${counted(newCustomers, "ny kunde", "nye kunder")}`,
  margin: "dekningsgrad",
  contributionOfAllTime: "dekningsbidrag for all tid",
  gap: (what, missing, all) => `${what} for ${figures.count(missing)} av ${customers(all)}`,
  withoutSales: (count) => `${customers(count)} uten salgslinje: ikke med i noen rad`,
  horizon: (model, months, rate) =>
    `etter ${model}, ${months} måneder fram, diskontert med ${figures.plain(rate)} % per år`,
  sum: (total, mean, known, all) =>
    `${total}, ${mean} per kunde${known === all ? "" : `, for de ${figures.count(known)} der det er kjent`}`,
  withSales: (count) => `${figures.count(count)} med salg`,
  returns: (ratio, payback) =>
    `${figures.fixed(ratio, 1)}${payback === null ? "" : `, tilbakebetalt på ${figures.fixed(payback, 1)} måneder`}`,
  averageApplied: (rest, all) =>
    `gjennomsnittskost for nye kunder brukt for ${rest === all ? "alle" : `${figures.count(rest)} av ${figures.count(all)}`}`,
  ownReturn: (ratio, count, median) =>
    `${figures.fixed(ratio, 1)} for ${customers(count)} med egne kostnader${median === null ? "" : `, median ${figures.fixed(median, 1)}`}`,
  expectedPurchases: (count) => `${figures.fixed(count, 1)} ventet`,
  predictedOf: (total, of, count) =>
    `${total} i ${of === "revenue" ? "omsetning" : "dekningsbidrag"}, fra ${customers(count)}${of === "revenue" ? " uten kjent dekningsgrad" : ""}`,
  all: "alle",
  groups: {
    group: "gruppe",
    customers: "kunder",
    clvSimple: "kundeverdi",
    aCustomer: "per kunde",
    margin: "dekningsgrad",
    clvMargin: "etter margin",
    cac: "anskaffelseskost",
    ltvCac: "verdi/kost",
    payback: "tilbakebetalt",
  },
  logLikelihood: (likelihood, count) => `log-likelihood ${figures.fixed(likelihood, 2)} for ${customers(count)}`,
  nothingRests: (reason) => `${reason}; ingenting bygger på den her`,
  notPredicted: "alle kolonner som ikke er prognoser",
  stayEmpty: (reason, missing, kept, others) => `${reason}; ${missing} er tomme, ${kept} gjelder fortsatt${others}`,
  othersCannot: "; de andre modellene kan heller ikke si det",
  othersCan: (models) => `; en annen modell kan: ${models}`,
  tooFewRepeat: (found, needed) => `${customers(found)} kjøpte igjen, og det kreves ${needed}`,
  noRepeatSpend: "ingen brukte noe etter første kjøp",
  infiniteMean: (q, needed) =>
    `beløpene er så ulike at de ikke har noe gjennomsnitt (q er ${figures.fixed(q, 3)} og må være over ${figures.plain(needed)})`,
  purchasesAlike: "kjøpene ser like ut for alle kunder, så modellen kan ikke si hvem som er borte",
  spendAlike: "beløpene ser like ut for alle kunder, så modellen kan ikke skille dem",
  holdout: (purchases, weeks, after, count) =>
    `${counted(purchases, "kjøp", "kjøp")} i de ${counted(weeks, "uken", "ukene")} etter ${figures.date(after)} fra ${customers(count)}`,
  expected: (models) => `ventet: ${models}`,
  calibration: { before: "gjenkjøp før", customers: "kunder", actual: "faktisk" },
  orMore: (count) => `${count} eller flere`,
};
