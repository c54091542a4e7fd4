import type { Span } from "./error.ts";
import type { Exact } from "./exact.ts";

/** What the cells of a column are; the same words as a report's columns. */
export type ValueKind = "text" | "date" | "money" | "count" | "ratio" | "number" | "points";

/** What an expression comes to; `unknown` is `null`, and a column of which nothing is known yet. */
export type Type = "text" | "date" | "number" | "condition" | "unknown";

/** A date is its ISO text; `null` is not known. */
export type Value = string | boolean | Exact | null;

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** A part of an expression, already checked. Chains are lists, so that depth comes from brackets alone. */
export type Node = Span & { readonly type: Type } & (
    | { readonly is: "value"; readonly value: Value /** As printed. */; readonly text: string }
    | { readonly is: "column"; readonly name: string; readonly kind: ValueKind | null }
    | { readonly is: "negative"; readonly of: Node }
    | { readonly is: "arithmetic"; readonly first: Node; readonly rest: readonly Step[] }
    | { readonly is: "call"; readonly name: string; readonly args: readonly Node[] }
    | { readonly is: "compare"; readonly operator: Comparison; readonly left: Node; readonly right: Node }
    | { readonly is: "between"; readonly not: boolean; readonly of: Node; readonly low: Node; readonly high: Node }
    | {
        readonly is: "in";
        readonly not: boolean;
        readonly of: Node;
        readonly list: readonly Node[];
        /** The list where it is all text or dates written out, for long lists of ids. */
        readonly texts: ReadonlySet<string> | null;
      }
    | { readonly is: "like"; readonly not: boolean; readonly of: Node; readonly pattern: Node }
    | { readonly is: "null"; readonly not: boolean; readonly of: Node }
    | { readonly is: "not"; readonly of: Node }
    | { readonly is: "and" | "or"; readonly of: readonly Node[] }
  );

/** One more operand of a sum or a product. */
export interface Step {
  readonly operator: "+" | "-" | "*" | "/";
  readonly operand: Node;
}
