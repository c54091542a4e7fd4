import { type Place, UserError } from "../base/errors.ts";
import { nearest } from "../base/nearest.ts";
import { namesOf, similarNames } from "./aliases.ts";
import { type CanonicalColumn, columnsOf, type Role, roles } from "./columns.ts";
import { looksLikeDate } from "./dates.ts";
import { looksLikeNumber } from "./numbers.ts";

/** Which column of the file is which of ours. Indexes count from 0. */
export interface Mapping {
  /** By our name. */
  readonly mapping: ReadonlyMap<string, number>;
  /** Columns of a meaning that another, better named column has: left alone, and worth a notice. */
  readonly ignored: readonly IgnoredColumn[];
  /** Headers that nobody knows, or that are not needed (a quantity beside an amount). Blank ones are left out. */
  readonly unmapped: readonly string[];
}

export interface IgnoredColumn {
  readonly header: string;
  readonly index: number;
  /** The canonical column it could have been. */
  readonly column: string;
  /** "`Net Amount` is the better name". */
  readonly because: string;
}

/**
 * A header as it is compared: letters and digits only, lower case, without accents; NFC or NFD, line breaks, punctuation and
 * spaces make no difference. `Date d'expédition` is `datedexpedition`, `Währung` is `wahrung`, `Beløp` is `belop`.
 */
export const normalizeHeader = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[ßæøłœđð]/g, (letter) => folded[letter] as string)
    .replace(/[^\p{L}\p{N}]/gu, "");

const folded: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", ø: "o", ł: "l", œ: "oe", đ: "d", ð: "d" };

/** As people write without their keyboard: Waehrung, Beloep, aarsomsaetning. */
const spelledOut = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüøå]/g, (letter) => digraphs[letter] as string);

const digraphs: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };

interface Claim {
  readonly column: string;
  readonly rank: number;
}

const claimsByRole = new Map<Role, ReadonlyMap<string, readonly Claim[]>>();

/** What each normalised name can mean in a role. */
function claimsOf(role: Role): ReadonlyMap<string, readonly Claim[]> {
  const known = claimsByRole.get(role);
  if (known !== undefined) return known;
  const claims = new Map<string, Claim[]>();
  for (const { name: column } of columnsOf[role]) {
    for (const [rank, names] of [[column], ...namesOf(role, column)].entries()) {
      for (const key of new Set(names.flatMap((name) => [normalizeHeader(name), normalizeHeader(spelledOut(name))]))) {
        const others = claims.get(key) ?? [];
        if (!others.some((claim) => claim.column === column)) claims.set(key, [...others, { column, rank }]);
      }
    }
  }
  claimsByRole.set(role, claims);
  return claims;
}

/**
 * Which header is which column of the role.
 *
 * `explicit` (our name → a header, or `#3` for the third column) comes first. Then names are taken by rank, the best first: a
 * header that two columns claim goes to the one where its rank is better, a column that two headers claim takes the better
 * ranked. `amount` and the quantity and unit price that can stand for it may all be mapped; then `amount` counts, unless
 * those two are mapped explicitly: then no header is taken for it. So with `cost` and `profit`.
 *
 * Without a header line pass blank headers. Errors (exit 3, or 2 for a canonical column that does not exist): an explicit
 * header that is not there, two headers of equal rank, a required column that is missing.
 */
export function mapHeaders(
  role: Role,
  headers: readonly string[],
  explicit: ReadonlyMap<string, string>,
  place: Pick<Place, "file" | "line">,
): Mapping {
  const table: Table = { role, headers, place };
  const mapping = new Map<string, number>();
  for (const [column, target] of explicit)
    mapping.set(requireColumn(role, column).name, findTarget(table, column, target));

  const chosen = new Set(mapping.values());
  const free = new Map<number, readonly Claim[]>();
  for (const [index, header] of headers.entries()) {
    if (!chosen.has(index)) free.set(index, claimsOf(role).get(normalizeHeader(header)) ?? []);
  }
  const claims = [...free].flatMap(([index, own]) => own.map((claim) => ({ index, ...claim })));
  if (claims.length === 0 && explicit.size === 0) refuseData(table);

  const passed: typeof claims = [];
  const columns = columnsOf[role].filter((column) => !explicit.has(column.name) && !isReplaced(column, explicit));
  for (const rank of [...new Set(claims.map((claim) => claim.rank))].sort((a, b) => a - b)) {
    for (const { name } of columns) {
      const fitting = claims.filter((claim) => claim.rank === rank && claim.column === name && free.has(claim.index));
      const [first, second] = fitting;
      if (mapping.has(name)) passed.push(...fitting);
      else if (second !== undefined) refuseTie(table, name, fitting);
      else if (first !== undefined) {
        mapping.set(name, first.index);
        free.delete(first.index);
      }
    }
  }

  const ignored: IgnoredColumn[] = [];
  for (const { index, column } of passed) {
    if (!free.delete(index)) continue; // taken for another column since, or already listed
    const because = `${quoted(headers[mapping.get(column) as number])} is the better name`;
    ignored.push({ header: headers[index] as string, index, column, because });
  }
  refuseMissing(table, mapping);
  return {
    mapping,
    ignored: ignored.sort((a, b) => a.index - b.index),
    unmapped: [...free.keys()].map((index) => headers[index] as string).filter((header) => header.trim() !== ""),
  };
}

/**
 * How many columns of the role a record names, with those whose header the user gives: what tells the header line from titles
 * above it and rows below. One known word proves nothing where there are more fields: then 0.
 */
export function countKnownHeaders(
  role: Role,
  fields: readonly string[],
  explicit: ReadonlyMap<string, string> = new Map(),
): number {
  const wanted = new Set([...explicit.values()].map(normalizeHeader));
  const keys = [...new Set(fields.map(normalizeHeader))].filter((key) => key !== "");
  const known = keys.filter((key) => wanted.has(key) || claimsOf(role).has(key)).length;
  return known >= Math.min(2, fields.length) ? known : 0;
}

interface Table {
  readonly role: Role;
  readonly headers: readonly string[];
  readonly place: Pick<Place, "file" | "line">;
}

/** Whether the user named the columns that stand for this one. */
const isReplaced = ({ insteadOf }: CanonicalColumn, explicit: ReadonlyMap<string, string>): boolean =>
  insteadOf.length > 0 && insteadOf.every((name) => explicit.has(name));

/** The index of the header that the user means. */
function findTarget({ role, headers, place }: Table, column: string, target: string): number {
  const option = `--map ${role}.${column}`;
  const position = /^#([0-9]{1,6})$/.exec(target.trim());
  if (position !== null) {
    const index = Number(position[1]) - 1;
    if (index >= 0 && index < headers.length) return index;
    throw new UserError(`there is no column ${target.trim()}: the file has ${headers.length}`, {
      place: { ...place, column },
      details: [listOf(headers)],
      hint: `${option}=#1`,
    });
  }
  const indexes = [...headers.keys()];
  const exact = indexes.filter((i) => headers[i]?.trim() === target.trim());
  const wanted = normalizeHeader(target);
  const found = exact.length > 0 ? exact : indexes.filter((i) => normalizeHeader(headers[i] as string) === wanted);
  const [index, second] = found;
  if (index !== undefined && second === undefined) return index;
  if (index !== undefined) {
    throw new UserError(`the column ${quoted(target)} is there ${times(found.length)}: ${positions(found)}`, {
      place: { ...place, column },
      hint: `name it by its place: ${option}=#${index + 1}`,
    });
  }
  const near = nearestHeader([target], headers);
  throw new UserError(`there is no column ${quoted(target)} (${option})`, {
    place: { ...place, column },
    details: [listOf(headers)],
    hint: `${option}=${near === null ? "#1" : targetFor(headers, near)}`,
  });
}

function refuseTie({ role, headers, place }: Table, column: string, rivals: readonly { index: number }[]): never {
  const indexes = rivals.map((rival) => rival.index);
  const texts = [...new Set(indexes.map((index) => quoted(headers[index])))];
  throw new UserError(
    texts.length === 1
      ? `the column ${texts[0]} is there ${times(indexes.length)}: ${positions(indexes)}`
      : `${texts.join(" and ")} could both be \`${column}\``,
    {
      place: { ...place, column },
      details: ["the file does not say which one is meant"],
      hint: indexes.map((index) => `--map ${role}.${column}=${targetFor(headers, index)}`).join("  or  "),
    },
  );
}

/** The first line of an export without headers: no name that we know, but numbers or dates. */
function refuseData({ role, headers, place }: Table): void {
  const value = headers.find((header) => looksLikeDate(header) || looksLikeNumber(header));
  if (value === undefined) return;
  throw new UserError("the first line looks like data, not like column names", {
    place: { ...place, value },
    details: [`it is: ${headers.slice(0, mostShown).map(quoted).join(", ")}`],
    hint: `if the file has no header line: --no-header ${byPosition(role, headers)}`,
  });
}

function refuseMissing(table: Table, mapping: ReadonlyMap<string, number>): void {
  const { role, headers, place } = table;
  const missing = columnsOf[role].filter(
    ({ name, required, insteadOf }) =>
      required && !mapping.has(name) && !(insteadOf.length > 0 && insteadOf.every((other) => mapping.has(other))),
  );
  if (missing.length === 0) return;
  const wanted = missing.map(({ name, insteadOf }) =>
    insteadOf.length === 0
      ? `\`${name}\``
      : `\`${name}\` (or ${insteadOf.map((other) => `\`${other}\``).join(" and ")})`,
  );
  const message = `there is no column for ${enumerated(wanted)}`;
  if (headers.every((header) => header.trim() === "")) {
    throw new UserError(message, {
      place,
      details: [`without a header line, ${headers.length} columns have to be named by their place`],
      hint: byPosition(role, []),
    });
  }
  const meant = likelyRole(table);
  if (meant !== null)
    throw new UserError(message, {
      place,
      details: [listOf(headers), `this looks like ${article(meant)} ${meant} file`],
      hint: `give it as --${meant} FILE; if it is ${article(role)} ${role} file after all, name its columns: ${missing.map(({ name }) => `--map ${role}.${name}=HEADER`).join(" ")}`,
    });
  const guesses = missing.map(({ name }) => ({ name, index: guess(table, name, mapping) }));
  const perhaps = guesses.flatMap(({ name, index }) =>
    index === null ? [] : [`perhaps ${quoted(headers[index])} is \`${name}\`?`],
  );
  throw new UserError(message, {
    place,
    details: [listOf(headers), ...perhaps],
    hint: guesses
      .map(({ name, index }) => `--map ${role}.${name}=${index === null ? "HEADER" : targetFor(headers, index)}`)
      .join(" "),
  });
}

const article = (role: Role): string => (role === "nps" ? "an" : "a");

/** The role of a table whose required columns are all among the headers, and of those the one that knows most of them. */
function likelyRole({ role, headers }: Table): Role | null {
  const keys = headers.map(normalizeHeader).filter((key) => key !== "");
  const known = (other: Role) =>
    new Set(keys.flatMap((key) => claimsOf(other).get(key) ?? []).map(({ column }) => column));
  const [best] = (["sales", "costs", "nps"] as const)
    .filter((other) => other !== role)
    .map((other) => ({ other, columns: known(other) }))
    .filter(({ other, columns }) =>
      columnsOf[other].every(
        ({ name, required, insteadOf }) =>
          !required || columns.has(name) || (insteadOf.length > 0 && insteadOf.every((part) => columns.has(part))),
      ),
    )
    .sort((a, b) => b.columns.size - a.columns.size);
  return best === undefined || best.columns.size <= known(role).size ? null : best.other;
}

/** The headers that name this column of the role. */
export const headersNaming = (role: Role, column: string, headers: readonly string[]): number[] =>
  [...headers.keys()].filter((index) =>
    claimsOf(role)
      .get(normalizeHeader(headers[index] as string))
      ?.some((claim) => claim.column === column),
  );

/** The header that a missing column may hide behind: a name near its meaning, one that contains its name, one mistyped. */
function guess({ role, headers }: Table, column: string, mapping: ReadonlyMap<string, number>): number | null {
  const used = new Set(mapping.values());
  const open = headers.map((header, index) => (used.has(index) ? "" : normalizeHeader(header)));
  const similar = new Set(similarNames(column).map(normalizeHeader));
  const close = open.findIndex((header) => similar.has(header));
  if (close >= 0) return close;

  const names = [column, ...namesOf(role, column).flat()];
  const contained = names.map(normalizeHeader).filter((name) => name.length >= shortestContained);
  for (const name of contained) {
    const index = open.findIndex((header) => header.includes(name));
    if (index >= 0) return index;
  }
  // What is the right name of something else is not mistyped.
  const unknown = open.map((header) => (roles.some((other) => claimsOf(other).has(header)) ? "" : header));
  return nearestHeader(names, unknown);
}

/** Shorter names are part of too many words. */
const shortestContained = 4;

/** The header that one of the names, the earlier first, may have meant. */
function nearestHeader(names: readonly string[], headers: readonly string[]): number | null {
  const normalized = headers.map(normalizeHeader);
  const candidates = normalized.filter((header) => header !== "");
  for (const name of names) {
    const near = nearest(normalizeHeader(name), candidates);
    if (near !== null) return normalized.indexOf(near);
  }
  return null;
}

/** The canonical column of this name; a `UserError` of exit 2 where the role has none. */
function requireColumn(role: Role, name: string): CanonicalColumn {
  const found = columnsOf[role].find((column) => column.name === name);
  if (found !== undefined) return found;
  const all = columnsOf[role].map((column) => column.name);
  const meant = nearest(name, all) ?? claimsOf(role).get(normalizeHeader(name))?.[0]?.column;
  throw new UserError(`${role} has no column \`${name}\``, {
    details: [`its columns are: ${all.join(", ")}`],
    hint: `--map ${role}.${meant ?? (all[0] as string)}=HEADER`,
    exit: 2,
  });
}

export interface MapOption {
  /** A list of prospects has the columns of a customers file. */
  readonly role: Role | "prospects";
  readonly column: string;
  /** A header, or `#3`. */
  readonly target: string;
}

/** Reads a `--map` option, `sales.amount=Beløp` or `sales.amount=#3`. Errors: exit 2. */
export function parseMapOption(text: string): MapOption {
  const equals = text.indexOf("=");
  const [before, target] = [text.slice(0, equals), text.slice(equals + 1).trim()];
  const [name = "", column = "", ...more] = before.split(".").map((part) => part.trim());
  const example = "--map sales.amount='Net amount'";
  if (equals < 0 || target === "" || column === "" || more.length > 0) {
    throw new UserError(`--map ${quoted(text)} is not ROLE.COLUMN=HEADER`, { hint: example, exit: 2 });
  }
  if (name === "prospects") return { role: name, column: requireColumn("customers", column).name, target };
  const role = roles.find((known) => known === name);
  if (role === undefined) {
    throw new UserError(`--map ${quoted(text)}: there is no role \`${name}\``, {
      details: [`the roles are: ${roles.join(", ")}`],
      hint: `--map ${nearest(name, roles) ?? "sales"}.${column}=${quotedForShell(target)}`,
      exit: 2,
    });
  }
  return { role, column: requireColumn(role, column).name, target };
}

const mostShown = 30;
const longestShown = 40;

/** A header in a sentence: on one line, not too long. */
function quoted(header = ""): string {
  const line = header.replace(/\s+/g, " ").trim();
  return `\`${line.length > longestShown ? `${line.slice(0, longestShown)}…` : line}\``;
}

function listOf(headers: readonly string[]): string {
  const more = headers.length > mostShown ? `, and ${headers.length - mostShown} more` : "";
  return `the columns are: ${headers.slice(0, mostShown).map(quoted).join(", ")}${more}`;
}

const times = (count: number): string => (count === 2 ? "twice" : `${count} times`);
const positions = (indexes: readonly number[]): string => `columns ${indexes.map((index) => index + 1).join(" and ")}`;

const enumerated = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** The required columns by place, as in an export without a header line whose first record this is; places are a guess. */
function byPosition(role: Role, record: readonly string[]): string {
  const date = record.findIndex(looksLikeDate);
  const number = record.findLastIndex((cell, index) => index !== date && looksLikeNumber(cell));
  return columnsOf[role]
    .filter((column) => column.required)
    .map(({ name, kind }, i) => {
      const likely = kind === "date" ? date : kind === "money" || kind === "score" ? number : -1;
      return `--map ${role}.${name}=#${(likely < 0 ? i : likely) + 1}`;
    })
    .join(" ");
}

/** What to write behind `=` so that the shell passes on this header: its name, or its place where the name will not do. */
function targetFor(headers: readonly string[], index: number): string {
  const header = headers[index] as string;
  const twins = headers.filter((other) => normalizeHeader(other) === normalizeHeader(header)).length;
  const simple = /^[\p{L}\p{M}\p{N} _.,:/()%+&°-]+$/u.test(header) && header.length <= longestShown;
  return twins === 1 && simple ? quotedForShell(header.trim()) : `#${index + 1}`;
}

const quotedForShell = (text: string): string => (/^[\p{L}\p{M}\p{N}_.#-]+$/u.test(text) ? text : `'${text}'`);
