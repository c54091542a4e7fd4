/** The languages of what people read. Codes, csv, json and messages are English in all of them. */
export const languages = ["en", "nb", "de"] as const;

export type Language = (typeof languages)[number];
