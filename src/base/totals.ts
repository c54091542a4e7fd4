const words =
  "(?:sub|del|mellom|mellan|zwischen|sous[- ]|grand )?(?:total|totals|totalt|totaal|sum|summa|summe|gesamt|gesamtsumme|i alt|ialt|totaux|somme)";

const wholeLabel = new RegExp(`^${words}(?: general| gesamt)?:?$`, "i");
const firstCell = new RegExp(`^[\\s";,\\t|]*${words}[\\s:";,\\t|]`, "i");

/** Whether a text is the label of a totals row, in the six languages. */
export const isTotalsLabel = (text: string): boolean => text.length < 20 && wholeLabel.test(text);

/** Whether a record's text begins with such a label, blank cells before it apart. */
export const beginsWithTotals = (record: string): boolean => firstCell.test(`${record};`);
