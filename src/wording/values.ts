/** The words for codes in cells, by column and code. A code without a word is shown as it is: classes, grades, cells, rules. */
export type Values = Readonly<Record<string, Readonly<Record<string, string>>>>;
