// A report by the names of its columns: the page says again what commands say, and computes nothing.
import { type Money, unitsPerOne } from "../../base/money.ts";
import type { Cell, Column, Report, Row } from "../../output/report.ts";

/** A row to be asked for a column. A column that is not there is not known. */
export class View {
  readonly #places: ReadonlyMap<string, number>;
  readonly #row: Row;

  constructor(places: ReadonlyMap<string, number>, row: Row) {
    this.#places = places;
    this.#row = row;
  }

  text(name: string): string | null {
    return this.#cell(name) as string | null;
  }

  number(name: string): number | null {
    return this.#cell(name) as number | null;
  }

  money(name: string): Money | null {
    return this.#cell(name) as Money | null;
  }

  #cell(name: string): Cell {
    return this.#row[this.#places.get(name) ?? -1] ?? null;
  }
}

/** A report's rows by the names of its columns. */
export function viewsOf({ columns, rows }: Pick<Report, "columns" | "rows">): View[] {
  const places = new Map(columns.map(({ name }, i) => [name, i]));
  return rows.map((row) => new View(places, row));
}

/** These columns of a report, those of them that it has. */
export function pick({ columns, rows }: Pick<Report, "columns" | "rows">, names: readonly string[]) {
  const places = names.map((name) => columns.findIndex((column) => column.name === name)).filter((place) => place >= 0);
  return {
    columns: places.map((place) => columns[place] as Column),
    rows: rows.map((row) => places.map((place) => row[place] ?? null)),
  };
}

/** The name where it is known, else the id. */
export const nameOf = (view: View): string => view.text("customer_name") ?? view.text("customer_id") ?? "";

/** For drawings alone. */
export const toNumber = (amount: Money): number => Number(amount) / Number(unitsPerOne);

/** The sum of a column; `null` where none of it is known. */
export function sumOf(views: readonly View[], name: string): Money | null {
  const known = views.flatMap((view) => view.money(name) ?? []);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0n);
}
