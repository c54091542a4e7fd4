// From what the user named to the files of each role. The one place that lists folders.
import { createWriteStream, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { compareCodePoints } from "../base/statistics.ts";
import type { Role } from "../ingest/columns.ts";
import { readHead, sha256 } from "../ingest/source.ts";
import type { Source, Workspace } from "../ingest/workspace.ts";
import { isSnapshot } from "./snapshots.ts";

/** A file of a role. */
export interface InputFile extends Source {
  readonly role: Role;
}

/** The roles' words, singular and plural, in English, Norwegian, Swedish, Danish, German and French, folded to ASCII. */
const roleWords: Record<Role, readonly string[]> = {
  sales: [
    ..."sales sale invoices invoice salg omsetning faktura fakturaer fakturor forsaljning forsaljningar omsattning".split(
      " ",
    ),
    ..."omsaetning umsatz umsatze umsaetze verkauf verkaufe verkaeufe rechnung rechnungen ventes vente achats achat factures facture".split(
      " ",
    ),
  ],
  costs: "costs cost kostnader kostnad omkostninger omkostning kosten couts cout".split(" "),
  nps: ["nps"],
  customers: "customers customer kunder kunde kunden kund clients client".split(" "),
  events:
    "events event hendelser hendelse handelser handelse haendelser haendelse ereignisse ereignis evenements evenement".split(
      " ",
    ),
};

const endings = [".csv.gz", ".csv.zst", ".csv", ".tsv", ".txt", ".parquet", ".xlsx"];

export type RoleFiles = Readonly<Partial<Record<Role, readonly string[]>>>;

/** Hears of a file that is left out, and why. */
export type OnRefused = (file: string, error: UserError) => void;

/**
 * The files of a run: those named for a role (files, globs, `-`), or those that a folder holds. Errors: a name that matches
 * nothing, one file in two roles, one export twice, a folder without any export.
 */
export async function findInputs(
  io: Io,
  dir: string | undefined,
  named: RoleFiles,
  workspace: Workspace,
  onRefused?: OnRefused,
): Promise<InputFile[]> {
  const files: InputFile[] = [];
  if (dir !== undefined) files.push(...inFolder(io, dir, onRefused));
  let standardInputs = 0;
  for (const [role, patterns] of Object.entries(named) as [Role, readonly string[] | undefined][])
    for (const pattern of patterns ?? []) {
      if (pattern === "-") {
        if (++standardInputs > 1)
          throw new UserError("standard input can be one file only", { hint: "give the other file by name", exit: 2 });
        files.push({ role, name: "stdin", path: await spool(io, workspace) });
      } else for (const name of expand(io, pattern)) files.push({ role, name, path: path.resolve(io.cwd, name) });
    }
  if (files.length === 0)
    throw new UserError("no exports given", {
      hint: "name a folder that holds sales.csv, or a file: portfolio COMMAND --sales FILE",
      exit: 2,
    });
  return withoutRepeats(files, onRefused);
}

/** The files without those that repeat another, which end the run unless somebody wants to hear of them. */
function withoutRepeats(files: readonly InputFile[], onRefused: OnRefused | undefined): InputFile[] {
  const kept = [...files];
  for (;;)
    try {
      refuseRepeats(kept);
      return kept;
    } catch (error) {
      const name = error instanceof UserError ? error.place?.file : undefined;
      const index = kept.findLastIndex((file) => file.name === name);
      if (onRefused === undefined || index < 0) throw error;
      onRefused(name as string, error as UserError);
      kept.splice(index, 1);
    }
}

async function spool(io: Io, workspace: Workspace): Promise<string> {
  const target = workspace.temporary("stdin");
  await pipeline(io.stdin, createWriteStream(target));
  return target;
}

/** The exports in a folder, by name. */
function inFolder(io: Io, dir: string, onRefused?: OnRefused): InputFile[] {
  const folder = path.resolve(io.cwd, dir);
  if (!existsSync(folder))
    throw new UserError("there is no such folder", { place: { file: dir }, hint: "check the name" });
  if (!statSync(folder).isDirectory())
    throw new UserError("is a file, not a folder", { place: { file: dir }, hint: `portfolio COMMAND --sales ${dir}` });
  const names = readdirSync(folder).sort(compareCodePoints);
  const stems = new Map<string, string>();
  const files: InputFile[] = [];
  for (const name of names) {
    const match = roleOf(name);
    if (match === null || !statSync(path.join(folder, name)).isFile() || isOurs(path.join(folder, name))) continue;
    const twin = stems.get(match.stem);
    if (twin !== undefined) {
      const error = new UserError(`${twin} and ${name} look like one export with two endings`, {
        place: { file: dir },
        hint: `remove one of them, or name the right one: --${match.role} ${path.join(dir, name)}`,
      });
      if (onRefused === undefined) throw error;
      onRefused(path.join(dir, name), error);
      continue;
    }
    stems.set(match.stem, name);
    files.push({ role: match.role, name: path.join(dir, name), path: path.join(folder, name) });
  }
  if (files.length === 0)
    throw new UserError("the folder holds no export that its name makes known", {
      place: { file: dir },
      details:
        names.length === 0
          ? ["it is empty"]
          : [`it holds: ${names.slice(0, 10).join(", ")}${names.length > 10 ? ", …" : ""}`],
      hint: "name files like sales.csv, costs.csv, nps.csv, customers.csv, events.csv, or give them: --sales FILE",
    });
  return files;
}

/** Files of the folder that could be exports by their ending and are not read: their names say no role, or we wrote them. */
export function unusedFiles(
  io: Io,
  dir: string | undefined,
): { readonly unknown: readonly string[]; readonly ours: readonly string[] } {
  if (dir === undefined) return { unknown: [], ours: [] };
  const folder = path.resolve(io.cwd, dir);
  const names = readdirSync(folder)
    .filter((name) => endings.some((ending) => name.toLowerCase().endsWith(ending)))
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort(compareCodePoints);
  return {
    unknown: names.filter((name) => roleOf(name) === null && !isOurs(path.join(folder, name))),
    ours: names.filter((name) => roleOf(name) !== null && isOurs(path.join(folder, name))),
  };
}

/** The role that a file's name tells, and its stem. */
export function roleOf(name: string): { readonly role: Role; readonly stem: string } | null {
  const lower = name.toLowerCase();
  const ending = endings.find((candidate) => lower.endsWith(candidate));
  if (ending === undefined) return null;
  const stem = name.slice(0, -ending.length);
  const folded = fold(stem);
  for (const [role, words] of Object.entries(roleWords) as [Role, readonly string[]][])
    for (const word of words)
      if (folded.startsWith(word) && !/^\p{L}/u.test(folded.slice(word.length))) return { role, stem };
  return null;
}

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss");

/**
 * Refuses to write into the folder of exports under a name that makes the file an export: the next run would take our result
 * for evidence. Errors: exit 2.
 */
export function refuseExportName(io: Io, dir: string | undefined, file: string | undefined): void {
  if (dir === undefined || file === undefined || file === "-") return;
  const target = path.resolve(io.cwd, file);
  const match = path.dirname(target) === path.resolve(io.cwd, dir) ? roleOf(path.basename(target)) : null;
  if (match === null) return;
  throw new UserError(`${file} would be read as an export (${match.role}) by the next run over ${dir}`, {
    hint: `another name, as ${path.join(path.dirname(file), `result-${path.basename(file)}`)}, or another folder`,
    exit: 2,
  });
}

/** Our own output in the folder is no export: a header with the columns that no other program writes, or a snapshot. */
function isOurs(file: string): boolean {
  const firstLine = readHead(file, file).toString("utf8").split(/\r?\n/, 1)[0] ?? "";
  if (firstLine.startsWith("PAR1")) return isSnapshot(file);
  return ["value_class", "potential_source", "class_reason"].every((column) => firstLine.includes(column));
}

/** The files that a pattern means: the file of exactly this name, else the matches of a glob, sorted. */
function expand(io: Io, pattern: string): string[] {
  if (existsSync(path.resolve(io.cwd, pattern)) || !/[*?[]/.test(pattern)) return [pattern];
  const segments = pattern.split(/[\\/]/);
  let found = [segments[0] === "" ? "/" : ""];
  for (const segment of segments.filter((part) => part !== ""))
    found = found.flatMap((base) => (/[*?[]/.test(segment) ? matches(io, base, segment) : [path.join(base, segment)]));
  found = found.filter((name) => existsSync(path.resolve(io.cwd, name)));
  if (found.length === 0)
    throw new UserError("no file matches", {
      place: { file: pattern },
      hint: "check the pattern, and quote it against the shell",
    });
  return found;
}

function matches(io: Io, base: string, segment: string): string[] {
  const folder = path.resolve(io.cwd, base);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  const source = segment
    .replace(/[.+^${}()|\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const pattern = new RegExp(`^${source}$`, "u");
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort(compareCodePoints)
    .map((name) => path.join(base, name));
}

/** One file in two roles, or the same content twice, would be counted twice. */
function refuseRepeats(files: readonly InputFile[]): void {
  const known = new Map<string, InputFile>();
  const bySize = new Map<number, InputFile[]>();
  for (const file of files) {
    if (!existsSync(file.path)) continue; // reading it says so
    const real = realpathSync(file.path);
    const same = known.get(real);
    if (same !== undefined) refuseRepeat(same, file, "is given twice");
    known.set(real, file);
    const { size } = statSync(real);
    bySize.set(size, [...(bySize.get(size) ?? []), file]);
  }
  for (const group of bySize.values())
    if (group.length > 1) {
      const byContent = new Map<string, InputFile>();
      for (const file of group) {
        if (statSync(file.path).size === 0) continue;
        const digest = sha256(file.path);
        const same = byContent.get(digest);
        if (same !== undefined) refuseRepeat(same, file, `has the same content as ${same.name}`);
        byContent.set(digest, file);
      }
    }
}

function refuseRepeat(first: InputFile, second: InputFile, what: string): never {
  const roles = first.role === second.role ? `twice as ${first.role}` : `as ${first.role} and as ${second.role}`;
  throw new UserError(`${what}: ${roles}`, {
    place: { file: second.name },
    hint: "give each export once; the program takes no file for two roles",
  });
}
