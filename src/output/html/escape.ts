import { escapeInvisible } from "../escape.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as the content of an element or of a quoted attribute: markup is shown, what cannot be seen is written out. */
export const escapeHtml = (text: string): string =>
  escapeInvisible(text).replace(/[&<>"']/g, (character) => entities[character] as string);

/** Above a table that may be wider than the page: a span, so that the text can stay in sight and wrap. */
export const captionMarkup = (text: string): string => `<caption><span>${escapeHtml(text)}</span></caption>`;

/**
 * JSON as the content of a script element: no `<` in it can end the element or open a comment, no line separator breaks it.
 * Texts are to be escaped by `escapeInvisible` where they become a part of the page.
 */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
