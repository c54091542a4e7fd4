import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ScriptWords } from "../words.ts";

/** The page's own style and script, as they stand beside this file: they go into every page as text. */
export interface Assets {
  readonly style: string;
  readonly script: string;
}

export const readAssets = (words: ScriptWords | null = null): Assets => ({
  style: read("page.css"),
  script: words === null ? read("page.js") : translated(read("page.js"), words),
});

/** What the script says as it stands; parts in braces are values of the script's own. */
const said: ScriptWords = {
  none: "none of {count} rows",
  range: "{from} to {to}",
  rowsOfAll: "rows {shown} of {count}",
  rowsOfSome: "rows {shown} of {found}; {count} in all",
  page: "page {page} of {pages}",
  chosen: "{value} is chosen. {told}. Choose it again to see all.",
};

const expressions: Readonly<Record<string, string>> = {
  from: "from + 1",
  to: "to",
  shown: "shown",
  count: "count",
  found: "rows.length",
  page: "page + 1",
  pages: "last + 1",
  value: "value",
  told: 'told.join("; ")',
};

/** A text as the script has it. */
const inScript = (text: string): string =>
  text.includes("{") ? `\`${text.replace(/\{(\w+)\}/g, (_, name) => `\${${expressions[name]}}`)}\`` : `"${text}"`;

/** The script with other words, each in its one place; the policy names the hash of what stands in the page. */
function translated(script: string, words: ScriptWords): string {
  return (Object.keys(said) as (keyof ScriptWords)[]).reduce((text, name) => {
    const parts = text.split(inScript(said[name]));
    if (parts.length !== 2) throw new Error(`page.js says "${said[name]}" ${parts.length - 1} times`);
    return parts.join(inScript(words[name]));
  }, script);
}

const read = (name: string): string => readFileSync(new URL(`./browser/${name}`, import.meta.url), "utf8").trim();

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What the page may do: run this script, use this style, and nothing else. It fetches nothing, frames nothing, sends nothing. */
export const contentSecurityPolicy = ({ style, script }: Assets): string =>
  `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
