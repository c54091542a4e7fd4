import { UserError } from "../base/errors.ts";
import { DateProfile } from "./dates.ts";
import { NumberProfile } from "./numbers.ts";
import type { ColumnFormats, ReadOptions } from "./read-options.ts";
import type { Seen } from "./seen.ts";

/** A mapped column whose values have a notation that must be found. */
export interface TypedColumn {
  /** Canonical name. */
  readonly column: string;
  readonly index: number;
  readonly kind: "number" | "percent" | "date";
}

/** Gathers, cell by cell, how the typed columns of a file are written. */
export interface FileProfile {
  add(fields: readonly string[], line: number): void;
  /** The formats; a column that can be read two ways, or no way throughout, is a `UserError` in a strict decision. */
  decide(options: ReadOptions, name: string, headers: readonly string[]): ColumnFormats;
  /** Whether every column is decided by evidence that no further row can change. */
  isCertain(options: ReadOptions): boolean;
}

export function profileOf(columns: readonly TypedColumn[]): FileProfile {
  const numbers = columns
    .filter(({ kind }) => kind !== "date")
    .map((column) => ({ ...column, profile: new NumberProfile({ allowPercent: column.kind === "percent" }) }));
  const dates = columns
    .filter(({ kind }) => kind === "date")
    .map((column) => ({ ...column, profile: new DateProfile() }));
  const all = [...numbers, ...dates];

  return {
    add(fields, line) {
      for (const { index, profile } of all) {
        const text = fields[index];
        if (text !== undefined && text.trim() !== "") profile.add(text.trim(), line);
      }
    },

    isCertain(options) {
      const formats = [
        ...numbers.map(({ profile }) => profile.decide(options.decimal)),
        ...dates.map(({ profile }) => profile.decide(options.dateFormat)),
      ];
      return formats.every((decision) => decision.kind === "format" && decision.unreadable.count === 0);
    },

    decide(options, name, headers) {
      const formats: ColumnFormats = { numbers: new Map(), dates: new Map(), evidence: new Map(), marks: new Set() };
      for (const { column, index, profile } of numbers) {
        const decision = profile.decide(options.decimal);
        const title = headers[index] ?? column;
        if (decision.kind === "ambiguous") throw ambiguousNumbers(name, title, decision.values);
        if (decision.kind === "contradiction")
          throw new UserError(`column ${title} mixes decimal point and decimal comma`, {
            place: { file: name, line: decision.comma.line, column: title, value: decision.comma.text },
            details: [decision.evidence],
            hint: "export the column in one notation; or name the right one, and list the other rows: --decimal , --on-bad-row skip",
          });
        const percent = profile.percentSeen || decision.aboveOne;
        formats.numbers.set(column, { format: decision.format, wholeOnly: !decision.certain, percent });
        formats.evidence.set(column, `${notation(decision.format)}: ${decision.evidence}`);
        for (const mark of profile.currencies.keys()) formats.marks.add(mark);
      }
      for (const { column, index, profile } of dates) {
        const decision = profile.decide(options.dateFormat);
        const title = headers[index] ?? column;
        if (decision.kind === "ambiguous") throw ambiguousDates(name, title, decision.values);
        if (decision.kind === "contradiction")
          throw new UserError(`column ${title} mixes two date formats: ${decision.evidence}`, {
            place: { file: name, line: decision.second.line, column: title, value: decision.second.text },
            hint: "export the column in one format; or name the right one, and list the other rows: --date-format dmy --on-bad-row skip",
          });
        formats.dates.set(column, { format: decision.format, certain: decision.certain });
        formats.evidence.set(column, `${decision.format}: ${decision.evidence}`);
      }
      return formats;
    },
  };
}

const notation = ({ decimal, group }: { decimal: string; group: string }): string => `1${group}234${decimal}56`;

const lines = (values: readonly Seen[]): string[] => values.map(({ text, line }) => `line ${line}: ${text}`);

function ambiguousNumbers(name: string, title: string, values: readonly Seen[]): UserError {
  return new UserError(
    `column ${title} can be read two ways: every separator could be a decimal mark or group thousands`,
    {
      place: { file: name, line: values[0]?.line, column: title, value: values[0]?.text },
      details: lines(values),
      hint: "say which: --decimal . if 1.234 is a little more than one, --decimal , if it is a thousand",
    },
  );
}

function ambiguousDates(name: string, title: string, values: readonly Seen[]): UserError {
  return new UserError(`column ${title} can be read as day/month and as month/day in every row`, {
    place: { file: name, line: values[0]?.line, column: title, value: values[0]?.text },
    details: lines(values),
    hint: "say which: --date-format dmy or --date-format mdy",
  });
}
