import type { IsoDate } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";
import type { IdDifference } from "./missed-joins.ts";

/**
 * - `error`: another command refuses the files, or its figures would be wrong
 * - `warning`: a person should look; the figures may be wrong
 * - `info`: worth knowing, nothing to mend
 */
export type Severity = "error" | "warning" | "info";

/** From the worst. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** Where something stands in an export; without a line it is the file as a whole. */
export interface Spot {
  readonly file: string;
  readonly line: number | null;
}

/** What was found, with the evidence that its wording needs. */
export type Observation =
  | { readonly finding: "unreadable_file"; readonly problem: string; readonly remedy: string | null }
  | { readonly finding: BadValueKind; readonly column: string | null; readonly example: string }
  | { readonly finding: "customer_listed_twice"; readonly ids: readonly string[] }
  | { readonly finding: "totals_row"; readonly because: "bad_row" | "sum" | "label"; readonly label: string | null }
  | { readonly finding: "no_sales_lines" | "looks_like_costs" | "files_not_used" }
  | { readonly finding: "several_currencies"; readonly rows: readonly (readonly [currency: string, rows: number])[] }
  | { readonly finding: "blank_currency" | "currency"; readonly currency: string }
  | { readonly finding: "date_far_ahead"; readonly day: IsoDate; readonly before: IsoDate }
  | { readonly finding: "date_far_back"; readonly day: IsoDate; readonly after: IsoDate }
  | { readonly finding: "rows_after_as_of"; readonly dateTo: IsoDate; readonly amount: Money | null }
  | { readonly finding: "months_without_sales"; readonly months: readonly string[] }
  | { readonly finding: "no_recent_sales"; readonly last: IsoDate; readonly asOf: IsoDate }
  | {
      readonly finding: "window_not_covered" | "prior_window_not_covered";
      readonly from: IsoDate;
      readonly first: IsoDate;
    }
  | { readonly finding: "lines_without_customer"; readonly role: string; readonly amount: Money | null }
  | { readonly finding: "zero_amounts"; readonly role: string }
  | {
      readonly finding: "negative_amounts";
      readonly role: string;
      readonly amount: Money | null;
      readonly mostly: boolean;
    }
  | { readonly finding: "blank_scores" }
  | {
      readonly finding: "unknown_event_type";
      readonly types: readonly { readonly type: string; readonly nearest: string | null }[];
    }
  | { readonly finding: "outlier_amounts"; readonly customerId: string; readonly size: Money; readonly times: number }
  | { readonly finding: "duplicate_rows" | "duplicate_order_lines"; readonly repeatOf: Spot }
  | { readonly finding: "probable_missed_join"; readonly difference: IdDifference; readonly ids: readonly string[] }
  | { readonly finding: "not_in_customers_file"; readonly ids: readonly string[]; readonly all: boolean }
  | {
      readonly finding: "no_ids_in_common";
      readonly role: string;
      readonly ids: readonly string[];
      readonly sales: readonly string[];
    }
  | { readonly finding: "without_sales"; readonly role: string; readonly ids: readonly string[] }
  | { readonly finding: "without_costs" | "without_answers"; readonly ids: readonly string[] }
  | { readonly finding: "cost_of_goods_twice"; readonly lines: number; readonly rows: number }
  | { readonly finding: "customer_repeated" | "customer_without_id" }
  | { readonly finding: "customer_renamed"; readonly ids: readonly string[] }
  | { readonly finding: "same_name"; readonly name: string; readonly ids: readonly string[] }
  | { readonly finding: "unreadable_attribute"; readonly column: string; readonly value: string }
  | { readonly finding: "sheets_not_read"; readonly sheets: readonly string[] }
  | { readonly finding: "ignored_columns"; readonly header: string; readonly column: string; readonly because: string }
  | {
      readonly finding: "contents";
      readonly role: string;
      readonly customers: number;
      readonly first: IsoDate | null;
      readonly last: IsoDate | null;
      readonly amount: Money | null;
    };

/** Cells and rows that no command reads. */
export type BadValueKind = "bad_date" | "bad_score" | "bad_number" | "unknown_word" | "blank_value" | "broken_row";

export type FindingKind = Observation["finding"];

/** One line of the report. */
export type Finding = Observation & {
  readonly severity: Severity;
  /** Cases: rows, ids, months; of `contents` the rows of the file. */
  readonly count: number;
  /** Names of the files concerned, with commas. */
  readonly file: string;
  /** The first three. */
  readonly spots: readonly Spot[];
};

const spotsKept = 3;

/** A finding from what was observed and where: its file is that of the spots unless said otherwise. */
export function findingOf(
  severity: Severity,
  observation: Observation,
  count: number,
  spots: readonly Spot[],
  file?: string,
): Finding {
  return { ...observation, severity, count, file: file ?? filesOf(spots), spots: spots.slice(0, spotsKept) };
}

const filesOf = (spots: readonly Spot[]): string => [...new Set(spots.map(({ file }) => file))].join(", ");

/** Items by a key, groups and their items in the order of the input. */
export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
