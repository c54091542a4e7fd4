import { UserError } from "../base/errors.ts";
import { currencies } from "../engine/facts.ts";
import type { CurrencyLoan, Engine } from "../engine/port.ts";
import { currencyAgrees, currencyName, isSharedMark } from "../ingest/currencies.ts";
import { type Loaded, type LoadedFile, placeOf } from "./load.ts";

/** What the settings say of several currencies: the one of every result, and what one of each other is worth in it. */
export interface CurrencyRates {
  readonly base: string;
  /** Decimals with at most six places, by currency. */
  readonly rates: Readonly<Record<string, string>>;
}

/** The one currency of a run. */
export interface RunCurrency {
  /** `null`: the files name none. */
  readonly code: string | null;
  /** Rows without a currency, and the one that they were taken for. */
  readonly blank: readonly BlankRows[];
}

interface BlankRows {
  readonly role: CurrencyRole;
  readonly count: number;
  readonly currency: string;
}

type CurrencyRole = "sales" | "costs";
const roles: readonly CurrencyRole[] = ["sales", "costs"];

/**
 * Brings a run to one currency. A single one stands as it is. Several, or another than the base of the rates, are converted line
 * by line. A row that names none is in its file's only currency; where its file names none either, in the only one of the
 * sales, else of its role, else, in a file without the column, in the base. Errors: several currencies without rates, one
 * without a rate, or a file whose currency column is blank throughout beside several: no sum may mix them.
 */
export async function settleCurrency(
  engine: Engine,
  loaded: Loaded,
  rates: CurrencyRates | undefined,
): Promise<RunCurrency> {
  const files: NamedFile[] = [];
  for (const role of roles) files.push(...(await namedFiles(engine, loaded, role)));
  const meaning = meaningOf(
    files.flatMap(({ names }) => [...names.keys()]),
    rates?.base ?? null,
  );
  const codes = codesOf(files, meaning);
  const [only = null] = codes;
  if (codes.length <= 1 && (rates === undefined || only === null || only === rates.base))
    return {
      // A mark of several currencies is no code.
      code: only === null || isSharedMark(only) ? null : only,
      blank: only === null ? [] : counted(files.filter(mayBeBlank(files)).map((file) => [file, only] as const)),
    };

  const place = { file: loaded.files.sales[0]?.text.name ?? "", column: "currency" };
  const details = codes.map((code) => describe(code, files, meaning));
  if (rates === undefined)
    throw new UserError("the files hold several currencies, and they must not be added up: column currency", {
      place,
      details,
      hint: "export one currency; or state the rates in portfolio.yaml: currency: { base: NOK, rates: { EUR: 11.62 } }",
    });
  const missing = codes.filter((code) => code !== rates.base && rates.rates[code] === undefined);
  if (missing.length > 0)
    throw new UserError(`there is no rate for ${missing.join(", ")}: column currency`, {
      place,
      details,
      hint: missing.some(isSharedMark)
        ? `${missing.find(isSharedMark)} is the mark of several currencies: give the export a currency column`
        : `add it to the settings: currency: { rates: { ${missing[0]}: … } }, in ${rates.base}`,
    });
  const lent = files
    .filter(({ blank }) => blank > 0)
    .map((file) => [file, lentTo(file, files, meaning, rates.base)] as const);
  const without = lent.find(([, currency]) => currency === null)?.[0];
  if (without !== undefined)
    throw new UserError("some rows name no currency, and the files hold several: column currency", {
      place,
      details: [...details, `blank: first in ${without.firstBlank}`],
      hint: "fill the currency in",
    });
  await convert(engine, loaded, rates, meaning, lent as readonly Lent[]);
  return { code: rates.base, blank: counted(lent as readonly Lent[]) };
}

type Lent = readonly [file: NamedFile, currency: string];

/** A file, and what its rows name. */
interface NamedFile {
  readonly role: CurrencyRole;
  readonly firstRow: number;
  readonly rows: number;
  readonly hasColumn: boolean;
  /** By spelling, in capitals. */
  readonly names: ReadonlyMap<string, { readonly rows: number; readonly place: string }>;
  /** Rows that name none. */
  readonly blank: number;
  readonly firstBlank: string;
}

async function namedFiles(engine: Engine, loaded: Loaded, role: CurrencyRole): Promise<NamedFile[]> {
  const files = loaded.files[role].filter(({ rows }) => rows > 0);
  const found: NamedFile[] = [];
  for (const file of files) {
    const hasColumn = file.mapping.has("currency");
    const { firstRow, rows } = file;
    // Only the careful reader knows marks.
    const uses =
      hasColumn || file.reader === "careful"
        ? await currencies(engine, role, { firstRow, lastRow: firstRow + rows - 1 })
        : [{ currency: null, rows, firstRow }];
    found.push({ role, firstRow, rows, hasColumn, ...named(uses, files) });
  }
  return found;
}

function named(
  uses: Awaited<ReturnType<typeof currencies>>,
  files: readonly LoadedFile[],
): Pick<NamedFile, "names" | "blank" | "firstBlank"> {
  const names = new Map<string, { rows: number; place: string }>();
  let blank = 0;
  let firstBlank = "";
  for (const { currency, rows, firstRow } of uses) {
    const place = placeOf(files, firstRow);
    const spelling = (currency ?? "").toUpperCase();
    if (spelling === "") [blank, firstBlank] = [rows, place];
    else
      names.set(spelling, {
        rows: (names.get(spelling)?.rows ?? 0) + rows,
        place: names.get(spelling)?.place ?? place,
      });
  }
  return { names, blank, firstBlank };
}

/** What each spelling stands for. `kr`, `$` and `¥` are the base, or the only other currency of the run that they can be. */
function meaningOf(spellings: readonly string[], base: string | null): ReadonlyMap<string, string> {
  const names = [...new Set(spellings.map(currencyName))];
  const meant = (name: string): string => {
    if (!isSharedMark(name)) return name;
    if (base !== null && currencyAgrees(name, base)) return base;
    const others = names.filter((other) => !isSharedMark(other) && currencyAgrees(name, other));
    return others.length === 1 ? (others[0] as string) : name;
  };
  return new Map(spellings.map((spelling) => [spelling, meant(currencyName(spelling))]));
}

const codesOf = (files: readonly NamedFile[], meaning: ReadonlyMap<string, string>): string[] => [
  ...new Set(files.flatMap(({ names }) => [...names.keys()].map((spelling) => meaning.get(spelling) as string))),
];

function describe(code: string, files: readonly NamedFile[], meaning: ReadonlyMap<string, string>): string {
  const uses = files.flatMap(({ names }) =>
    [...names].filter(([spelling]) => meaning.get(spelling) === code).map(([, use]) => use),
  );
  const rows = uses.reduce((sum, use) => sum + use.rows, 0);
  return `${code}: ${rows} row${rows === 1 ? "" : "s"}, first in ${uses[0]?.place}`;
}

/** Where a role has currencies at all, its rows without one are worth a word. */
const mayBeBlank =
  (files: readonly NamedFile[]) =>
  ({ role, blank }: NamedFile): boolean =>
    blank > 0 && files.some((file) => file.role === role && (file.hasColumn || file.names.size > 0));

/** The currency of a file's rows that name none; `null` where nothing says which. */
function lentTo(
  file: NamedFile,
  files: readonly NamedFile[],
  meaning: ReadonlyMap<string, string>,
  base: string,
): string | null {
  const ofRole = (role: CurrencyRole) => files.filter((other) => other.role === role);
  const lenders = file.names.size > 0 ? [[file]] : [ofRole("sales"), ofRole(file.role)];
  for (const lender of lenders) {
    const codes = codesOf(lender, meaning);
    if (codes.length === 1) return codes[0] as string;
  }
  return file.names.size > 0 || file.hasColumn ? null : base;
}

function counted(lent: readonly Lent[]): BlankRows[] {
  const found = new Map<string, BlankRows>();
  for (const [{ role, blank }, currency] of lent) {
    const key = `${role} ${currency}`;
    found.set(key, { role, currency, count: (found.get(key)?.count ?? 0) + blank });
  }
  return [...found.values()];
}

async function convert(
  engine: Engine,
  { files }: Loaded,
  { base, rates }: CurrencyRates,
  meaning: ReadonlyMap<string, string>,
  lent: readonly Lent[],
): Promise<void> {
  const worth = new Map(
    [...meaning].filter(([, code]) => code !== base).map(([spelling, code]) => [spelling, rates[code] as string]),
  );
  for (const [, currency] of lent) if (currency !== base) worth.set(currency, rates[currency] as string);
  for (const role of roles) {
    if (files[role].length === 0) continue;
    const loans = lent
      .filter(([file, currency]) => file.role === role && currency !== base)
      .map(([{ firstRow, rows }, currency]): CurrencyLoan => ({ firstRow, lastRow: firstRow + rows - 1, currency }));
    await engine.convert(role, worth, loans);
  }
}
