import type { StagesWords } from "../wording.ts";
import { customersDative, figures } from "./figures.ts";
import { headings } from "./headings.ts";
import { values } from "./values.ts";

const stage = (code: string): string => values.stage?.[code] ?? code;
const stageOrNone = (code: string | null): string => (code === null ? "ohne Phase" : stage(code));

export const stages: StagesWords = {
  tooFewScores: (known, needed) => `${figures.plain(known)} von 4 Bewertungen bekannt, ${needed} nötig`,
  conflict: (limit) => `Vertrauen, Bindung und Normen höchstens ${figures.plain(limit)}, und abhängig`,
  noneBelow: (limit) => `keine Bewertung unter ${figures.plain(limit)}`,
  mean: (mean, limit) => `Mittel ${figures.plain(mean)}, Übergang ab ${figures.plain(limit)}`,
  part: (part) => headings[part] ?? part,
  mismatches: "Missverhältnisse",
  mismatch: (mismatch, count) => `${values.mismatch?.[mismatch] ?? mismatch} ${figures.count(count)}`,
  none: "keine",
  since: (date) => `seit ${figures.date(date)}`,
  movesSince: (date) => `Bewegungen seit ${figures.date(date)}`,
  move: (move, count) => `${values.move?.[move] ?? move} ${figures.count(count)}`,
  nobodyOnBoth: "niemand hat an beiden Tagen eine Phase",
  jumpTerm: "Sprung",
  jump: (customerId, from, to) =>
    `${customerId}: ${stageOrNone(from)} nach ${stageOrNone(to)}, was kein Mechanismus erklärt`,
  tooFew: (count) => `die Phase von ${customersDative(count)}: weniger als 3 der 4 Bewertungen`,
  previousNotCovered: (date) =>
    `alles vor dem ${figures.date(date ?? "")}: die Umsätze reichen nicht über diesen Zeitraum zurück, Schätzungen können dort zu niedrig sein`,
  noEvents: "Normen nach Schätzung: es gibt keine Ereignisdatei",
  noOwners: "Missverhältnisse: keine Kundendatei nennt einen Kundenbetreuer",
  stage,
  table: {
    stage: "Phase",
    customers: "Kunden",
    ofKnown: "der bekannten",
    byScores: "nach Angaben",
    mixed: "gemischt",
    byProxy: "nach Schätzung",
    strategy: "Kundenstrategie",
  },
};
