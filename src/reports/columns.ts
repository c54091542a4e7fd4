import type { Cell, Column, Tone } from "../output/report.ts";

/** A column of a report, and what it says of an item. */
export interface ColumnOf<Item> extends Column {
  readonly cell: (item: Item) => Cell;
}

/** Written in one line, as a report lists its columns. */
export const column = <Item>(
  name: string,
  kind: Column["kind"],
  onTerminal: boolean,
  cell: (item: Item) => Cell,
  tones?: ReadonlyMap<string, Tone>,
): ColumnOf<Item> => ({ name, kind, onTerminal, cell, ...(tones === undefined ? {} : { tones }) });

/** The columns alone, as the output takes them. */
export const plainColumns = <Item>(columns: readonly ColumnOf<Item>[]): Column[] =>
  columns.map(({ cell: _cell, ...rest }) => rest);

/** A row an item, in the order of the items. */
export const rowsOf = <Item>(columns: readonly ColumnOf<Item>[], items: readonly Item[]): Cell[][] =>
  items.map((item) => {
    const row: Cell[] = [];
    for (const { cell } of columns) row.push(cell(item));
    return row;
  });
