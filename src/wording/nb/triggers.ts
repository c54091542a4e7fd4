import type { TriggersWords } from "../wording.ts";
import { customers, figures } from "./figures.ts";
import { values } from "./values.ts";

export const triggers: TriggersWords = {
  findings: "funn",
  found: (count, since, at, all) =>
    `${figures.count(count)}${since === null ? "" : ` siden ${figures.date(since)}`}, hos ${figures.count(at)} av ${customers(all)}`,
  states: { no_data: "uten data", insufficient_history: "for kort historikk" },
  kind: (kind) => values.kind?.[kind] ?? kind,
  table: { kind: "type", findings: "funn", customers: "kunder", strong: "sterke" },
};
