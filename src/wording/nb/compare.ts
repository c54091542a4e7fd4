import type { CauseInput } from "../../scoring/compare/cause.ts";
import type { MigrationAxis } from "../../scoring/compare/migration.ts";
import type { Move } from "../../scoring/compare/move.ts";
import type { CompareWords } from "../wording.ts";
import { figures, inUnit } from "./figures.ts";
import { values } from "./values.ts";

const moves: Readonly<Record<Move, string>> = {
  down: "ned",
  left: "borte",
  up: "opp",
  back: "tilbake",
  new: "nye",
  regraded: "med ny grad",
  same: "uendret",
};

const inputs: Readonly<Record<CauseInput, string>> = {
  revenue: "egen omsetning",
  costs: "egne kostnader",
  cut: "grensen, som andre flyttet",
  potential: "hva de kan kjøpe",
  peers: "sammenlignbare kunder",
  categories: "varegrupper som andre kjøper",
  trend: "egen trend",
  evidence: "andre opplysninger",
  refusal: "et avslag",
};

const axes: Readonly<Record<MigrationAxis, string>> = {
  cell: "celle",
  class: "klasse",
  grade: "grad",
  stage: "stadium",
};

const places: Readonly<Record<string, string>> = {
  ...values.stage,
  ...values.status,
  none: "ingen",
  absent: "ikke til stede",
};

const evidence: Readonly<Record<string, string>> = {
  ...values.potential_source,
  no_base: "ikke noe å vokse fra",
  no_basis: "ingen opplysninger",
  stated_grade: "oppgitt grad",
  stated_growth: "oppgitt vekst",
  stated_revenue: "oppgitt omsetning",
};

const changed = { changed: "endret omsetningen seg", grew: "vokste omsetningen", fell: "falt omsetningen" } as const;

export const compare: CompareWords = {
  terms: {
    compared: "sammenlignet",
    moves: "bevegelser",
    rulesDiffer: "ulike regler",
    notInTrend: "ikke i utviklingen",
    notSameRules: "ikke de samme reglene",
    notInTheTrend: "ikke med i utviklingen",
  },
  whole: (from, to, months, currency) =>
    `${figures.date(from.asOf)} til ${figures.date(to.asOf)}, måleperioder på ${months} måneder: omsetning ${figures.grouped(from.revenue)} → ${figures.grouped(to.revenue)}${inUnit(currency)} (${figures.gain(to.revenue - from.revenue)}), kunder ${figures.count(from.customers)} → ${figures.count(to.customers)}`,
  moved: (count, move) => `${figures.count(count)} ${move === "new" && count === 1 ? "ny" : moves[move]}`,
  moveTerm: (move) => moves[move],
  why: (move, isDouble, causes) => `${moves[move]}: ${isDouble ? "årsaker, en bevegelse kan ha to: " : ""}${causes}`,
  whyInput: (count, input) => `${figures.count(count)} på grunn av ${inputs[input]}`,
  names: (names, from, to) => `${names} (omsetning ${figures.grouped(from)} → ${figures.grouped(to)})`,
  fromTo: (axis) => `${axes[axis]} fra \\ til`,
  place: (place) => places[place] ?? place,
  customers: "kunder",
  gradeCause: (cause) => `grad: ${cause}`,
  notSince: (date) => `har ikke kjøpt siden ${figures.date(date)}`,
  hadNotSince: (date) => `hadde ikke kjøpt siden ${figures.date(date)}`,
  never: "har aldri kjøpt",
  neverBefore: "har aldri kjøpt før",
  causes: {
    revenue: "omsetning",
    contribution: "dekningsbidrag",
    costs: "kostnader",
    annual_revenue: "omsetning per år",
    potential_revenue: "kan kjøpe",
    potential_growth: "vekst",
    cut_a: "A fra",
    cut_b: "B fra",
    evidence: "grunnlag",
  },
  asBefore: (name, amount) => `${name} ${amount} som før`,
  evidence: (rule) => evidence[rule ?? ""] ?? (rule ?? "").replaceAll("_", " "),
  notKnown: "–",
  windowNotCovered: (asOf, salesFrom) =>
    `måleperioden til ${figures.date(asOf)} er ikke dekket av salget, ${salesFrom === null ? "som mangler helt" : `som begynner ${figures.date(salesFrom)}`}`,
  notComparable: (windows, change) =>
    `${windows}: de to datoene kan ikke sammenlignes, og ${changed[change]} også på grunn av de manglende månedene`,
  trend: { trend: "utvikling", customers: "kunder", revenue: "omsetning", increment: "mulig mersalg" },
};
