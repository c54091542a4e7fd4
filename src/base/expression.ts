import { type CellOf, resultOf } from "./expression/evaluate.ts";
import type { Node } from "./expression/nodes.ts";
import { parseCondition } from "./expression/parse.ts";
import { print } from "./expression/print.ts";
import { type Columns, columnWords, type NameWords } from "./expression/refusals.ts";

/** A condition on the columns of a result, parsed and checked. */
export interface Expression {
  /** In plain form: keywords small, single blanks, no bracket too many. */
  readonly text: string;
  readonly root: Node;
}

/**
 * Reads a condition such as `class = 'A' and revenue < 0.5 * revenue_prior`. A small part of SQL and nothing else: a user's text
 * is never run, only read into a tree of the parts below. Keywords and functions in any case, columns as they are written.
 *
 * - values: `12`, `0.25` (at most 30 digits), `'text'` (`''` for a quote inside), `date '2026-09-30'`, `true`, `false`, `null`;
 *   text written out is a date where it meets one · columns: `revenue`, `"Account manager"`
 * - `+ - * /`, brackets · `= <> != < <= > >=` · `[not] between … and …` · `[not] in (…)` · `[not] like` (`%`, `_`) ·
 *   `is [not] null` · `not`, `and`, `or`, binding in this order
 * - `abs round(x, n) lower upper length coalesce least greatest starts_with contains year month days_between`
 *
 * Types are checked: text meets text, dates dates, numbers numbers; the whole is a condition. Errors: `ExpressionError`, always
 * with a position; also above 4,000 characters, 100 deep, or 100 of `*` and `/`. `columns` is `null` where they are not known
 * yet: then the grammar is checked, and the expression is of no other use. `called`: what errors call the columns.
 */
export function parseExpression(text: string, columns: Columns, called: NameWords = columnWords): Expression {
  const root = parseCondition(text, columns, called);
  return { text: print(root), root };
}

/**
 * Whether the condition holds for a row; `null`: not known. As in SQL: whatever is computed from or compared with something not
 * known is not known, `false and` it is false, `true or` it is true. Division by zero is not known; `least` and `greatest` pass
 * over what is not known; empty text is not known.
 *
 * Numbers are exact, never rounded on the way: `revenue < 0.5 * revenue_prior` is decided to the last decimal. A column is the
 * value that is printed: shares and indices at 4 decimals, points at 2, because what one sees is what one compares:
 * `revenue_share = 0.084` finds 0.08403… as 0.0840. Money is not cut to its 2 decimals: it has all 4. Text is compared by code
 * point; capitals count.
 */
export const evaluate = ({ root }: Expression, cellOf: CellOf): boolean | null =>
  resultOf(root, cellOf) as boolean | null;
