import { englishNotation } from "../../output/notation.ts";
import { figuresOf } from "../figures.ts";

export const figures = figuresOf({
  notation: englishNotation,
  groupsAll: false,
  notKnown: "n/a",
  magnitudes: ["million", "billion", "trillion"],
  period: (name) => name,
});

/** `1 customer`, `12 customers`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;

/** The currency behind an amount. */
export const inUnit = (currency: string | null): string => (currency === null ? "" : ` ${currency}`);
