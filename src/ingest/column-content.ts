import type { ColumnKind } from "./columns.ts";
import { type DateDecision, type DateFormat, DateProfile } from "./dates.ts";
import { NumberProfile } from "./numbers.ts";
import type { ReadOptions } from "./read-options.ts";
import { type Seen, type Sightings, Tally } from "./seen.ts";

/** What the cells of a column turned out to hold, in words. */
export interface ContentFound {
  readonly kind: "nothing" | "number" | "date" | "text";
  /** "number 1.234,56" */
  readonly content: string;
  readonly evidence: string;
  /** What to do where it is ambiguous, else `null`. */
  readonly advice: string | null;
}

const valuesListed = 5;
const valuesCounted = 1000;
/** A column is of a kind if at least this share of its cells is. */
const enough = 0.9;
/** After so many cells of which hardly one is a number or a date, nobody looks for numbers and dates any more. */
const settledAfter = 2000;

/**
 * Gathers what the cells of one column hold, whatever the file is: a number in one notation, a date in one format, text.
 * Numbers with leading zeros are text, because they name something; so is what is read as an id or as text. Five-digit numbers are not taken for Excel's dates and
 * eight digits only where every one is a date, unless the column is mapped as a date.
 */
export class ColumnContent {
  readonly #numbers: NumberProfile;
  readonly #dates = new DateProfile();
  readonly #distinct = new Set<string>();
  readonly #leadingZeros = new Tally();
  readonly #unlike = new Tally();
  readonly #mapped: ColumnKind | null;
  #filled = 0;
  #blank = 0;
  #isText = false;

  /** `mapped`: the kind of the canonical column that this one is read as. */
  constructor(mapped: ColumnKind | null) {
    this.#mapped = mapped;
    this.#numbers = new NumberProfile({ allowPercent: true });
  }

  add(cell: string, line: number): void {
    const text = cell.trim();
    if (text === "") {
      this.#blank++;
      return;
    }
    this.#filled++;
    if (this.#distinct.size < valuesCounted) this.#distinct.add(text.length > 60 ? `${text.slice(0, 60)}…` : text);
    if (this.#isText) return;
    if (/^0\d+$/.test(text)) this.#leadingZeros.add(text, line);
    if (!/\d/.test(text)) this.#unlike.add(text, line);
    this.#numbers.add(text, line);
    this.#dates.add(text, line);
    if (this.#filled === settledAfter)
      this.#isText = this.#share(this.#numberMisses()) < 0.5 && this.#share(this.#dateMisses()) < 0.5;
  }

  find({ decimal, dateFormat }: Pick<ReadOptions, "decimal" | "dateFormat">): ContentFound {
    if (this.#filled === 0)
      return { kind: "nothing", content: "nothing", evidence: "every cell is blank", advice: null };
    const fill = this.#blank === 0 ? "" : `; ${this.#blank} blank`;
    if (!this.#isText && !this.#isName()) {
      const date = this.#asDate(dateFormat);
      if (date !== null) return { ...date, evidence: date.evidence + fill };
      const number = this.#asNumber(decimal);
      if (number !== null) return { ...number, evidence: number.evidence + fill };
    }
    return { kind: "text", content: "text", evidence: `${this.#textEvidence()}${fill}`, advice: null };
  }

  /** What names something is text, whatever it looks like. */
  #isName(): boolean {
    if (this.#mapped === "id" || this.#mapped === "text" || this.#mapped === "word") return true;
    return this.#leadingZeros.count > 0 && this.#mapped === null;
  }

  #asDate(forced: DateFormat | undefined): ContentFound | null {
    const wantsDate = this.#mapped === "date" || this.#mapped === "year";
    const decision = this.#dates.decide();
    if (this.#share(this.#dateMisses()) < enough) {
      return null;
    }
    if (decision.kind === "format") {
      const numeric = decision.format === "serial" || decision.format === "yyyymmdd";
      if (numeric && !wantsDate && (decision.format === "serial" || decision.unreadable.count > 0)) return null;
    }
    if (forced !== undefined) return dateFound(this.#dates.decide(forced));
    return dateFound(decision);
  }

  #asNumber(forced: "." | "," | undefined): ContentFound | null {
    if (this.#share(this.#numberMisses()) < enough) return null;
    const decision = this.#numbers.decide(forced);
    if (decision.kind === "ambiguous")
      return {
        kind: "number",
        content: "number, decimal mark not known",
        evidence: `${listed(decision.values)} could be more than one or thousands`,
        advice: "say --decimal . if 1.234 is a little more than one, --decimal , if it is a thousand",
      };
    if (decision.kind === "contradiction")
      return {
        kind: "number",
        content: "numbers in two notations",
        evidence: decision.evidence,
        advice: "export the column in one notation, or name the right one: --decimal .",
      };
    const { group, decimal } = decision.format;
    const isWhole = !decision.certain && group === "";
    const marks = [...this.#numbers.currencies.keys()];
    return {
      kind: "number",
      content:
        (isWhole
          ? "whole number"
          : `number ${group === "" ? "" : `1${group}`}${group === "" ? "1234" : "234"}${decimal}56`) +
        (this.#numbers.percentSeen ? " with %" : "") +
        (marks.length > 0 ? ` with ${marks.join(", ")}` : ""),
      evidence: withStrays(decision.evidence, decision.unreadable),
      advice: null,
    };
  }

  /** How many cells are no number in any notation. */
  #numberMisses(): number {
    const decision = this.#numbers.decide();
    return decision.kind === "format" ? decision.unreadable.count : this.#unlike.count;
  }

  #dateMisses(): number {
    const decision = this.#dates.decide();
    return decision.kind === "format" ? decision.unreadable.count : this.#unlike.count;
  }

  #share(misses: number): number {
    return 1 - misses / this.#filled;
  }

  #textEvidence(): string {
    const [zero] = this.#leadingZeros.first;
    if (zero !== undefined && !this.#isText && this.#mapped === null)
      return `${zero.text} in line ${zero.line} begins with 0, which a number would lose`;
    const values = [...this.#distinct];
    const shown = values.slice(0, valuesListed).map(shortened).join(", ");
    if (values.length >= valuesCounted) return `${valuesCounted} different values and more: ${shown}, …`;
    return `${values.length} different value${values.length === 1 ? "" : "s"}: ${shown}${values.length > valuesListed ? ", …" : ""}`;
  }
}

function dateFound(decision: DateDecision): ContentFound {
  if (decision.kind === "ambiguous")
    return {
      kind: "date",
      content: "date, day and month not told apart",
      evidence: `${listed(decision.values)} can be read as day/month and as month/day, and so can all others`,
      advice: "say --date-format dmy or --date-format mdy",
    };
  if (decision.kind === "contradiction")
    return {
      kind: "date",
      content: "dates in two formats",
      evidence: decision.evidence,
      advice: "export the column in one format, or name the right one: --date-format dmy",
    };
  return {
    kind: "date",
    content: `date ${datePatterns[decision.format]}`,
    evidence: withStrays(decision.evidence, decision.unreadable),
    advice: null,
  };
}

const datePatterns: Readonly<Record<DateFormat, string>> = {
  iso: "year-month-day",
  dmy: "day/month/year",
  mdy: "month/day/year",
  yyyymmdd: "yyyymmdd",
  serial: "as Excel's day number",
};

const withStrays = (evidence: string, unreadable: Sightings): string =>
  unreadable.count === 0
    ? evidence
    : `${evidence}; ${unreadable.count} cannot be read so: ${listed(unreadable.first.slice(0, 3))}`;

const listed = (values: readonly Seen[]): string =>
  values.map(({ text, line }) => `${shortened(text)} in line ${line}`).join(", ");

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 30 ? `${line.slice(0, 30)}…` : line;
}
