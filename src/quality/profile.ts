import type { IsoDate } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";
import type { Period } from "../facts/period.ts";
import type { Spot } from "./finding.ts";

/** What the exports of a run look like: all that the checks judge. Rows are numbered over the files of a table. */
export interface ExportsProfile {
  /** `null` where the files hold no date. */
  readonly period: Period | null;
  /** Whether the user named the as-of date; a default one is the latest sale that can be believed. */
  readonly asOfGiven: boolean;
  readonly refused: readonly RefusedFile[];
  /** Files of the folder that could be exports by their ending, and whose names say no role. */
  readonly unused: readonly string[];
  readonly files: readonly FileProfile[];
  readonly tables: readonly TableProfile[];
  readonly listed: ListedCustomers | null;
  /** Days with sales lines, from the first to the last. */
  readonly days: readonly SalesDay[];
  readonly costOfGoods: { readonly lines: number; readonly rows: number };
}

/** A file that cannot be read at all. */
export interface RefusedFile {
  readonly file: string;
  readonly problem: string;
  readonly remedy: string | null;
  readonly spots: readonly Spot[];
}

/** A file that was read. */
export interface FileProfile {
  readonly role: "sales" | "costs" | "nps" | "customers" | "events";
  readonly file: string;
  readonly rows: number;
  readonly customers: number;
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
  readonly amount: Money | null;
  readonly lastAmount: Money | null;
  readonly lastSpot: Spot | null;
  readonly badRows: readonly BadLine[];
  readonly ignored: readonly { readonly header: string; readonly column: string; readonly because: string }[];
  /** Sheets of its workbook that hold something and are not read; only of workbooks. */
  readonly otherSheets?: readonly string[];
  /** Rows that are odd by themselves. */
  readonly odd: Readonly<Partial<Record<Oddity, OddLines>>>;
  /** Types of event that nothing knows; only of events files. */
  readonly unknownTypes?: readonly UnknownType[];
  /** Values and limits that could not be read; only of events files. */
  readonly unread?: readonly UnreadValue[];
  /** Whether it was given for sales and names the cost type of its rows. */
  readonly looksLikeCosts?: boolean;
}

/** A type of event that nothing knows, and the known one that was perhaps meant. */
export interface UnknownType {
  readonly type: string;
  readonly nearest: string | null;
  readonly spots: readonly Spot[];
}

/** A cell that counts as unknown because it could not be read. */
export interface UnreadValue {
  readonly spot: Spot;
  readonly column: string;
  readonly value: string;
}

export type Oddity = "unassigned" | "after" | "zero" | "negative" | "blank";

export interface OddLines {
  readonly count: number;
  readonly amount: Money;
  readonly spots: readonly Spot[];
}

/** A record that could not be read. */
export interface BadLine {
  readonly line: number;
  /** Canonical; `null` where the record as a whole is wrong. */
  readonly column: string | null;
  readonly isBlank: boolean;
  /** Whether it begins with the label of a totals row. */
  readonly isTotals: boolean;
  /** `amount "abc" is not a number` */
  readonly sentence: string;
  readonly id: string;
}

/** The rows of one role's files together. */
export interface TableProfile {
  readonly role: "sales" | "costs" | "nps" | "events";
  /** In the order of the rows. */
  readonly ids: readonly IdUse[];
  /** To the last character. */
  readonly repeated: readonly RepeatedRow[];
  /** In order, customer, product, date and amount. */
  readonly repeatedOrders: readonly RepeatedRow[];
  /** `null`: blank cells. Empty where the files have no such column. */
  readonly currencies: readonly CurrencyUse[];
  /** Lines of customers of whom one may be out of all proportion. */
  readonly suspects: readonly SuspectLines[];
  spotOf(row: number): Spot;
}

export interface IdUse {
  readonly id: string;
  readonly firstRow: number;
  readonly renamed: boolean;
}

export interface RepeatedRow {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly repeats: number;
}

export interface CurrencyUse {
  readonly currency: string | null;
  readonly rows: number;
  readonly firstRow: number;
}

export interface SuspectLines {
  readonly customerId: string;
  readonly lines: readonly { readonly row: number; readonly size: Money }[];
}

export interface SalesDay {
  readonly day: IsoDate;
  readonly lines: number;
  readonly firstRow: number;
}

/** The customers files. */
export interface ListedCustomers {
  readonly files: readonly string[];
  readonly cards: readonly { readonly id: string; readonly name: string | null; readonly spot: Spot }[];
  /** Rows that repeat another word for word. */
  readonly repeated: readonly Spot[];
  readonly withoutId: readonly Spot[];
  readonly unread: readonly UnreadValue[];
}
