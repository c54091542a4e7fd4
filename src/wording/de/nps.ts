import type { LaunchRefusal } from "../../scoring/nps/launch.ts";
import type { NpsWords } from "../wording.ts";
import { counted, customers, customersDative, figures, inUnit } from "./figures.ts";

const refusals: Readonly<Record<LaunchRefusal, string>> = {
  not_active: "ohne Umsatz im Zeitraum",
  no_answer: "ohne Antwort",
  nps_not_above_zero: "mit NPS nicht über 0",
  class_d: "in Klasse D",
  not_assessed: "ohne eingeschätztes Potenzial",
  grade_d: "in Stufe d",
  blocked: "mit einem zuerst zu behebenden Mangel",
};

export const nps: NpsWords = {
  noAnswer: "keine Antwort im Zeitraum",
  terms: {
    nps: "NPS",
    intervals: "Intervalle",
    answers: "Antworten",
    responseRate: "Rücklaufquote",
    revenueCoverage: "Abdeckung des Umsatzes",
    silentA: "stille A-Kunden",
    silentCustomers: "stille A-Kunden",
    meanRevenue: "mittlerer Umsatz",
    earnedGrowth: "verdientes Wachstum",
    recipients: "Empfänger",
    repairFirst: "zuerst beheben",
  },
  narrow: (fewest) =>
    `bei weniger als ${fewest} Antworten oder nur einer Art von Antwort (keine Breite) sind sie nicht belastbar`,
  rateUnknown: "nicht bekannt, da die Dateien keine unbeantwortete Einladung enthalten",
  nobodyAnswered: "niemand hat im Zeitraum geantwortet",
  headline: (score, low, high) =>
    `${figures.points(score)}, 95-%-Intervall ${figures.points(low)} bis ${figures.points(high)}`,
  answers: (answers, promoters, passives, detractors) =>
    `${figures.count(answers)}: ${counted(promoters, "Promotor", "Promotoren")}, ${counted(passives, "Indifferenter", "Indifferente")}, ${counted(detractors, "Detraktor", "Detraktoren")}`,
  answerers: (respondents, accounts, unassigned) =>
    `von ${counted(respondents, "Befragtem", "Befragten")} bei ${customersDative(accounts)}${unassigned === 0 ? "" : `, ${figures.count(unassigned)} ohne Kunde`}`,
  nobodyAsked: "niemand wurde im Zeitraum gefragt",
  rate: (rate, answers, asked) =>
    `${figures.percent(rate)}, ${figures.count(answers)} von ${counted(asked, "Einladung", "Einladungen")}`,
  coverage: (share) => `${figures.percent(share)} des Umsatzes stammen von Kunden, die geantwortet haben`,
  coverageNoRevenue: "nicht bekannt, da der Umsatz im Zeitraum nicht über null liegt",
  coverageNoSales: "ohne Umsatzzeilen nicht bekannt",
  noneOf: (all) => `keine von ${figures.count(all)}`,
  silent: (silent, all, names) => `${figures.count(silent)} von ${figures.count(all)}: ${names}`,
  nobody: "niemand",
  mean: (mean, currency, count) => `${figures.grouped(mean)}${inUnit(currency)} (${figures.count(count)})`,
  byNps: (above, below) => `NPS über 0: ${above}, unter 0: ${below}`,
  newUnknown: "Bestand und neu: nicht bekannt, da die Umsätze nicht 12 Monate vor dem Zeitraum beginnen",
  byAge: (existing, newcomers) => `Bestand: ${existing}, neu: ${newcomers}`,
  earnedReasons: {
    prior_window_not_covered: "nicht bekannt, da die Umsätze nicht über den Vorzeitraum zurückreichen",
    new_customers_not_known: "nicht bekannt, da die Umsätze nicht 12 Monate vor dem Zeitraum beginnen",
    prior_revenue_not_positive: "nicht bekannt, da der Umsatz im Vorzeitraum nicht über null liegt",
  },
  earned: (rate, existing, referred, prior, currency, open) =>
    `${figures.percent(rate)}: ${figures.grouped(existing)} von früheren Käufern und ${figures.grouped(referred)} durch Empfehlung, gegenüber ${figures.grouped(prior)}${inUnit(currency)}${open > 0n ? `; bei ${figures.grouped(open)} von neuen Kunden ist unbekannt, wie sie kamen` : ""}`,
  recipients: (count, gain, currency) =>
    `${customers(count)} mit NPS über 0 und Stufe a, b oder c (${figures.gain(gain)}${inUnit(currency)} pro Jahr)`,
  refusal: (count, refusal) => `${figures.count(count)} ${refusals[refusal]}`,
};
