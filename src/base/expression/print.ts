import type { Node } from "./nodes.ts";
import { writtenName } from "./words.ts";

/** How tightly a part binds; a looser one inside needs brackets. */
const levels = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, negative: 7, primary: 8 };

/** The expression in plain form: keywords small, single blanks, no bracket too many. Parsing it again gives the same tree. */
export function print(node: Node): string {
  const not = "not" in node && node.not ? "not " : "";
  switch (node.is) {
    case "value":
      return node.text;
    case "column":
      return writtenName(node.name);
    case "call":
      return `${node.name}(${node.args.map(print).join(", ")})`;
    case "negative":
      return `-${inside(node.of, levels.primary)}`;
    case "arithmetic": {
      const level = levelOf(node) + 1;
      const rest = node.rest.map(({ operator, operand }) => ` ${operator} ${inside(operand, level)}`);
      return inside(node.first, level) + rest.join("");
    }
    case "compare":
      return `${inside(node.left, levels.sum)} ${node.operator} ${inside(node.right, levels.sum)}`;
    case "between":
      return `${inside(node.of, levels.sum)} ${not}between ${inside(node.low, levels.sum)} and ${inside(node.high, levels.sum)}`;
    case "in":
      return `${inside(node.of, levels.sum)} ${not}in (${node.list.map(print).join(", ")})`;
    case "like":
      return `${inside(node.of, levels.sum)} ${not}like ${inside(node.pattern, levels.sum)}`;
    case "null":
      return `${inside(node.of, levels.sum)} is ${not}null`;
    case "not":
      return `not ${inside(node.of, levels.not)}`;
    case "and":
    case "or":
      return node.of.map((each) => inside(each, levelOf(node) + 1)).join(` ${node.is} `);
  }
}

const inside = (node: Node, least: number): string => (levelOf(node) < least ? `(${print(node)})` : print(node));

function levelOf(node: Node): number {
  switch (node.is) {
    case "value":
    case "column":
    case "call":
      return levels.primary;
    case "negative":
      return levels.negative;
    case "arithmetic":
      return node.rest[0]?.operator === "*" || node.rest[0]?.operator === "/" ? levels.product : levels.sum;
    case "and":
    case "or":
    case "not":
      return levels[node.is];
    default:
      return levels.comparison;
  }
}
