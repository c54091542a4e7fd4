import type { Token } from "./tokens.ts";

/** Words of the grammar; a column of such a name is written between double quotes. */
const keywords: ReadonlySet<string> = new Set("and or not between in like is null true false".split(" "));

/** Words of SQL that are none of ours: said to be so, unless a column is called that. */
export const sqlWords: ReadonlySet<string> = new Set(
  [
    "select from where group order by having limit offset union intersect except join on using with as distinct",
    "insert update delete into values set reset create drop alter truncate merge returning table view",
    "copy attach detach install load pragma call export import checkpoint vacuum prepare execute use",
    "begin commit rollback describe show explain summarize case when then else end exists any all some cast",
    "ilike similar glob regexp asc desc interval over filter",
  ].flatMap((line) => line.split(" ")),
);

/** The keyword that a token is, in lower case. */
export function keyword({ is, content }: Token): string | null {
  const word = is === "word" ? content.toLowerCase() : "";
  return keywords.has(word) ? word : null;
}

/** A column's name as an expression writes it: between quotes where it is no plain word. */
export const writtenName = (name: string): string =>
  /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) && !keywords.has(name.toLowerCase())
    ? name
    : `"${name.replaceAll('"', '""')}"`;

/** Text as an expression writes it. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
