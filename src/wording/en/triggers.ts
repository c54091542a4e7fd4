import { counted } from "./figures.ts";

export const triggers = {
  findings: "findings",
  found: (count: number, since: string | null, at: number, customers: number) =>
    `${count}${since === null ? "" : ` since ${since}`}, at ${at} of ${counted(customers, "customer")}`,
  states: { no_data: "no data", insufficient_history: "insufficient history" },
  kind: (kind: string) => kind,
  table: { kind: "kind", findings: "findings", customers: "customers", strong: "strong" },
};
