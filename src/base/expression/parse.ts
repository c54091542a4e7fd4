import { agree, asDate, expectType, isWrittenText } from "./agree.ts";
import { Cursor } from "./cursor.ts";
import { ExpressionError, faultAt, type Span } from "./error.ts";
import { ofDecimal } from "./exact.ts";
import { functions } from "./functions.ts";
import { habitualNumber } from "./habits.ts";
import type { Comparison, Node, Step, Type, ValueKind } from "./nodes.ts";
import {
  type Asked,
  type Columns,
  comparisons,
  isComparison,
  isCount,
  type NameWords,
  noColumn,
  noFunction,
  unexpected,
  wrongCount,
} from "./refusals.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { keyword, quotedText } from "./words.ts";

const longest = 4000;
const deepest = 100;
/** Each makes numbers longer, and they are exact. */
const mostFactors = 100;

/** The checked tree of a condition. Errors: ExpressionError. */
export function parseCondition(text: string, columns: Columns, called: NameWords): Node {
  const characters = Array.from(text).length;
  if (characters > longest)
    throw new ExpressionError(`an expression has at most ${longest} characters, and this one ${characters}`, {
      position: longest + 1,
      near: "",
    });
  return new Parser(text, columns, called).condition();
}

/** Reads the tokens from left to right, one method a level of the grammar, the loosest first. */
class Parser {
  readonly #asked: Asked;
  readonly #text: string;
  readonly #cursor: Cursor;
  #depth = 0;
  #factors = 0;

  constructor(text: string, columns: Columns, called: NameWords) {
    this.#asked = { text, columns, called };
    this.#text = text;
    this.#cursor = new Cursor(tokensOf(text));
  }

  condition(): Node {
    const node = this.#or();
    const token = this.#cursor.peek();
    if (token.is !== "end") throw this.#unexpected(token, "an operator is expected");
    return expectType(this.#text, node, "condition", "this must be");
  }

  #or(): Node {
    return this.#chain("or", () => this.#and());
  }

  #and(): Node {
    return this.#chain("and", () => this.#not());
  }

  #chain(word: "and" | "or", operand: () => Node): Node {
    const first = operand();
    if (!this.#cursor.isWord(word)) return first;
    const of = [expectType(this.#text, first, "condition", `${word} takes`)];
    while (this.#cursor.takeWord(word)) of.push(expectType(this.#text, operand(), "condition", `${word} takes`));
    return { is: word, type: "condition", of, ...this.#cursor.since(first) };
  }

  #not(): Node {
    const start = this.#cursor.peek();
    if (!this.#cursor.takeWord("not")) return this.#comparison();
    const of = this.#deeper(start, () => this.#not());
    return {
      is: "not",
      type: "condition",
      of: expectType(this.#text, of, "condition", "not takes"),
      ...this.#cursor.since(start),
    };
  }

  #comparison(): Node {
    const left = this.#sum();
    const node = this.#comparisonOf(left);
    if (node !== left && isComparison(this.#cursor.peek()))
      throw faultAt(this.#text, this.#cursor.peek(), "comparisons do not follow each other: join them with and");
    return node;
  }

  #comparisonOf(left: Node): Node {
    const token = this.#cursor.peek();
    const operator = token.is === "symbol" ? comparisons.get(token.content) : undefined;
    if (operator !== undefined) {
      this.#cursor.skip();
      return this.#compared(left, operator, this.#sum());
    }
    if (this.#cursor.takeWord("is")) {
      const not = this.#cursor.takeWord("not");
      if (!this.#cursor.takeWord("null")) throw this.#unexpected(this.#cursor.peek(), "is takes null or not null");
      return { is: "null", type: "condition", not, of: left, ...this.#cursor.since(left) };
    }
    const not = this.#cursor.isWord("not") && ["between", "in", "like"].includes(keyword(this.#cursor.peek(1)) ?? "");
    if (not) this.#cursor.skip();
    if (this.#cursor.takeWord("between")) {
      const low = this.#sum();
      if (!this.#cursor.takeWord("and"))
        throw this.#unexpected(this.#cursor.peek(), "between takes two values: between 1 and 2");
      const { nodes } = agree(this.#text, [left, low, this.#sum()] as const);
      this.#refuseOrder(nodes[0]);
      return {
        is: "between",
        type: "condition",
        not,
        of: nodes[0],
        low: nodes[1],
        high: nodes[2],
        ...this.#cursor.since(left),
      };
    }
    if (this.#cursor.takeWord("in")) return this.#in(left, not);
    if (!this.#cursor.takeWord("like")) return left;
    const of = expectType(this.#text, left, "text", "like takes");
    const pattern = expectType(this.#text, this.#sum(), "text", "like takes");
    return { is: "like", type: "condition", not, of, pattern, ...this.#cursor.since(left) };
  }

  #compared(left: Node, operator: Comparison, right: Node): Node {
    for (const [side, other] of [
      [right, left],
      [left, right],
    ] as const) {
      // Both would be true for no row, which nobody means.
      const isNull = side.is === "value" && side.value === null;
      if (isNull || (side.is === "value" && side.value === "" && other.is === "column"))
        throw faultAt(
          this.#text,
          { from: left.from, to: right.to },
          `nothing compares with ${isNull ? "null" : "''"}: what is not known, or empty, is asked for with is null`,
          { suggestions: [`${this.#source(other)} is ${operator === "=" ? "" : "not "}null`] },
        );
    }
    const { nodes } = agree(this.#text, [left, right] as const);
    if (operator !== "=" && operator !== "<>") this.#refuseOrder(nodes[0]);
    return { is: "compare", type: "condition", operator, left: nodes[0], right: nodes[1], ...this.#cursor.since(left) };
  }

  #refuseOrder(node: Node): void {
    if (node.type === "condition") throw faultAt(this.#text, node, "a condition is true or false, not more or less");
  }

  #in(of: Node, not: boolean): Node {
    const open = this.#cursor.peek();
    this.#expect("(", "in takes a list: in ('A', 'B')");
    const list = this.#deeper(open, () => this.#list());
    const { nodes } = agree(this.#text, [of, ...list] as readonly Node[]);
    const [first, ...rest] = nodes as readonly [Node, ...Node[]];
    const written = rest.flatMap((node) => (node.is === "value" && typeof node.value === "string" ? [node.value] : []));
    const texts = written.length === rest.length ? new Set(written) : null;
    return { is: "in", type: "condition", not, of: first, list: rest, texts, ...this.#cursor.since(of) };
  }

  /** Values with commas up to the closing bracket. */
  #list(): Node[] {
    const nodes = [this.#or()];
    while (this.#cursor.takeSymbol(",")) nodes.push(this.#or());
    this.#expect(")", "a comma or ) is expected");
    return nodes;
  }

  #sum(): Node {
    return this.#steps(["+", "-"], () => this.#product());
  }

  #product(): Node {
    return this.#steps(["*", "/"], () => this.#signed());
  }

  #steps(operators: readonly Step["operator"][], operand: () => Node): Node {
    const first = operand();
    const rest: Step[] = [];
    for (;;) {
      const token = this.#cursor.peek();
      const operator = operators.find((each) => token.is === "symbol" && token.content === each);
      if (operator === undefined) break;
      this.#cursor.skip();
      if ((operator === "*" || operator === "/") && ++this.#factors > mostFactors)
        throw faultAt(this.#text, token, `an expression has at most ${mostFactors} of * and /`);
      rest.push({ operator, operand: expectType(this.#text, operand(), "number", `${operator} takes`) });
    }
    if (rest.length === 0) return first;
    const number = expectType(this.#text, first, "number", `${rest[0]?.operator} takes`);
    return { is: "arithmetic", type: "number", first: number, rest, ...this.#cursor.since(first) };
  }

  #signed(): Node {
    const start = this.#cursor.peek();
    if (!this.#cursor.takeSymbol("-")) return this.#primary();
    const of = expectType(
      this.#text,
      this.#deeper(start, () => this.#signed()),
      "number",
      "- takes",
    );
    return { is: "negative", type: "number", of, ...this.#cursor.since(start) };
  }

  #primary(): Node {
    const token = this.#cursor.peek();
    this.#cursor.skip();
    if (token.is === "number")
      return { is: "value", type: "number", value: ofDecimal(token.content), text: token.content, ...span(token) };
    if (token.is === "text") return writtenText(token);
    if (token.is === "quoted") return this.#column(token);
    if (token.is === "word") return this.#word(token);
    if (token.is !== "symbol" || token.content !== "(") throw this.#unexpected(token, "a value is expected");
    const inner = this.#deeper(token, () => this.#or());
    this.#expect(")", "a closing ) is expected");
    return { ...inner, ...this.#cursor.since(token) };
  }

  #word(token: Token): Node {
    const word = keyword(token);
    if (word === "true" || word === "false")
      return { is: "value", type: "condition", value: word === "true", text: word, ...span(token) };
    if (word === "null") return { is: "value", type: "unknown", value: null, text: word, ...span(token) };
    if (word !== null) throw this.#unexpected(token, "a value is expected");
    const next = this.#cursor.peek();
    if (token.content.toLowerCase() === "date" && next.is === "text") {
      this.#cursor.skip();
      const written = { ...writtenText(next), from: token.from };
      return isWrittenText(written) ? asDate(this.#text, written) : written;
    }
    return next.is === "symbol" && next.content === "(" ? this.#call(token) : this.#column(token);
  }

  #column(token: Token): Node {
    const { content: name } = token;
    const { columns } = this.#asked;
    if (columns === null) return { is: "column", type: "unknown", name, kind: null, ...span(token) };
    const kind = columns.get(name);
    if (kind !== undefined) return { is: "column", type: typeOf(kind), name, kind, ...span(token) };
    throw noColumn(this.#asked, token, this.#cursor.after(token));
  }

  #call(token: Token): Node {
    const name = token.content.toLowerCase();
    const signature = functions.get(name);
    if (signature === undefined) throw noFunction(this.#asked, token);
    const open = this.#cursor.peek();
    this.#cursor.skip();
    const given = this.#cursor.takeSymbol(")") ? [] : this.#deeper(open, () => this.#list());
    if (!isCount(signature, given.length))
      throw wrongCount(this.#text, this.#cursor.since(token), name, signature, given.length);
    if (signature.takes === "alike") {
      const { type, nodes } = agree(this.#text, given as readonly Node[]);
      return { is: "call", type, name, args: nodes, ...this.#cursor.since(token) };
    }
    const { takes, gives } = signature;
    const args = given.map((arg, i) => {
      const type = takes[i] as Type | "places";
      return type === "places" ? this.#places(arg) : expectType(this.#text, arg, type, `${name} takes`);
    });
    return { is: "call", type: gives, name, args, ...this.#cursor.since(token) };
  }

  #places(node: Node): Node {
    if (/^-?\s*\d$/.test(this.#source(node))) return node;
    throw faultAt(this.#text, node, "decimals are a whole number written out, from -9 to 9");
  }

  #deeper<T>(at: Span, read: () => T): T {
    if (++this.#depth > deepest) throw faultAt(this.#text, at, `brackets, - and not stand at most ${deepest} deep`);
    const value = read();
    this.#depth--;
    return value;
  }

  #unexpected(token: Token, wanted: string): ExpressionError {
    const before = this.#cursor.before(token);
    const meant = before?.is === "number" ? habitualNumber(this.#text, before.from) : null;
    if (before === undefined || meant === null || meant.to <= before.to) return unexpected(this.#asked, token, wanted);
    const { from } = before;
    const { to, number } = meant;
    const message = `${this.#text.slice(from, to)} is no number; numbers are written 1000000 or 0.25`;
    return faultAt(this.#text, { from, to }, message, { suggestions: [number] });
  }

  #expect(symbol: string, wanted: string): void {
    if (!this.#cursor.takeSymbol(symbol)) throw this.#unexpected(this.#cursor.peek(), wanted);
  }

  #source({ from, to }: Span): string {
    return this.#text.slice(from, to);
  }
}

const span = ({ from, to }: Span): Span => ({ from, to });

const writtenText = (token: Token): Node => ({
  is: "value",
  type: "text",
  value: token.content,
  text: quotedText(token.content),
  ...span(token),
});

const typeOf = (kind: ValueKind): Type => (kind === "text" || kind === "date" ? kind : "number");
