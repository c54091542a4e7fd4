import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** The page's own style and script, as they stand beside this file: they go into every page as text. */
export interface Assets {
  readonly style: string;
  readonly script: string;
}

export const readAssets = (): Assets => ({ style: read("page.css"), script: read("page.js") });

const read = (name: string): string => readFileSync(new URL(`./browser/${name}`, import.meta.url), "utf8").trim();

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What the page may do: run this script, use this style, and nothing else. It fetches nothing, frames nothing, sends nothing. */
export const contentSecurityPolicy = ({ style, script }: Assets): string =>
  `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
