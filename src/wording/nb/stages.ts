import type { StagesWords } from "../wording.ts";
import { customers, figures } from "./figures.ts";
import { headings } from "./headings.ts";
import { values } from "./values.ts";

const stage = (code: string): string => values.stage?.[code] ?? code;
const stageOrNone = (code: string | null): string => (code === null ? "uten stadium" : stage(code));

export const stages: StagesWords = {
  tooFewScores: (known, needed) => `${figures.plain(known)} av 4 poeng kjent, ${needed} kreves`,
  conflict: (limit) => `tillit, forpliktelse og normer på høyst ${figures.plain(limit)}, og avhengig`,
  noneBelow: (limit) => `ingen poeng under ${figures.plain(limit)}`,
  mean: (mean, limit) => `snitt ${figures.plain(mean)}, overgang fra ${figures.plain(limit)}`,
  part: (part) => headings[part] ?? part,
  mismatches: "misforhold",
  mismatch: (mismatch, count) => `${values.mismatch?.[mismatch] ?? mismatch} ${figures.count(count)}`,
  none: "ingen",
  since: (date) => `siden ${figures.date(date)}`,
  movesSince: (date) => `bevegelser siden ${figures.date(date)}`,
  move: (move, count) => `${values.move?.[move] ?? move} ${figures.count(count)}`,
  nobodyOnBoth: "ingen har et stadium på begge datoer",
  jumpTerm: "sprang",
  jump: (customerId, from, to) =>
    `${customerId}: ${stageOrNone(from)} til ${stageOrNone(to)}, som ingen mekanisme forklarer`,
  tooFew: (count) => `stadiet til ${customers(count)}: færre enn 3 av de 4 poengene`,
  previousNotCovered: (date) =>
    `alt før ${figures.date(date ?? "")}: salget rekker ikke tilbake over den måleperioden, så anslagene kan være for lave da`,
  noEvents: "normer etter anslag: det finnes ingen hendelsesfil",
  noOwners: "misforhold: ingen kundefil nevner en kundeansvarlig",
  stage,
  table: {
    stage: "stadium",
    customers: "kunder",
    ofKnown: "av kjente",
    byScores: "etter oppgitte tall",
    mixed: "blandet",
    byProxy: "etter anslag",
    strategy: "kundestrategi",
  },
};
