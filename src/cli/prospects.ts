import path from "node:path";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import type { Card } from "../facts/card.ts";
import type { ReadOptions } from "../ingest/read-options.ts";
import type { Notice } from "../quality/notice.ts";
import { type Loaded, loadInputs } from "./load.ts";
import { fileNotices } from "./notices.ts";
import type { Portfolio } from "./open-portfolio.ts";
import { makeRunFolder } from "./run-folder.ts";

/** A list of companies that are no customers yet. */
export interface Prospects {
  readonly cards: readonly Card[];
  readonly loaded: Loaded;
  readonly notices: readonly Notice[];
}

/**
 * Reads a list of prospects as a customers file is read, with its errors and its notices. Headers that the user named for
 * `prospects` count for it, and where there are none those for `customers`.
 */
export async function readProspects(
  io: Io,
  { engine }: Pick<Portfolio, "engine">,
  name: string,
  read: ReadOptions,
): Promise<Prospects> {
  const own = read.maps.flatMap((choice) => (choice.role === "prospects" ? [{ ...choice, role: "customers" }] : []));
  const options = own.length === 0 ? read : { ...read, maps: own };
  const folder = makeRunFolder();
  try {
    const file = { role: "customers", name, path: path.resolve(io.cwd, name) } as const;
    const needs = { sales: [], costs: [], nps: [] };
    const loaded = await loadInputs(engine, [file], { needs, read: options, alwaysHash: false }, folder);
    return { cards: loaded.customers.flatMap(({ cards }) => cards), loaded, notices: fileNotices(loaded) };
  } catch (error) {
    throw error instanceof UserError ? inWordsOf(error) : error;
  } finally {
    folder.remove();
  }
}

/** A way out that names a header names it for the prospects: for `customers` it would hold for the exports. */
function inWordsOf({ message, place, details, hint, exit }: UserError): UserError {
  return new UserError(message, {
    place,
    details,
    hint: hint?.replaceAll("--map customers.", "--map prospects."),
    exit,
  });
}
