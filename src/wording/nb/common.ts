import type { CommonWords } from "../wording.ts";
import { counted, customers, figures, inUnit } from "./figures.ts";

const whats: CommonWords["whats"] = {
  class_d: "klasse D etter kostnader",
  rank_by_contribution: "rangering etter dekningsbidrag",
  classes: "klasser",
  growth: "vekst mot forrige måleperiode",
  trend: "potensial etter trend",
};

const whys: CommonWords["whys"] = {
  no_cost_information: "ingen kostnader i måleperioden (bare negativ omsetning gir D)",
  total_not_positive: "summen er ikke over null",
  prior_window_not_covered: "salget rekker ikke tilbake over forrige måleperiode",
  window_not_four_quarters: "måleperioden er ikke et helt antall perioder på fire måneder",
};

export const common: CommonWords = {
  whats,
  whys,
  asOf: "per",
  asOfText: (asOf, months, windowFrom) =>
    `${figures.date(asOf)}, måleperiode på ${months} måneder etter ${figures.date(windowFrom)}`,
  customers,
  customersTerm: "kunder",
  revenueTerm: "omsetning",
  noCustomer: "(uten kunde)",
  noOwner: "(uten kundeansvarlig)",
  ownerTerm: "kundeansvarlig",
  notEvaluatedTerm: "ikke vurdert",
  notKnownTerm: "ikke kjent",
  leftOutTerm: "holdt utenfor",
  beware: "merk",
  notEvaluated: ({ what, reason }) => `${whats[what]}: ${whys[reason]}`,
  missing: {
    potential_grade: "ingen grad oppgitt",
    wallet: "totalforbruk ukjent",
    users: "aktive eller mulige brukere ukjent",
    regions: "betjente eller aktuelle regioner ukjent",
    employees: "antall ansatte ukjent",
    segment_or_industry: "segment og bransje ukjent",
    categories: "varegrupper ukjent",
    window: "salget rekker ikke tilbake over måleperioden",
    prior_window: "salget rekker ikke tilbake over forrige måleperiode",
  },
  strategies: {
    conflict: "redd forholdet hvis verdien forsvarer det, deretter tilbake til transaksjon",
    partner: "toppledermøte hvert kvartal, felles utviklingsplan",
    transitional: "nøkkelkundeansvarlig, kundetilpassede investeringer",
    transactional: "automatiser, lav salgskostnad, ingen nøkkelkundeansvarlig",
  },
  money: (amount, currency) => `${figures.grouped(amount)}${inUnit(currency)}`,
  unit: inUnit,
  lapsed: (count) => `${figures.count(count)} sovende`,
  prospects: (count) => counted(count, "prospekt", "prospekter"),
  withoutClass: (count) => `${figures.count(count)} uten klasse`,
  andMore: (names, more) => `${names} og ${figures.count(more)} til`,
  commaMore: (names, more) => `${names}, ${figures.count(more)} til`,
  yes: "ja",
  no: "nei",
  line: (term, value) => `${term}: ${value}`,
};
