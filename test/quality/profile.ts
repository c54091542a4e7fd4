// Profiles with nothing odd in them, for tests to make odd.
import type { Period } from "../../src/facts/period.ts";
import type { ExportsProfile, FileProfile, TableProfile } from "../../src/quality/profile.ts";

export const profile = (parts: Partial<ExportsProfile>): ExportsProfile => ({
  period: null,
  asOfGiven: false,
  refused: [],
  unused: [],
  files: [],
  tables: [],
  listed: null,
  days: [],
  costOfGoods: { lines: 0, rows: 0 },
  ...parts,
});

/** One file `ROLE.csv` with a header: row 0 is line 2. */
export const table = (role: TableProfile["role"], parts: Partial<TableProfile> = {}): TableProfile => ({
  role,
  ids: [],
  repeated: [],
  repeatedOrders: [],
  currencies: [],
  suspects: [],
  spotOf: (row) => ({ file: `${role}.csv`, line: row + 2 }),
  ...parts,
});

export const file = (role: FileProfile["role"], parts: Partial<FileProfile> = {}): FileProfile => ({
  role,
  file: `${role}.csv`,
  rows: 10,
  customers: 2,
  first: null,
  last: null,
  amount: null,
  lastAmount: null,
  lastSpot: null,
  badRows: [],
  ignored: [],
  odd: {},
  ...parts,
});

/** Twelve months, neither window covered. */
export const period = (asOf: string): Period => ({
  asOf,
  months: 12,
  window: { from: "2023-05-01", to: asOf },
  prior: { from: "2022-05-01", to: "2023-05-01" },
  costsTo: asOf,
  windowCovered: false,
  priorCovered: false,
});

export const ids = (...texts: readonly string[]) => texts.map((id, firstRow) => ({ id, firstRow, renamed: false }));
