import { englishNotation, type Notation } from "./notation.ts";

/** What the formats for people say of their own: headings of their parts, tools of the page. */
export interface OutputWords {
  /** The language's tag, as html has it. */
  readonly tag: string;
  readonly notation: Notation;
  /** Below a table that does not show all: so many rows, those before or those after; columns left out. */
  readonly more: (count: number) => string;
  readonly earlier: (count: number) => string;
  readonly noRoom: (columns: string) => string;
  /** What `--where` left: its condition, the rows that are shown, all rows. */
  readonly where: (condition: string, shown: number, all: number) => string;
  readonly whereTerm: string;
  readonly page: PageWords;
  readonly workbook: WorkbookWords;
  readonly axis: { readonly thousand: string; readonly million: string; readonly billion: string };
}

export interface PageWords {
  readonly title: (command: string) => string;
  readonly result: string;
  readonly summary: string;
  readonly skip: string;
  readonly contents: string;
  readonly search: string;
  readonly showAll: string;
  readonly all: string;
  readonly back: string;
  readonly next: string;
  readonly sameAsTable: string;
  readonly chooseBox: string;
  /** All rows, or the first of more. */
  readonly rows: (shown: number, count: number) => string;
  /** Below a table that has more rows than a printed page shows. */
  readonly onPaper: (most: number) => string;
  /** What the script says (browser/page.js); `null`: what stands there. */
  readonly script: ScriptWords | null;
}

/** A workbook of one command: the sheet of its rows, and the one that says what they are of. */
export interface WorkbookWords {
  readonly sheet: (command: string) => string;
  readonly about: string;
  readonly item: string;
  readonly value: string;
  readonly textNotNumbers: string;
  readonly tooLarge: (columns: string) => string;
}

/** Texts of the script; parts in braces are values of its own, which every language has. */
export interface ScriptWords {
  readonly none: string;
  readonly range: string;
  readonly rowsOfAll: string;
  readonly rowsOfSome: string;
  readonly page: string;
  readonly chosen: string;
}

export const englishOutput: OutputWords = {
  tag: "en",
  notation: englishNotation,
  more: (count) => `… ${count} more (a pipe or -o FILE gets all)`,
  earlier: (count) => `… ${count} earlier (a pipe or -o FILE gets all)`,
  noRoom: (columns) => `no room for: ${columns} (--columns chooses)`,
  where: (condition, shown, all) => `${condition}: ${shown} of ${all} rows, ${all - shown} left out`,
  whereTerm: "where",
  page: {
    title: (command) => `portfolio ${command}`,
    result: "Result",
    summary: "Summary",
    skip: "Skip to the content",
    contents: "Contents",
    search: "Search",
    showAll: "Show all",
    all: "all",
    back: "Back",
    next: "Next",
    sameAsTable: "The same as a table",
    chooseBox: "Choose a box to see its customers below.",
    rows: (shown, count) =>
      shown === count ? `${count} ${count === 1 ? "row" : "rows"}` : `${shown} of ${count} rows`,
    onPaper: (most) => `No more than ${most} rows are printed; csv and xlsx have all of them.`,
    script: null,
  },
  workbook: {
    sheet: (command) => command.charAt(0).toUpperCase() + command.slice(1),
    about: "About",
    item: "item",
    value: "value",
    textNotNumbers: "text, not numbers",
    tooLarge: (columns) => `amounts of more than 13 digits in ${columns}`,
  },
  axis: { thousand: " k", million: " m", billion: " bn" },
};
