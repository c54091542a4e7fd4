import { numeral } from "../output/notation.ts";
import type { SentenceForm } from "./en/sentences.ts";
import type { FigureStyle, Figures } from "./figures.ts";

/** Sentences of the scores and of the reading, in a language: by their English form. */
export type Sentences = Readonly<Record<SentenceForm, string>>;

/**
 * What scores and the reading of files say is worded in English where it is found, and stands so in csv and json. Here such a
 * sentence is known by its form and said in another language, with its figures written as that language has them. What has no
 * form is as it was: it may be the user's own (a rule, a play).
 *
 * A form holds parts in braces, each with a name of its own: `n` a count, `m` a decimal number, `p` a percentage, `d` a day, `q` a period, `t` any
 * text, `s` a sentence within. `{n1|day|days}` is a count and its noun.
 */
export function sentenceWriter(
  sentences: Sentences,
  figures: Pick<Figures, "count" | "date" | "period">,
  { notation }: Pick<FigureStyle, "notation">,
): (text: string) => string {
  const exact = new Map(Object.entries(sentences).filter(([form]) => !form.includes("{")));
  let forms: readonly Form[] | null = null;
  const known = new Map<string, string>();
  const say = (text: string): string => {
    const said = exact.get(text) ?? known.get(text);
    if (said !== undefined) return said;
    forms ??= Object.entries(sentences)
      .filter(([form]) => form.includes("{"))
      .map(([form, own]) => formOf(form, own));
    const found = forms.find(({ pattern }) => pattern.test(text));
    const own = found === undefined ? text : fill(found, text);
    known.set(text, own);
    return own;
  };
  const written: Readonly<Record<string, (value: string) => string>> = {
    n: (value) => figures.count(Number(value)),
    m: (value) => numeral(value, notation),
    p: (value) => `${numeral(value, notation)}${notation.beforeUnit}%`,
    d: figures.date,
    q: figures.period,
    t: (value) => value,
    s: (value) => say(value),
  };
  const fill = ({ pattern, names, own }: Form, text: string): string => {
    const [, ...values] = pattern.exec(text) ?? [];
    return own.replace(part, (_, name: string, one?: string, many?: string) => {
      const value = values[names.indexOf(name)] ?? "";
      const figure = (written[name.charAt(0)] as (value: string) => string)(value);
      return one === undefined ? figure : `${figure} ${value === "1" ? one : many}`;
    });
  };
  return say;
}

interface Form {
  readonly pattern: RegExp;
  /** Of its parts, in order. */
  readonly names: readonly string[];
  readonly own: string;
}

const part = /\{([nmpdqts]\d)(?:\|([^|}]*)\|([^|}]*))?\}/g;

const shapes: Readonly<Record<string, string>> = {
  n: "(-?\\d+)",
  m: "(-?\\d+(?:\\.\\d+)?)",
  p: "(-?\\d+(?:\\.\\d+)?) %",
  d: "(\\d{4}-\\d{2}-\\d{2})",
  q: "(\\d{4}(?:-(?:Q\\d|\\d{2}))?)",
  t: "(.+?)",
  s: "(.+?)",
};

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

function formOf(form: string, own: string): Form {
  const names: string[] = [];
  let pattern = "";
  let from = 0;
  for (const match of form.matchAll(part)) {
    const [whole, name = "", one, many] = match;
    const noun = one === undefined ? "" : ` (?:${literal(one)}|${literal(many ?? "")})`;
    pattern += `${literal(form.slice(from, match.index))}${shapes[name.charAt(0)]}${noun}`;
    names.push(name);
    from = match.index + whole.length;
  }
  return { pattern: new RegExp(`^${pattern}${literal(form.slice(from))}$`, "s"), names, own };
}

/** The names of a form's parts, sorted: a translation has the same. */
export const partsOf = (form: string): string[] => [...form.matchAll(part)].map(([, name = ""]) => name).sort();
