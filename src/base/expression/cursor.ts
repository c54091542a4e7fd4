import type { Span } from "./error.ts";
import type { Token } from "./tokens.ts";
import { keyword } from "./words.ts";

/** A place among tokens, the last of which is the end. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)] as Token;
  }

  skip(): void {
    this.#at++;
  }

  isWord(word: string): boolean {
    return keyword(this.peek()) === word;
  }

  /** Whether the next token is this keyword; then it is behind us. */
  takeWord(word: string): boolean {
    const found = this.isWord(word);
    if (found) this.skip();
    return found;
  }

  takeSymbol(symbol: string): boolean {
    const { is, content } = this.peek();
    const found = is === "symbol" && content === symbol;
    if (found) this.skip();
    return found;
  }

  after(token: Token): readonly Token[] {
    return this.#tokens.slice(this.#tokens.indexOf(token) + 1);
  }

  before(token: Token): Token | undefined {
    return this.#tokens[this.#tokens.indexOf(token) - 1];
  }

  /** From a part's start to the last token read. */
  since({ from }: Span): Span {
    return { from, to: (this.#tokens[this.#at - 1] as Token).to };
  }
}
