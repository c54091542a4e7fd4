import { columnWords, type NameWords } from "../base/expression/refusals.ts";
import { headings as german } from "./de/headings.ts";
import { headings as norwegian } from "./nb/headings.ts";

/** Columns, which people may call as the tables of their language head them: conditions know only the names. */
export const headedColumns: NameWords = {
  ...columnWords,
  meantBy: (word) => namesByHeading.get(plain(word)) ?? [],
};

const plain = (heading: string): string => heading.toLowerCase().replaceAll("\u00a0", " ");

const namesByHeading = new Map<string, string[]>();
for (const [name, heading] of [...Object.entries(norwegian), ...Object.entries(german)]) {
  const names = namesByHeading.get(plain(heading));
  if (names === undefined) namesByHeading.set(plain(heading), [name]);
  else names.push(name);
}
