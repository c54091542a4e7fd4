// What a page is made of, before any markup. Texts are plain: whatever stands in them, the page shows it and obeys none of it.
import type { Report, SummaryLine, Tone } from "../report.ts";

export interface Page {
  readonly title: string;
  /** Below the title: what the page speaks of. */
  readonly facts: readonly SummaryLine[];
  readonly sections: readonly Section[];
  /** Small print at the end. */
  readonly footer: readonly string[];
}

export interface Section {
  /** Letters and hyphens, unique in the page: part of the address, and of the ids in it. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = Sentences | Terms | SmallTable | Grid | ChartBlock | RowsTable;

/** Sentences, as a list where there are several. */
export interface Sentences {
  readonly kind: "sentences";
  readonly heading?: string;
  readonly items: readonly string[];
}

/** Terms and what they mean, or their values. */
export interface Terms {
  readonly kind: "terms";
  readonly terms: readonly SummaryLine[];
}

/** A few rows of words and figures; the first row is the header. */
export interface SmallTable {
  readonly kind: "table";
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
}

/** A table of boxes whose colour says how much. */
export interface Grid {
  readonly kind: "grid";
  readonly id: string;
  readonly caption: string;
  /** What the boxes below stand for; the first is the corner's. */
  readonly heads: readonly string[];
  readonly rows: readonly { readonly head: string; readonly boxes: readonly Box[] }[];
  /** Boxes with a value are buttons: they show only the rows of this value in every table that has the column. */
  readonly filters?: string;
}

export interface Box {
  /** One below the other; none for an empty box. */
  readonly lines: readonly string[];
  /** How much, 0 to 5. */
  readonly level: number;
  readonly tone?: Tone | undefined;
  /** The value of the grid's column, for a button. */
  readonly value?: string;
}

/** A drawing, and the same as a table for whoever does not see it. */
export interface ChartBlock {
  readonly kind: "chart";
  readonly id: string;
  readonly title: string;
  /** What is to be seen, in a sentence or two. */
  readonly description: string;
  readonly drawing: Drawing;
  /** The first row is the header. */
  readonly table: readonly (readonly string[])[];
}

/** How the figures of an axis read. */
export type Unit = "money" | "share" | "points" | "count";

export type Drawing = Lines | Curve | Bubbles | Waterfall | Flows;

/** Figures over periods. `null`: not known. */
export interface Lines {
  readonly kind: "lines";
  readonly ticks: readonly string[];
  readonly unit: Unit;
  readonly series: readonly {
    readonly name: string;
    readonly dashed?: boolean;
    readonly values: readonly (number | null)[];
    /** One a value. */
    readonly tips: readonly string[];
  }[];
}

/** Shares over shares, from the origin to (1, 1). */
export interface Curve {
  readonly kind: "curve";
  readonly across: string;
  readonly up: string;
  readonly points: readonly (readonly [across: number, up: number])[];
  readonly tips: readonly string[];
  /** Points that are named in the drawing. */
  readonly marks: readonly { readonly at: readonly [across: number, up: number]; readonly label: string }[];
}

/** Circles in four quarters. */
export interface Bubbles {
  readonly kind: "bubbles";
  readonly across: {
    readonly name: string;
    readonly unit: Unit;
    readonly cut: number;
    readonly range: readonly [number, number];
  };
  /** Drawn by magnitude: ten times as much is as far up wherever it begins. Amounts that are not above zero stand at the bottom. */
  readonly up: { readonly name: string; readonly unit: Unit; readonly cut: number | null };
  readonly bubbles: readonly {
    readonly across: number;
    readonly up: number;
    /** From 0 to 1, by area. */
    readonly size: number;
    readonly tone: Tone;
    readonly tip: string;
  }[];
  /** Names of the quarters: above left, above right, below left, below right. */
  readonly corners: readonly [string, string, string, string];
}

/** From one amount to another in steps. */
export interface Waterfall {
  readonly kind: "waterfall";
  readonly unit: Unit;
  /** A step goes from one height to another; the first and the last stand on zero. */
  readonly steps: readonly {
    readonly name: string;
    readonly from: number;
    readonly to: number;
    readonly tone: Tone | "plain";
    readonly label: string;
    readonly tip: string;
  }[];
}

/** How many went from where to where. */
export interface Flows {
  readonly kind: "flows";
  readonly from: readonly FlowEnd[];
  readonly to: readonly FlowEnd[];
  /** By place in `from` and `to`. */
  readonly flows: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly tip: string;
  }[];
}

export interface FlowEnd {
  readonly name: string;
  readonly tone: Tone | "plain";
}

/** Rows of a report in pages that can be sorted, filtered and searched. */
export interface RowsTable extends Pick<Report, "columns" | "rows"> {
  readonly kind: "rows";
  readonly id: string;
  readonly caption: string;
  /** Columns with few values that can be chosen from a list. */
  readonly filters: readonly string[];
  /** Columns of long texts: they stand below each row, across its whole width, and are not sorted by. */
  readonly below?: readonly string[];
  /** Said below, where the table does not hold all that there is. */
  readonly note?: string;
}
