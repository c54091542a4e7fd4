import type { Criterion } from "../../scoring/icp/best.ts";
import type { IcpWords } from "../wording.ts";
import { counted, customers, customersDative, figures } from "./figures.ts";
import { say } from "./say.ts";
import { values } from "./values.ts";

const criteria: Readonly<Record<Criterion, string>> = {
  contribution: "Deckungsbeitrag",
  revenue: "Umsatz",
  tenure: "Kundendauer",
  nps: "NPS",
};

const attribute = (code: string): string => values.attribute?.[code] ?? code;

export const icp: IcpWords = {
  terms: {
    best: "die besten",
    tooFew: "zu wenige",
    avoid: "meiden",
    notToAvoid: "nicht meiden",
    longStanding: "langjährig",
    worth: "Verlässlichkeit",
    fit: "Passung",
    alreadyThere: "schon Kunden",
  },
  criterion: (criterion) => criteria[criterion],
  attribute,
  trait: (code, trait) => `${attribute(code)} ${say(trait)}`,
  nothingToRank: (base) => `keiner von ${customersDative(base)}: nichts, wonach sie zu ordnen wären`,
  best: (count, base, by) =>
    `${figures.count(count)} von ${customersDative(base)} mit Umsatz im Zeitraum, nach mittlerem Rang über ${by}`,
  costsUnknown: "die Kosten im Zeitraum sind nicht bekannt",
  fewerThanHalf: (known, base) =>
    `bekannt bei ${figures.count(known)} von ${figures.count(base)}, weniger als der Hälfte`,
  leftOut: (criterion, reason, isRevenueInstead) =>
    `${criterion}: ${reason}${isRevenueInstead ? "; Umsatz statt Deckungsbeitrag" : ""}`,
  restsOnOne: (criterion) => `das Profil beruht allein auf: ${criterion}`,
  costsPartlyKnown: (known, base) =>
    `der Wareneinsatz ist bei ${figures.count(known)} von ${figures.count(base)} bekannt: der Deckungsbeitrag der anderen ist zu hoch`,
  tooSmall: (base, least) => `${customers(base)}, und unter ${least} wird kein Lift berechnet`,
  tooManyBest: "die besten sind mehr als die Hälfte der Basis, kein Lift ist also weit von 1; --top nimmt weniger",
  ofNoCustomer: (attributes) => `${attributes}: bei keinem Kunden bekannt`,
  rare: (count, least) => `${counted(count, "Merkmal", "Merkmale")} bei weniger als ${least} Kunden: kein Lift`,
  marginUnknown: "von keiner Gruppe lässt sich sagen, dass sie wenig einbringt: die Marge ist bei niemandem bekannt",
  busy: (count, medianOrders, margin, isListed) =>
    `${counted(count, "Gruppe", "Gruppen")} mit mehr als ${figures.plain(medianOrders.toFixed(1).replace(/\.0$/, ""))} Aufträgen je Kunde (der Median) und einer Marge unter ${figures.percent(margin)} (die des Portfolios)${isListed ? "" : "; --avoid listet sie auf"}`,
  nearlyAll: (traits) => `viele Aufträge bei niedriger Marge, aber mehr als 80 % der Kunden: ${traits}`,
  noCategories: "nicht bewertet: die Umsätze nennen keine Warengruppen",
  longStanding: (count, years, categories, common) =>
    `${customers(count)} seit ${years} Jahren oder länger, in ${categories} oder mehr Warengruppen${common}`,
  nothingCommon: (rate) =>
    `; nichts gemeinsam, was der Zufall nicht erklärt (bei einer Fehlerrate von ${figures.percent(rate)})`,
  inCommon: (traits) => `; gemeinsam: ${traits}`,
  lift: (trait, lift) => `${trait} (Lift ${figures.fixed(lift, 2)})`,
  notTested: "nicht geprüft: weniger als zwei Kunden unter den besten oder unter den anderen",
  quality: {
    none: "nicht besser als ein Münzwurf: Interessenten nicht danach ordnen",
    weak: "schwach: höchstens ein Hinweis",
    fair: "brauchbar",
    good: "gut",
  },
  tested: (auc, best, others, folds, words) =>
    `AUC ${figures.fixed(auc, 4)} bei ${best} besten und ${others} anderen eigenen Kunden, kreuzvalidiert in ${folds} Teilen: ${words}`,
  table: {
    best: "die besten",
    meanRank: "mittlerer Rang",
    revenue: "Umsatz",
    contribution: "Deckungsbeitrag",
    years: "Jahre",
    nps: "NPS",
  },
  inOrder: (ids) => `die besten der Reihe nach: ${ids}`,
  fitUnknown: "von den Interessenten ist nichts bekannt, worauf das Profil beruht",
  fit: (attributes) => `0 bis 100, 50 spricht weder dafür noch dagegen; nach ${attributes}`,
  already: (count, ids) => `${counted(count, "Interessent", "Interessenten")} mit der Nummer eines Kunden: ${ids}`,
  reason: (trait, lift) => `${trait}: Lift ${figures.fixed(lift, 2)}`,
  unfamiliar: (attributes) => `zu wenige ähnliche Kunden: ${attributes}`,
  unknown: (attributes) => `nicht bekannt: ${attributes}`,
};
