import type { LaunchRefusal } from "../../scoring/nps/launch.ts";
import type { NpsWords } from "../wording.ts";
import { counted, customers, figures, inUnit } from "./figures.ts";

const refusals: Readonly<Record<LaunchRefusal, string>> = {
  not_active: "uten salg i måleperioden",
  no_answer: "uten svar",
  nps_not_above_zero: "med NPS ikke over 0",
  class_d: "i klasse D",
  not_assessed: "uten vurdert potensial",
  grade_d: "i grad d",
  blocked: "der noe må rettes opp først",
};

export const nps: NpsWords = {
  noAnswer: "ingen svar i måleperioden",
  terms: {
    nps: "NPS",
    intervals: "intervaller",
    answers: "svar",
    responseRate: "svarprosent",
    revenueCoverage: "dekning av omsetningen",
    silentA: "tause A-kunder",
    silentCustomers: "tause A-kunder",
    meanRevenue: "gjennomsnittlig omsetning",
    earnedGrowth: "fortjent vekst",
    recipients: "mottakere",
    repairFirst: "rett opp først",
  },
  narrow: (fewest) => `fra færre enn ${fewest} svar, eller bare én type svar (ingen bredde), er de ikke til å stole på`,
  rateUnknown: "ikke kjent, fordi filene ikke har noen ubesvart invitasjon",
  nobodyAnswered: "ingen svarte i måleperioden",
  headline: (score, low, high) =>
    `${figures.points(score)}, 95\u00a0%-intervall ${figures.points(low)} til ${figures.points(high)}`,
  answers: (answers, promoters, passives, detractors) =>
    `${figures.count(answers)}: ${counted(promoters, "ambassadør", "ambassadører")}, ${counted(passives, "passiv", "passive")}, ${counted(detractors, "kritiker", "kritikere")}`,
  answerers: (respondents, accounts, unassigned) =>
    `fra ${counted(respondents, "respondent", "respondenter")} hos ${customers(accounts)}${unassigned === 0 ? "" : `, ${figures.count(unassigned)} uten kunde`}`,
  nobodyAsked: "ingen ble spurt i måleperioden",
  rate: (rate, answers, asked) =>
    `${figures.percent(rate)}, ${figures.count(answers)} av ${counted(asked, "invitasjon", "invitasjoner")}`,
  coverage: (share) => `${figures.percent(share)} av omsetningen kommer fra kunder som har svart`,
  coverageNoRevenue: "ikke kjent, fordi omsetningen i måleperioden ikke er over null",
  coverageNoSales: "ikke kjent uten salgslinjer",
  noneOf: (all) => `ingen av ${figures.count(all)}`,
  silent: (silent, all, names) => `${figures.count(silent)} av ${figures.count(all)}: ${names}`,
  nobody: "ingen",
  mean: (mean, currency, count) => `${figures.grouped(mean)}${inUnit(currency)} (${figures.count(count)})`,
  byNps: (above, below) => `NPS over 0: ${above}, under 0: ${below}`,
  newUnknown: "eksisterende og nye: ikke kjent, fordi salget ikke begynner 12 måneder før måleperioden",
  byAge: (existing, newcomers) => `eksisterende: ${existing}, nye: ${newcomers}`,
  earnedReasons: {
    prior_window_not_covered: "ikke kjent, fordi salget ikke rekker tilbake over forrige måleperiode",
    new_customers_not_known: "ikke kjent, fordi salget ikke begynner 12 måneder før måleperioden",
    prior_revenue_not_positive: "ikke kjent, fordi omsetningen i forrige måleperiode ikke er over null",
  },
  earned: (rate, existing, referred, prior, currency, open) =>
    `${figures.percent(rate)}: ${figures.grouped(existing)} fra dem som kjøpte før, og ${figures.grouped(referred)} etter anbefaling, mot ${figures.grouped(prior)}${inUnit(currency)}${open > 0n ? `; for ${figures.grouped(open)} fra nye kunder er det ukjent hvordan de kom` : ""}`,
  recipients: (count, gain, currency) =>
    `${customers(count)} med NPS over 0 og grad a, b eller c (${figures.gain(gain)}${inUnit(currency)} per år)`,
  refusal: (count, refusal) => `${figures.count(count)} ${refusals[refusal]}`,
};
