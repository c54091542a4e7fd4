/** How a file is read and why, as plain data: collected by ingest, worded by reports. Lines count from 1. */
export interface Inspection {
  /** As the user named it. */
  readonly file: string;
  readonly bytes: number;
  readonly compression: string | null;
  /** What the file is where it is no text: a workbook or a Parquet file. */
  readonly table: InspectedTable | null;
  readonly encoding: { readonly name: string; readonly evidence: string };
  readonly delimiter: { readonly text: string; readonly evidence: string };
  readonly quote: { readonly quote: string; readonly escape: string; readonly evidence: string };
  /** How many lines end in which way. */
  readonly lineEnds: {
    readonly lf: number;
    readonly crlf: number;
    readonly cr: number;
    readonly isFinalMissing: boolean;
  };
  readonly hasSeparatorLine: boolean;
  /** What stands above the header: the first few lines that are not blank, and how many lines there are. */
  readonly titles: { readonly count: number; readonly first: readonly InspectedLine[] };
  readonly header: { readonly line: number | null; readonly evidence: string };
  /** Records below the header that are not blank. */
  readonly records: number;
  readonly blankRecords: number;
  /** Records of another length than the header. */
  readonly ragged: Places;
  /** Records with a quote that had to be taken as text. */
  readonly mended: Places;
  readonly reader: { readonly name: "bulk" | "careful"; readonly reasons: readonly string[] };
  readonly role: { readonly name: string; readonly evidence: string } | null;
  readonly columns: readonly InspectedColumn[];
  /** Required columns of the role that no header names. */
  readonly missing: readonly { readonly column: string; readonly advice: string }[];
  /** What leaves the file's meaning open, and what to do. */
  readonly problems: readonly { readonly problem: string; readonly advice: string }[];
  readonly firstRows: readonly InspectedLine[];
}

/** A table that is no text; of a workbook, the sheet that is read and those that are not. */
export type InspectedTable =
  | { readonly kind: "workbook"; readonly sheet: string; readonly otherSheets: readonly string[] }
  | { readonly kind: "parquet" };

export interface InspectedLine {
  readonly line: number;
  readonly fields: readonly string[];
}

/** How many, and the lines of the first few. */
export interface Places {
  readonly count: number;
  readonly lines: readonly number[];
}

export interface InspectedColumn {
  /** As in the header; empty without one. */
  readonly header: string;
  /** What its cells hold: "number 1.234,56", "date dd.mm.yyyy", "text", "nothing". */
  readonly content: string;
  readonly evidence: string;
  /** What to do where the content is ambiguous, else `null`. */
  readonly advice: string | null;
  /** The canonical column that it is read as. */
  readonly mappedTo: string | null;
  /** Why a column that could have been mapped is left alone. */
  readonly ignoredBecause: string | null;
}
