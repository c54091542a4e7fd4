import type { KeptScore } from "./score.ts";

/** What a column of a snapshot holds: money exact, `count` a whole number, dates as text. */
export type KeptType = "text" | "date" | "money" | "count" | "number";

/** Version of the columns below. Another one means that a reader of this version does not know them. */
export const snapshotVersion = 1;

const fields = {
  customerId: "text",
  customerName: "text",
  cell: "text",
  class: "text",
  potential: "text",
  priority: "count",
  revenue: "money",
  revenueShare: "number",
  cumShare: "number",
  rank: "count",
  valueClass: "text",
  costs: "money",
  contribution: "money",
  margin: "number",
  revenuePrior: "money",
  growth: "number",
  potentialGrowth: "number",
  potentialRevenue: "money",
  potentialIncrement: "money",
  potentialSource: "text",
  potentialConfidence: "text",
  potentialReason: "text",
  driver: "text",
  nps: "number",
  firstPurchase: "date",
  lastPurchase: "date",
  orders: "count",
  status: "text",
  classReason: "text",
  annualRevenue: "money",
  gradeRule: "text",
  stage: "text",
} as const satisfies Readonly<Record<keyof KeptScore, KeptType>>;

/** The columns of a snapshot, named as those of `classify`. */
export const keptColumns: readonly { readonly name: string; readonly type: KeptType }[] = Object.entries(fields).map(
  ([field, type]) => ({ name: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), type }),
);

export type KeptCell = string | number | bigint | null;

const names = Object.keys(fields) as readonly (keyof KeptScore)[];

/** A row in the order of the columns. */
export const keptCells = (score: KeptScore): KeptCell[] => names.map((name) => score[name]);

/** The row that was written as these cells. */
export const keptScore = (cells: readonly KeptCell[]): KeptScore =>
  Object.fromEntries(names.map((name, i) => [name, cells[i] ?? null])) as unknown as KeptScore;
