// Which oddities a run met, as notices: what `classify` and its like say of every export. Pure over what was loaded.
import { daysBetween } from "../base/calendar.ts";
import { exactMoney } from "../base/money.ts";
import { compareCodePoints } from "../base/statistics.ts";
import type { AnswerTotals, CostTotals, RepeatedRow, SalesTotals } from "../engine/facts.ts";
import type { FirstRows } from "../engine/places.ts";
import type { Period } from "../facts/period.ts";
import { sentence } from "../ingest/bad-rows.ts";
import type { CardsReading } from "../ingest/cards.ts";
import type { Role } from "../ingest/columns.ts";
import { type EventsReading, isAfter } from "../ingest/events.ts";
import type { UnreadCell } from "../ingest/optional-cells.ts";
import type { TableRole } from "../ingest/rules.ts";
import { sheetChoice } from "../ingest/source.ts";
import { isSilent } from "../quality/days.ts";
import { findMissedJoins, totalsLabels } from "../quality/missed-joins.ts";
import { firstValues, type Notice } from "../quality/notice.ts";
import { type Contradictions, contradictionNotices } from "./attribute-notices.ts";
import { type Loaded, type LoadedFile, placeOf, readingsOf, tableOf } from "./load.ts";

/** What notices are drawn from. */
export interface Observations {
  readonly loaded: Loaded;
  readonly period: Period;
  readonly totals: {
    readonly sales: SalesTotals | null;
    readonly costs: CostTotals | null;
    readonly answers: AnswerTotals | null;
  };
  /** Ids by where they stand. */
  readonly ids: {
    readonly sales: readonly string[];
    readonly costs: readonly string[];
    readonly answers: readonly string[];
  };
  readonly repeated: Readonly<Record<TableRole, readonly RepeatedRow[]>>;
  readonly blankCurrencies: readonly { readonly role: TableRole; readonly count: number; readonly currency: string }[];
  /** The first rows of what is counted in `totals`. */
  readonly firstRows: Readonly<Record<TableRole, FirstRows>>;
  readonly contradictions: Contradictions;
}

/** The notices of a run, roles in their order, then by kind. */
export function noticesOf(seen: Observations): Notice[] {
  const { loaded } = seen;
  return [
    ...fileNotices(loaded),
    ...remainders(seen),
    ...afterAsOf(seen),
    ...repeats(seen),
    ...joins(seen),
    ...silence(seen),
    ...coverage(seen),
  ];
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const names = (files: readonly LoadedFile[]): string => files.map(({ text }) => text.name).join(", ");

/** What is odd in the files by themselves. */
export function fileNotices(loaded: Loaded): Notice[] {
  const notices: Notice[] = [];
  const readings = readingsOf(loaded);
  for (const { role, text, ignored, badRowCount, badRows, looksLikeCosts } of readings) {
    if (looksLikeCosts)
      notices.push({
        notice: "looks_like_costs",
        role,
        file: text.name,
        count: 1,
        values: [],
        message: `looks like a costs file: its rows name cost types; read as ${role}, its amounts are revenue. If it is one: --costs ${text.name}`,
      });
    const { sheet, otherSheets } = sheetChoice(text) ?? { sheet: "", otherSheets: [] };
    if (otherSheets.length > 0)
      notices.push({
        notice: "sheets_not_read",
        role,
        file: text.name,
        count: otherSheets.length,
        values: otherSheets.slice(0, firstValues),
        message: `sheet ${sheet} is read, ${plural(otherSheets.length, "other")} not; if one of them belongs to the export, save it as a file of its own`,
      });
    for (const { header, column, because } of ignored)
      notices.push({
        notice: "ignored_columns",
        role,
        file: text.name,
        count: 1,
        values: [header],
        message: `column ${header} could be ${column} too; left alone: ${because}`,
      });
    if (badRowCount > 0)
      notices.push({
        notice: "bad_rows_skipped",
        role,
        file: text.name,
        count: badRowCount,
        values: badRows.slice(0, firstValues).map((row) => `${text.name}:${row.line}: ${sentence(row)}`),
        message: `${plural(badRowCount, "row")} could not be read and ${badRowCount === 1 ? "is" : "are"} left out`,
      });
  }
  for (const reading of loaded.customers) notices.push(...cardNotices(reading));
  for (const reading of loaded.events) notices.push(...eventNotices(reading));
  return notices;
}

function eventNotices({ file, unknownTypes, withoutId, unread }: EventsReading): Notice[] {
  const shared = { role: "events", file: file.text.name };
  const unknown = unknownTypes.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(unknown === 0
      ? []
      : [
          {
            ...shared,
            notice: "unknown_event_type" as const,
            count: unknown,
            values: unknownTypes
              .slice(0, firstValues)
              .map(({ type, nearest }) => typeName(type) + (nearest === null ? "" : `, perhaps ${nearest}`)),
            message: `${plural(unknown, "event")} of a type that is not known; left out`,
          },
        ]),
    ...(withoutId.length === 0
      ? []
      : [
          {
            ...shared,
            notice: "lines_without_customer" as const,
            count: withoutId.length,
            values: withoutId.slice(0, firstValues).map((line) => `${file.text.name}:${line}`),
            message: `${plural(withoutId.length, "event")} without a customer`,
          },
        ]),
    ...unreadNotice("events", file.text.name, unread, "value"),
  ];
}

const typeName = (type: string): string => (type === "" ? "blank" : type);

function cardNotices({ file, unread, repeated, withoutId }: CardsReading): Notice[] {
  const { name } = file.text;
  const notice = (kind: Notice["notice"], count: number, values: readonly string[], message: string): Notice[] =>
    count === 0
      ? []
      : [{ notice: kind, role: "customers", file: name, count, values: values.slice(0, firstValues), message }];
  const at = (lines: readonly number[]) => lines.map((line) => `${name}:${line}`);
  return [
    ...notice(
      "customer_repeated",
      repeated.length,
      at(repeated),
      `${plural(repeated.length, "row")} repeat a customer word for word; counted once`,
    ),
    ...notice(
      "customer_without_id",
      withoutId.length,
      at(withoutId),
      `${plural(withoutId.length, "row")} name no customer; left out`,
    ),
    ...unreadNotice("customers", name, unread, "attribute"),
  ];
}

function unreadNotice(role: Role, file: string, unread: readonly UnreadCell[], what: string): Notice[] {
  if (unread.length === 0) return [];
  return [
    {
      notice: "unreadable_attribute",
      role,
      file,
      count: unread.length,
      values: unread
        .slice(0, firstValues)
        .map(({ line, column, value }) => `${file}:${line}: ${column} "${value.slice(0, 40)}"`),
      message: `${plural(unread.length, what)} could not be read and ${unread.length === 1 ? "counts" : "count"} as unknown`,
    },
  ];
}

/** The first places of a kind of row, as FILE:LINE. */
const placesOf = (
  { loaded: { files }, firstRows }: Observations,
  role: TableRole,
  kind: keyof FirstRows,
): readonly string[] => firstRows[role][kind].map((row) => placeOf(files[role], row));

function remainders(seen: Observations): Notice[] {
  const {
    loaded: { files },
    totals: { sales, costs, answers },
    blankCurrencies,
  } = seen;
  const notices: Notice[] = [];
  const add = (kind: Notice["notice"], role: TableRole, count: number, values: readonly string[], message: string) => {
    if (count > 0) notices.push({ notice: kind, role, file: names(files[role]), count, values, message });
  };
  if (sales !== null)
    add(
      "lines_without_customer",
      "sales",
      sales.linesUnassigned,
      placesOf(seen, "sales", "unassigned"),
      `${plural(sales.linesUnassigned, "line")} without a customer, ${exactMoney(sales.amountUnassigned)} in all: the remainder (no customer)`,
    );
  if (costs !== null)
    add(
      "lines_without_customer",
      "costs",
      costs.rowsUnassigned,
      placesOf(seen, "costs", "unassigned"),
      `${plural(costs.rowsUnassigned, "row")} of costs without a customer, ${exactMoney(costs.amountUnassigned)} in all; no customer bears them`,
    );
  if (answers !== null) {
    add(
      "lines_without_customer",
      "nps",
      answers.rowsUnassigned,
      placesOf(seen, "nps", "unassigned"),
      `${plural(answers.rowsUnassigned, "answer")} without a customer`,
    );
    add(
      "blank_scores",
      "nps",
      answers.blank,
      placesOf(seen, "nps", "blank"),
      `${plural(answers.blank, "blank score")}: invited, not answered`,
    );
  }
  for (const { role, count, currency } of blankCurrencies)
    add("blank_currency", role, count, [currency], `${plural(count, "row")} without a currency, taken for ${currency}`);
  return notices;
}

function afterAsOf(seen: Observations): Notice[] {
  const {
    loaded: { files, events },
    period,
    totals: { sales, costs, answers },
  } = seen;
  const rows: [TableRole, number, string][] = [
    ["sales", sales?.linesAfter ?? 0, sales === null ? "" : `, ${exactMoney(sales.amountAfter)} in all`],
    ["costs", costs?.rowsAfter ?? 0, costs === null ? "" : `, ${exactMoney(costs.amountAfter)} in all`],
    ["nps", answers?.rowsAfter ?? 0, ""],
  ];
  const message = (count: number, dateTo: string, amount: string) =>
    `${plural(count, "row")} dated after ${dateTo}${amount}; left out`;
  const late = events.map(({ file, rows: all }) => ({
    file: file.text.name,
    lines: all.filter((row) => isAfter(row, period.asOf)).map(({ line }) => line),
  }));
  return [
    ...rows
      .filter(([, count]) => count > 0)
      .map(([role, count, amount]) => ({
        notice: "rows_after_as_of" as const,
        role,
        file: names(files[role]),
        count,
        values: placesOf(seen, role, "after"),
        message: message(count, role === "costs" ? period.costsTo : period.asOf, amount),
      })),
    ...late
      .filter(({ lines }) => lines.length > 0)
      .map(({ file, lines }) => ({
        notice: "rows_after_as_of" as const,
        role: "events",
        file,
        count: lines.length,
        values: lines.slice(0, firstValues).map((line) => `${file}:${line}`),
        message: message(lines.length, period.asOf, ""),
      })),
  ];
}

function repeats({ loaded: { files, hashed }, repeated }: Observations): Notice[] {
  return (Object.keys(tableOf) as TableRole[]).flatMap((role): Notice[] => {
    if (files[role].length === 0) return [];
    if (!hashed[role])
      return [
        {
          notice: "duplicates_not_searched",
          role,
          file: names(files[role]),
          count: 0,
          values: [],
          message: "over 64 MB: duplicate rows are looked for by `portfolio check` only",
        },
      ];
    const rows = repeated[role];
    const count = rows.reduce((sum, { repeats }) => sum + repeats, 0);
    if (count === 0) return [];
    return [
      {
        notice: "duplicate_rows",
        role,
        file: names(files[role]),
        count,
        values: rows.slice(0, firstValues).map(({ lastRow }) => placeOf(files[role], lastRow)),
        message: `${plural(count, "row")} repeat another row to the last character; counted like any other`,
      },
    ];
  });
}

/** The ids that the events files name up to the as-of date, and in plans after it. */
const eventIds = ({ events }: Loaded, asOf: string): string[] => [
  ...new Set(
    events.flatMap(({ rows }) =>
      rows.filter((row) => row.customerId !== "" && !isAfter(row, asOf)).map(({ customerId }) => customerId),
    ),
  ),
];

function joins({ loaded, period, ids, contradictions }: Observations): Notice[] {
  const { files, customers, events } = loaded;
  const inEvents = eventIds(loaded, period.asOf);
  const notices: Notice[] = [];
  const listed = new Set(customers.flatMap(({ cards }) => cards.map(({ customerId }) => customerId)));
  const everywhere = new Set([...listed, ...ids.sales, ...ids.costs, ...ids.answers, ...inEvents]);
  const missed = findMissedJoins(everywhere);
  if (missed.length > 0)
    notices.push({
      notice: "probable_missed_join",
      role: "",
      file: "",
      count: missed.length,
      values: missed.slice(0, firstValues).map((group) => group.ids.join(" / ")),
      message: `${plural(missed.length, "customer")} may go by several ids; they are different customers here`,
    });
  const labels = totalsLabels(ids.sales);
  if (labels.length > 0)
    notices.push({
      notice: "totals_row",
      role: "sales",
      file: names(files.sales),
      count: labels.length,
      values: labels.slice(0, firstValues),
      message: `${plural(labels.length, "customer id")} read like the label of a totals row; if so, delete the row`,
    });
  if (listed.size > 0) {
    const listNames = customers.map(({ file }) => file.text.name).join(", ");
    for (const [role, known, file] of [
      ["sales", ids.sales, names(files.sales)],
      ["costs", ids.costs, names(files.costs)],
      ["nps", ids.answers, names(files.nps)],
      ["events", inEvents, events.map((reading) => reading.file.text.name).join(", ")],
    ] as const) {
      const unknown = known.filter((id) => !listed.has(id)).sort(compareCodePoints);
      if (unknown.length > 0)
        notices.push({
          notice: "not_in_customers_file",
          role,
          file,
          count: unknown.length,
          values: unknown.slice(0, firstValues),
          message: `${plural(unknown.length, "customer")} not in ${listNames}`,
        });
    }
    if (files.sales.length > 0) {
      const buying = new Set(ids.sales);
      const silent = [...listed].filter((id) => !buying.has(id)).sort(compareCodePoints);
      if (silent.length > 0)
        notices.push({
          notice: "listed_without_sales",
          role: "customers",
          file: listNames,
          count: silent.length,
          values: silent.slice(0, firstValues),
          message: `${plural(silent.length, "listed customer")} without a sales line`,
        });
    }
  }
  notices.push(
    ...contradictionNotices(contradictions, {
      sales: names(files.sales),
      customers: customers.map(({ file }) => file.text.name).join(", "),
    }),
  );
  return notices;
}

/** Nothing was sold lately: the export may be an old one, or the as-of date mistyped. */
function silence({ loaded: { files }, period, totals: { sales } }: Observations): Notice[] {
  const last = sales?.lastSale ?? null;
  if (last === null || !isSilent(last, period)) return [];
  const days = daysBetween(last, period.asOf);
  return [
    {
      notice: "no_recent_sales",
      role: "sales",
      file: names(files.sales),
      count: 1,
      values: [last],
      message: `the last sale is ${last}, ${days} days before the as-of date`,
    },
  ];
}

function coverage({ loaded: { files }, period, totals: { sales } }: Observations): Notice[] {
  if (sales === null) return [];
  const shared = {
    role: "sales",
    file: names(files.sales),
    count: 1,
    values: sales.firstSale === null ? [] : [sales.firstSale],
  };
  const since = `the first sale is ${sales.firstSale}`;
  if (!period.windowCovered)
    return [
      {
        ...shared,
        notice: "window_not_covered",
        message: `the sales do not reach back over the whole window after ${period.window.from} (${since}); its figures are of a shorter time, growth and trend stay empty`,
      },
    ];
  if (!period.priorCovered)
    return [
      {
        ...shared,
        notice: "prior_window_not_covered",
        message: `the sales do not reach back to ${period.prior.from} (${since}): revenue_prior, growth and trend stay empty`,
      },
    ];
  return [];
}
