/** Something about the exports that every command says, because a sum may hinge on it. */
export interface Notice {
  /** Stable word, as `rows_after_as_of`. */
  readonly notice: NoticeKind;
  readonly role: string;
  /** As the user named it; empty where no single file is meant. */
  readonly file: string;
  readonly count: number;
  /** The first three cases: values, ids, or places as FILE:LINE. */
  readonly values: readonly string[];
  /** One sentence for people. */
  readonly message: string;
}

export type NoticeKind =
  | "lines_without_customer"
  | "rows_after_as_of"
  | "bad_rows_skipped"
  | "probable_missed_join"
  | "not_in_customers_file"
  | "listed_without_sales"
  | "blank_scores"
  | "duplicate_rows"
  | "duplicates_not_searched"
  | "totals_row"
  | "ignored_columns"
  | "no_recent_sales"
  | "window_not_covered"
  | "prior_window_not_covered"
  | "dates_not_comparable"
  | "blank_currency"
  | "customer_repeated"
  | "customer_without_id"
  | "unreadable_attribute"
  | "customer_renamed"
  | "name_differs"
  | "attribute_varies"
  | "attribute_differs"
  | "unknown_event_type"
  | "files_not_used"
  | "looks_like_costs"
  | "sheets_not_read"
  | "stated_potential";

export const firstValues = 3;
