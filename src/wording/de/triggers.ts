import type { TriggersWords } from "../wording.ts";
import { customersDative, figures } from "./figures.ts";
import { values } from "./values.ts";

export const triggers: TriggersWords = {
  findings: "Befunde",
  found: (count, since, at, all) =>
    `${figures.count(count)}${since === null ? "" : ` seit ${figures.date(since)}`}, bei ${figures.count(at)} von ${customersDative(all)}`,
  states: { no_data: "ohne Daten", insufficient_history: "zu kurze Historie" },
  kind: (kind) => values.kind?.[kind] ?? kind,
  table: { kind: "Art", findings: "Befunde", customers: "Kunden", strong: "starke" },
};
