import type { CauseInput } from "../../scoring/compare/cause.ts";
import type { MigrationAxis } from "../../scoring/compare/migration.ts";
import type { Move } from "../../scoring/compare/move.ts";
import type { CompareWords } from "../wording.ts";
import { figures, inUnit } from "./figures.ts";
import { values } from "./values.ts";

const moves: Readonly<Record<Move, string>> = {
  down: "abgestiegen",
  left: "abgewandert",
  up: "aufgestiegen",
  back: "zurück",
  new: "neu",
  regraded: "mit neuer Stufe",
  same: "unverändert",
};

const inputs: Readonly<Record<CauseInput, string>> = {
  revenue: "den eigenen Umsatz",
  costs: "die eigenen Kosten",
  cut: "die Grenze, die andere verschoben haben",
  potential: "das, was sie kaufen könnten",
  peers: "die Vergleichskunden",
  categories: "Warengruppen, die andere kaufen",
  trend: "den eigenen Trend",
  evidence: "andere Angaben",
  refusal: "eine Absage",
};

const axes: Readonly<Record<MigrationAxis, string>> = {
  cell: "Zelle",
  class: "Klasse",
  grade: "Stufe",
  stage: "Phase",
};

const places: Readonly<Record<string, string>> = {
  ...values.stage,
  ...values.status,
  none: "keine",
  absent: "nicht vorhanden",
};

const evidence: Readonly<Record<string, string>> = {
  ...values.potential_source,
  no_base: "keine Basis für Wachstum",
  no_basis: "keine Angaben",
  stated_grade: "angegebene Stufe",
  stated_growth: "angegebenes Wachstum",
  stated_revenue: "angegebener Umsatz",
};

const changed = { changed: "hat sich", grew: "ist gewachsen", fell: "ist gefallen" } as const;

export const compare: CompareWords = {
  terms: {
    compared: "verglichen",
    moves: "Bewegungen",
    rulesDiffer: "andere Regeln",
    notInTrend: "nicht in der Entwicklung",
    notSameRules: "nicht dieselben Regeln",
    notInTheTrend: "nicht in der Entwicklung",
  },
  whole: (from, to, months, currency) =>
    `${figures.date(from.asOf)} bis ${figures.date(to.asOf)}, Zeiträume von ${months} Monaten: Umsatz ${figures.grouped(from.revenue)} → ${figures.grouped(to.revenue)}${inUnit(currency)} (${figures.gain(to.revenue - from.revenue)}), Kunden ${figures.count(from.customers)} → ${figures.count(to.customers)}`,
  moved: (count, move) => `${figures.count(count)} ${moves[move]}`,
  moveTerm: (move) => moves[move],
  why: (move, isDouble, causes) =>
    `${moves[move]}: ${isDouble ? "Ursachen, eine Bewegung kann zwei haben: " : ""}${causes}`,
  whyInput: (count, input) => `${figures.count(count)} durch ${inputs[input]}`,
  names: (names, from, to) => `${names} (Umsatz ${figures.grouped(from)} → ${figures.grouped(to)})`,
  fromTo: (axis) => `${axes[axis]} von \\ nach`,
  place: (place) => places[place] ?? place,
  customers: "Kunden",
  gradeCause: (cause) => `Stufe: ${cause}`,
  notSince: (date) => `hat seit ${figures.date(date)} nicht gekauft`,
  hadNotSince: (date) => `hatte seit ${figures.date(date)} nicht gekauft`,
  never: "hat nie gekauft",
  neverBefore: "hat noch nie gekauft",
  causes: {
    revenue: "Umsatz",
    contribution: "Deckungsbeitrag",
    costs: "Kosten",
    annual_revenue: "Umsatz pro Jahr",
    potential_revenue: "könnte kaufen",
    potential_growth: "Wachstum",
    cut_a: "A ab",
    cut_b: "B ab",
    evidence: "Beleg",
  },
  asBefore: (name, amount) => `${name} ${amount} wie zuvor`,
  evidence: (rule) => evidence[rule ?? ""] ?? (rule ?? "").replaceAll("_", " "),
  notKnown: "–",
  windowNotCovered: (asOf, salesFrom) =>
    `der Zeitraum bis ${figures.date(asOf)} ist von den Umsätzen nicht abgedeckt, ${salesFrom === null ? "es gibt keine" : `sie beginnen am ${figures.date(salesFrom)}`}`,
  notComparable: (windows, change) =>
    `${windows}: die beiden Tage sind nicht vergleichbar, und der Umsatz ${changed[change]} auch durch die fehlenden Monate${change === "changed" ? " verändert" : ""}`,
  trend: { trend: "Entwicklung", customers: "Kunden", revenue: "Umsatz", increment: "möglicher Mehrumsatz" },
};
