import type { Money } from "../../base/money.ts";
import type { Finding, Severity } from "../../quality/finding.ts";
import type { IdDifference } from "../../quality/missed-joins.ts";
import { type CheckAdvice, type Contents, listed, placeName } from "../check-parts.ts";
import { figures, inUnit } from "./figures.ts";

/** `, 12.00 NOK in all`; nothing where no sum can be told. */
const inAll = (amount: Money | null, currency: string | null): string =>
  amount === null ? "" : `, ${amountOf(amount, currency)} in all`;

const amountOf = (amount: Money, currency: string | null): string => `${figures.cents(amount)}${inUnit(currency)}`;

/** What rows are called in each role. */
const rowWords: Readonly<Record<string, readonly [string, string]>> = {
  sales: ["line", "lines"],
  costs: ["row", "rows"],
  nps: ["answer", "answers"],
  customers: ["customer", "customers"],
  events: ["event", "events"],
};

const rowsOf = (role: string, count: number): string =>
  `${count} ${(rowWords[role] ?? ["row", "rows"])[count === 1 ? 0 : 1]}`;

const mendOrSkip = "mend the export, or leave such rows out with --on-bad-row skip";

const badValue = (finding: Extract<Finding, { readonly example: string }>): string =>
  `${finding.example}: ${mendOrSkip}.`;

const differences: Record<IdDifference, string> = {
  leading_zeros: "differ in leading zeros only: export ids as text and write them alike in all files",
  case: "differ in upper and lower case only: write them alike in all files",
  white_space: "differ in blanks only: write them alike in all files",
  decimals: "differ in decimals only: export ids as text, not as numbers",
  spelling: "look like one id in several spellings: write them alike in all files",
};

const advice: CheckAdvice = {
  unreadable_file: ({ problem, remedy }) => `Left out: ${problem}${remedy === null ? "" : `; ${remedy}`}.`,
  bad_date: badValue,
  bad_score: badValue,
  bad_number: badValue,
  unknown_word: badValue,
  blank_value: badValue,
  broken_row: badValue,
  customer_listed_twice: ({ ids }) =>
    `Keep one row a customer; listed again with other attributes, or in another file: ${listed(ids)}.`,
  totals_row: ({ because, label }) =>
    because === "bad_row"
      ? "This looks like a totals row: delete it, or leave it out with --on-bad-row skip."
      : because === "sum"
        ? "The last amount is the sum of all others: delete the row if it is a totals row, because it counts everything twice."
        : `The id "${label}" reads like the label of a totals row: delete the row if it is one.`,
  no_sales_lines: () =>
    "Put the sales export into the folder as sales.csv, or name it with --sales: without sales lines nobody can be classified.",
  looks_like_costs: () =>
    "Give the file with --costs if it is a costs file: its rows name cost types, and read as sales its amounts are revenue.",
  files_not_used: () =>
    "Nothing to do if this is no export: its name says no role; name it with --sales, --costs, --nps, --customers or --events.",
  several_currencies: ({ rows }) =>
    `Export one currency, or one set of files a currency: ${rows.map(([code, count]) => `${code} in ${count} rows`).join(", ")}.`,
  blank_currency: ({ currency }) =>
    currency === ""
      ? "Fill in the currency, because the files name several."
      : `These rows are taken for ${currency}, the only currency named; fill it in if that is wrong.`,
  currency: ({ currency }) => `Nothing to do: all amounts that name a currency are in ${currency}.`,
  date_far_ahead: ({ day, before }) =>
    `Mend the date ${day}, more than a year after the sale before it (${before}), or name the as-of date with --as-of ${before}.`,
  date_far_back: ({ day, after }) =>
    `Mend the date ${day}, more than a year before the next sale (${after}), if it is a typing error or a placeholder.`,
  rows_after_as_of: ({ dateTo, amount }, currency) =>
    `These rows are dated after ${dateTo}${inAll(amount, currency)}, and left out: mend their dates, or move --as-of.`,
  months_without_sales: ({ months }) =>
    `Check whether the export is complete: no sale in ${months.slice(0, 3).join(", ")}${months.length > 3 ? ", …" : ""}; sales go on at the places named.`,
  no_recent_sales: ({ last, asOf }) =>
    `Export the sales up to ${asOf}, or move --as-of: the last is of ${last}, so that nobody bought anything lately.`,
  window_not_covered: ({ from, first }) =>
    `Export sales from ${from} on: the first is of ${first}, so that the window is not covered and its figures are of a shorter time.`,
  prior_window_not_covered: ({ from, first }) =>
    `Export sales from ${from} on if you want growth and trend: the first is of ${first}.`,
  lines_without_customer: ({ role, amount }, currency) =>
    role === "nps"
      ? "Fill in the customer ids: these answers count for no customer."
      : role === "events"
        ? "Fill in the customer ids: these events are left out."
        : `Fill in the customer ids: ${amount === null ? "these rows" : amountOf(amount, currency)} ${role === "sales" ? "are credited to no customer" : "are borne by no customer"}.`,
  zero_amounts: () =>
    "Nothing to do if these are gifts or corrections: an amount of zero is a purchase that adds nothing.",
  negative_amounts: ({ role, amount, mostly }, currency) =>
    mostly
      ? `Check the sign of the amounts: more than half of the rows are below zero${inAll(amount, currency)}.`
      : `Nothing to do if these are ${role === "sales" ? "returns and credit notes" : "refunds"}${inAll(amount, currency)}.`,
  unknown_event_type: ({ types }) =>
    `Write the types as they are known, or these rows are left out: ${types
      .map(({ type, nearest }) => `"${type.slice(0, 40)}"${nearest === null ? "" : `, perhaps ${nearest}`}`)
      .join("; ")}.`,
  blank_scores: () => "Nothing to do: a blank score is an invitation that was not answered.",
  outlier_amounts: ({ customerId, size, times }, currency) =>
    `Check the amount: ${amountOf(size, currency)} is ${Math.floor(times)} times the median line of customer "${customerId}".`,
  duplicate_rows: ({ repeatOf }) =>
    `Delete rows that were exported twice: the first repeats ${placeName(repeatOf)} to the last character, and both count.`,
  duplicate_order_lines: ({ repeatOf }) =>
    `Delete lines that were booked twice: the first has the order, product, date and amount of ${placeName(repeatOf)}, and both count.`,
  probable_missed_join: ({ difference, ids }) =>
    `${listed(ids)} are different customers here, but ${differences[difference]}.`,
  not_in_customers_file: ({ ids, all }) =>
    all
      ? `Check that both files hold the same kind of id: none of these, as ${listed(ids)}, is in the customers file.`
      : `Add these customers to the customers file, or mend their ids: ${listed(ids)}.`,
  no_ids_in_common: ({ ids, sales }) =>
    `Map the right id column with --map: no id, as ${listed(ids)}, is in the sales files, where ids are like ${listed(sales)}.`,
  without_sales: ({ role, ids }) =>
    role === "customers"
      ? `Nothing to do if these are prospects, which have no sales line yet: ${listed(ids)}.`
      : role === "events"
        ? `Check these ids, which no other file names: ${listed(ids)}.`
        : `Check these ids, which have no sales line: ${listed(ids)}.`,
  without_costs: ({ ids }) =>
    `Check that the costs are complete: these customers have sales and no costs: ${listed(ids)}.`,
  without_answers: ({ ids }) =>
    `Ask these customers too, which have sales and no row in the NPS files: ${listed(ids)}.`,
  cost_of_goods_twice: ({ lines, rows }) =>
    `Say which cost of goods counts with --cogs sales, costs or add: ${lines} sales lines and ${rows} rows of costs carry it.`,
  customer_repeated: () =>
    "Delete the repetition when convenient: the row says word for word what an earlier one says, and counts once.",
  customer_without_id: () => "Fill in the customer id: rows without one are left out.",
  customer_renamed: ({ ids }) =>
    `Nothing to do if these customers changed their name, the latest counts: ${listed(ids)}.`,
  same_name: ({ name, ids }) => `Check whether these are one customer: "${name}" goes by ${listed(ids)}.`,
  unreadable_attribute: ({ column, value }) =>
    `Mend ${column}, as "${value.slice(0, 40)}": what cannot be read counts as unknown.`,
  sheets_not_read: ({ sheets }) =>
    `Save other sheets as files of their own if they belong to the export: only the first with anything on it is read, not ${listed(sheets)}.`,
  ignored_columns: ({ header, column, because }) =>
    `Column ${header} could be ${column} too and is left alone (${because}): name it with --map if it is the right one.`,
  contents: (finding, currency) => `Compare with the system it comes from: ${contentsOf(finding, currency)}.`,
};

function contentsOf({ role, count, customers, first, last, amount }: Contents, currency: string | null): string {
  const what = `${rowsOf(role, count)}${role === "customers" ? "" : ` of ${customers} ${customers === 1 ? "customer" : "customers"}`}`;
  const when = first === null ? "" : `, ${first} to ${last}`;
  return `${what}${when}${inAll(amount, currency)}`;
}

const nouns: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["note", "notes"],
};

export const check = {
  count: (count: number, severity: Severity) => `${count === 0 ? "no" : count} ${nouns[severity][count === 1 ? 0 : 1]}`,
  noDate: "no date found",
  latestDate: (asOf: string, isBelieved: boolean) =>
    `${asOf}, the latest ${isBelieved ? "date that can be believed" : "date"}`,
  findings: "findings",
  more: (count: number) => `${count} more (--columns finding,advice shows all)`,
  contents: contentsOf,
  /** What to do about each finding, in one sentence. */
  advice,
};
