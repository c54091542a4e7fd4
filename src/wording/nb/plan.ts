import type { PlanSum } from "../../scoring/plan/sums.ts";
import type { PlanWords } from "../wording.ts";
import { counted, customers, figures, inUnit } from "./figures.ts";
import { say } from "./say.ts";

const sum = ({ customers: count, increment, unknown }: PlanSum, currency: string | null): string =>
  count > 0 && unknown === count
    ? "ennå ukjent hva som er å hente"
    : `${figures.gain(increment)}${inUnit(currency)} per år${unknown > 0 ? `, ukjent for ${figures.count(unknown)}` : ""}`;

export const plan: PlanWords = {
  planTerm: "i planen",
  planned: (planned, all) => `${figures.count(planned)} av ${customers(all)}`,
  nothingToDo: (count) => `${figures.count(count)} uten noe å hente eller rette opp`,
  phaseOut: (count) => `${figures.count(count)} bør fases ut`,
  lost: (count) => `${figures.count(count)} sovende eller ${count === 1 ? "tapt" : "tapte"} (winback)`,
  capacityTerm: "kapasitet",
  capacity: (count) => `${figures.count(count)} å ringe per kundeansvarlig`,
  noData: "uten data",
  silentRules: (silent, all) =>
    `${silent} av ${counted(all, "regel", "regler")} hadde for lite å gå etter; portfolio triggers nevner dem`,
  toCall: "å ringe",
  blocked: "sperret",
  beyond: "over kapasiteten",
  customersAndSum: (of, currency) => `${customers(of.customers)}, ${sum(of, currency)}`,
  waits: (of, currency) =>
    `${customers(of.customers)}, ${figures.gain(of.increment)}${inUnit(currency)} per år venter til noe er rettet opp`,
  table: {
    owner: "kundeansvarlig",
    toCall: "å ringe",
    increment: "mulig mersalg",
    blocked: "sperret",
    behindRepair: "venter på oppretting",
  },
  noteToCall: (of, currency) => `${customers(of.customers)} å ringe: ${sum(of, currency)}.`,
  noteBlocked: (of, currency) =>
    `${customers(of.customers)} sperret: ${figures.gain(of.increment)}${inUnit(currency)} venter til noe er rettet opp.`,
  sheet: {
    when: "Når:",
    evidence: "Hvorfor:",
    driver: "Vekstdriver:",
    blockedBy: "Sperret av:",
    firstAction: "Først:",
    thenAction: "Deretter:",
    nextProduct: "Neste produkt:",
    nextProductReason: "Fordi:",
    strategy: "Kundeforhold:",
    done: "gjort den ____________ med ________________________",
    agreed: "avtalt: ________________________________________",
  },
  when: {
    anyTime: "når som helst",
    limitNow: "nå: grensen er nådd",
    orderDue: (date) => `${figures.date(date)}: neste bestilling ventes`,
    orderWasDue: (date) => `nå: en bestilling var ventet ${figures.date(date)}`,
    overdue: (date) => `nå: en bestilling har vært forsinket siden ${figures.date(date)}`,
    review: (date) => `${figures.date(date)}: kundegjennomgang`,
    followUp: (date) => `nå: følg opp første kjøp ${figures.date(date)}`,
    season: (date) => `før ${figures.date(date)}: sesongen deres begynner`,
    budgetFrom: (date) => `når som helst (budsjettkvartal fra ${figures.date(date)})`,
    budgetSince: (date) => `når som helst (budsjettkvartal siden ${figures.date(date)})`,
    ruleOn: (date, rule) => `${figures.date(date)}: ${rule}`,
    ruleNow: (rule) => `nå: ${rule}`,
  },
  evidence: (rule, evidence) => `${rule}: ${say(evidence)}`,
  revenueInWindow: (revenue) => `omsetning ${figures.grouped(revenue)} i måleperioden`,
  withContribution: (contribution, potential) => `dekningsbidrag ${figures.amount(contribution)}; ${potential}`,
  potential: say,
  classReason: say,
  action: say,
  play: say,
  fix: "rett opp pris eller kostnad først",
  assess: "vurder potensialet: hva de bruker på dette i alt, og hos hvem",
  askSatisfaction: "spør hvor fornøyde de er: ingen svarte i måleperioden",
  peersBuy: (count, of) => `${figures.count(count)} av ${figures.count(of)} sammenlignbare kunder kjøper det`,
  buyersBuy: (count, of, boughtWith, lift) =>
    `${figures.count(count)} av ${figures.count(of)} som kjøper ${boughtWith}, kjøper det, løft ${figures.fixed(lift, 2)}`,
};
