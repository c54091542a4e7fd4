/** Why a customer left, as far as it counts for winning it back. */
export type ChurnReason = "price" | "service";

/**
 * Words for each reason in English, Norwegian, Swedish, Danish, German and French; `*` stands for any ending. Compared without
 * case and accents.
 */
const words: Readonly<Record<ChurnReason, string>> = {
  price:
    "price* pricing expensive costly cost costs cheap* budget* pris* dyr dyrt dyrere dyrare billig* kostnad* kostbar* " +
    "preis* teuer* kosten* gunstig* guenstig* prix tarif* cher chere couteux couteuse cout couts",
  service:
    "service* support* kundeservice* kundservice* kundtjanst* kundestotte* kundenservice* kundendienst* betreuung* oppfolg* uppfolj* " +
    "opfolg* serviceniveau* sav suivi accompagnement",
};

const patterns = Object.entries(words).map(([reason, list]) => ({
  reason: reason as ChurnReason,
  words: new Set(list.split(" ").filter((word) => !word.endsWith("*"))),
  stems: list.split(" ").flatMap((word) => (word.endsWith("*") ? [word.slice(0, -1)] : [])),
}));

/** The reasons that a text names, in a fixed order: `[]` where it names none that we know. */
export function churnReasons(text: string | null): ChurnReason[] {
  if (text === null) return [];
  const own = plain(text).split(/[^\p{L}\p{N}]+/u);
  return patterns
    .filter(({ words, stems }) => own.some((word) => words.has(word) || stems.some((stem) => word.startsWith(stem))))
    .map(({ reason }) => reason);
}

const plain = (text: string): string =>
  text.toLowerCase().replaceAll("ø", "o").replaceAll("æ", "ae").normalize("NFD").replace(/\p{M}/gu, "");
