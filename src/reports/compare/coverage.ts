import type { IsoDate } from "../../base/calendar.ts";
import { isCovered } from "../../facts/period.ts";
import type { Words } from "../../wording/wording.ts";

/** Of one date, how far back its sales reach. */
export interface CoveredDate {
  readonly asOf: IsoDate;
  /** The day before the window's first. */
  readonly windowFrom: IsoDate;
  /** `null`: there are no sales; `undefined`: not known, of a snapshot that does not say it. */
  readonly salesFrom: IsoDate | null | undefined;
}

export interface Coverage {
  readonly from: CoveredDate;
  readonly to: CoveredDate;
}

const isWhole = ({ salesFrom, windowFrom }: CoveredDate): boolean | null =>
  salesFrom === undefined ? null : isCovered(salesFrom, windowFrom);

/** Whether both windows are covered by their sales; `null` where that is not known. */
export function isComparable({ from, to }: Coverage): boolean | null {
  const both = [isWhole(from), isWhole(to)];
  return both.includes(false) ? false : both.includes(null) ? null : true;
}

/** Which window is not covered, and what follows; `null` where none is known to be. */
export function coverageWords({ from, to }: Coverage, { compare }: Words<"compare">): string | null {
  const short = [from, to].filter((date) => isWhole(date) === false);
  if (short.length === 0) return null;
  const windows = short.map(({ asOf, salesFrom }) => compare.windowNotCovered(asOf, salesFrom ?? null)).join("; ");
  return compare.notComparable(windows, short.length === 2 ? "changed" : short[0] === from ? "grew" : "fell");
}
