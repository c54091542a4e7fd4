import type { Criterion } from "../../scoring/icp/best.ts";
import type { IcpWords } from "../wording.ts";
import { counted, customers, figures } from "./figures.ts";
import { say } from "./say.ts";
import { values } from "./values.ts";

const criteria: Readonly<Record<Criterion, string>> = {
  contribution: "dekningsbidrag",
  revenue: "omsetning",
  tenure: "kundetid",
  nps: "NPS",
};

const attribute = (code: string): string => values.attribute?.[code] ?? code;

export const icp: IcpWords = {
  terms: {
    best: "de beste",
    tooFew: "for få",
    avoid: "unngå",
    notToAvoid: "ikke unngå",
    longStanding: "langvarige",
    worth: "pålitelighet",
    fit: "treff",
    alreadyThere: "allerede kunder",
  },
  criterion: (criterion) => criteria[criterion],
  attribute,
  trait: (code, trait) => `${attribute(code)} ${say(trait)}`,
  nothingToRank: (base) => `ingen av ${customers(base)}: ingenting å rangere dem etter`,
  best: (count, base, by) =>
    `${figures.count(count)} av ${customers(base)} med salg i måleperioden, etter gjennomsnittlig rang for ${by}`,
  costsUnknown: "kostnadene i måleperioden er ikke kjent",
  fewerThanHalf: (known, base) => `kjent for ${figures.count(known)} av ${figures.count(base)}, under halvparten`,
  leftOut: (criterion, reason, isRevenueInstead) =>
    `${criterion}: ${reason}${isRevenueInstead ? "; omsetning i stedet for dekningsbidrag" : ""}`,
  restsOnOne: (criterion) => `profilen bygger på ${criterion} alene`,
  costsPartlyKnown: (known, base) =>
    `varekosten er kjent for ${figures.count(known)} av ${figures.count(base)}: dekningsbidraget til de andre er for høyt`,
  tooSmall: (base, least) => `${customers(base)}, og under ${least} beregnes det ikke løft`,
  tooManyBest: "de beste er over halvparten av grunnlaget, så ikke noe løft er langt fra 1; --top tar færre",
  ofNoCustomer: (attributes) => `${attributes}: ikke kjent for noen kunde`,
  rare: (count, least) => `${counted(count, "kjennetegn", "kjennetegn")} hos færre enn ${least} kunder: ikke noe løft`,
  marginUnknown: "ingen gruppe kan sies å gi lite: dekningsgraden er ikke kjent for noen",
  busy: (count, medianOrders, margin, isListed) =>
    `${counted(count, "gruppe", "grupper")} med mer enn ${figures.plain(medianOrders.toFixed(1).replace(/\.0$/, ""))} ordrer per kunde (medianen) og en dekningsgrad under ${figures.percent(margin)} (porteføljens)${isListed ? "" : "; --avoid viser dem"}`,
  nearlyAll: (traits) => `mange ordrer og lav dekningsgrad, men over 80 % av kundene: ${traits}`,
  noCategories: "ikke vurdert: salget nevner ingen varegrupper",
  longStanding: (count, years, categories, common) =>
    `${customers(count)} siden ${years} år eller mer, i ${categories} eller flere varegrupper${common}`,
  nothingCommon: (rate) =>
    `; ingenting felles som ikke kan være tilfeldig (ved en feilrate på ${figures.percent(rate)})`,
  inCommon: (traits) => `; felles: ${traits}`,
  lift: (trait, lift) => `${trait} (løft ${figures.fixed(lift, 2)})`,
  notTested: "ikke prøvd: færre enn to kunder blant de beste, eller blant de andre",
  quality: {
    none: "ikke bedre enn å kaste mynt: ikke ranger prospekter etter den",
    weak: "svak: høyst et hint",
    fair: "brukbar",
    good: "god",
  },
  tested: (auc, best, others, folds, words) =>
    `AUC ${figures.fixed(auc, 4)} for ${best} beste og ${others} andre egne kunder, kryssvalidert i ${folds} deler: ${words}`,
  table: {
    best: "de beste",
    meanRank: "snittrang",
    revenue: "omsetning",
    contribution: "dekningsbidrag",
    years: "år",
    nps: "NPS",
  },
  inOrder: (ids) => `de beste, i rekkefølge: ${ids}`,
  fitUnknown: "ingenting av det profilen bygger på, er kjent om prospektene",
  fit: (attributes) => `0 til 100, 50 er verken for eller mot; etter ${attributes}`,
  already: (count, ids) => `${counted(count, "prospekt", "prospekter")} med nummeret til en kunde: ${ids}`,
  reason: (trait, lift) => `${trait}: løft ${figures.fixed(lift, 2)}`,
  unfamiliar: (attributes) => `for få like kunder: ${attributes}`,
  unknown: (attributes) => `ikke kjent: ${attributes}`,
};
