import { isIsoDate } from "../calendar.ts";
import { type Exact, negative, ofDouble, ofUnits, over, plus, times, whole } from "./exact.ts";
import { compareValues, functions } from "./functions.ts";
import { isLike } from "./like.ts";
import type { Comparison, Node, Step, Value, ValueKind } from "./nodes.ts";

/** A cell of a result: text, a date as ISO text, money in units of 1/10,000 as `bigint`, other numbers as `number`. */
export type CellValue = string | number | bigint | null;

/** The cell of a column in the row at hand. */
export type CellOf = (column: string) => CellValue;

/** The value of a part for a row. */
export function resultOf(node: Node, cellOf: CellOf): Value {
  const at = (part: Node): Value => resultOf(part, cellOf);
  switch (node.is) {
    case "value":
      return node.value;
    case "column":
      return readCell(cellOf(node.name), node.kind);
    case "negative":
      return map(at(node.of) as Exact | null, negative);
    case "arithmetic":
      return computed(at(node.first) as Exact | null, node.rest, cellOf);
    case "call":
      return called(node.name, node.args.map(at));
    case "compare":
      return compared(at(node.left), node.operator, at(node.right));
    case "between":
      return opposite(
        node.not,
        allOf([compared(at(node.of), ">=", at(node.low)), compared(at(node.of), "<=", at(node.high))]),
      );
    case "in":
      return opposite(node.not, isIn(at(node.of), node, cellOf));
    case "like": {
      const [text, pattern] = [at(node.of) as string | null, at(node.pattern) as string | null];
      return text === null || pattern === null ? null : opposite(node.not, isLike(text, pattern));
    }
    case "null":
      return (at(node.of) === null) !== node.not;
    case "not":
      return opposite(true, at(node.of) as Truth);
    case "and":
      return allOf(node.of.map((each) => at(each) as Truth));
    case "or":
      return opposite(true, allOf(node.of.map((each) => opposite(true, at(each) as Truth))));
  }
}

type Truth = boolean | null;

/** A column is the value that is printed: shares and indices 4 decimals, points 2, money to the last decimal. Empty text is not known. */
function readCell(cell: CellValue, kind: ValueKind | null): Value {
  if (cell === null || cell === "") return null;
  if (kind === "text" || kind === null) return String(cell);
  if (kind === "date") return isIsoDate(String(cell)) ? String(cell) : null;
  if (typeof cell === "bigint") return kind === "money" ? ofUnits(cell) : whole(cell);
  return ofDouble(Number(cell), kind === "points" ? 2 : 4);
}

const map = <T, R>(value: T | null, of: (value: T) => R): R | null => (value === null ? null : of(value));

/** From left to right; with something not known, or by zero, not known. */
function computed(first: Exact | null, rest: readonly Step[], cellOf: CellOf): Exact | null {
  let result = first;
  for (const { operator, operand } of rest) {
    const other = resultOf(operand, cellOf) as Exact | null;
    if (result === null || other === null) return null;
    if (operator === "+") result = plus(result, other);
    else if (operator === "-") result = plus(result, negative(other));
    else result = operator === "*" ? times(result, other) : over(result, other);
  }
  return result;
}

function called(name: string, args: readonly Value[]): Value {
  const signature = functions.get(name);
  if (signature === undefined) return null;
  if (signature.takes === "alike") return signature.of(args);
  return args.includes(null) ? null : signature.of(...(args as never[]));
}

function compared(a: Value, operator: Comparison, b: Value): Truth {
  if (a === null || b === null) return null;
  const order = compareValues(a, b);
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

/** Not known where it is in no known place of a list with something not known. */
function isIn(value: Value, { list, texts }: Extract<Node, { is: "in" }>, cellOf: CellOf): Truth {
  if (value === null) return null;
  if (texts !== null) return texts.has(value as string);
  let isKnown = true;
  for (const each of list) {
    const found = compared(value, "=", resultOf(each, cellOf));
    if (found === true) return true;
    isKnown &&= found !== null;
  }
  return isKnown ? false : null;
}

/** False if any is, else not known if any is. */
const allOf = (values: readonly Truth[]): Truth =>
  values.includes(false) ? false : values.includes(null) ? null : true;

const opposite = (not: boolean, value: Truth): Truth => (not ? map(value, (known) => !known) : value);
