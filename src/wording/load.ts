import type { Language } from "./language.ts";
import type { Catalogue, Group, Words } from "./wording.ts";

/** A run loads the languages that it speaks, and of those what it says. */
const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import("./en.ts")).en,
  nb: async () => (await import("./nb.ts")).nb,
  de: async () => (await import("./de.ts")).de,
};

/** The words of some reports in a language. */
export async function loadWords<G extends Group>(language: Language, groups: readonly G[]): Promise<Words<G>> {
  const { base, groups: loaders } = await catalogues[language]();
  const own = await Promise.all(groups.map(async (group) => [group, await loaders[group]()] as const));
  return { ...base, ...Object.fromEntries(own) } as Words<G>;
}
