import { UserError } from "../base/errors.ts";
import { currencies } from "../engine/facts.ts";
import type { Engine } from "../engine/port.ts";
import { type Loaded, placeOf } from "./load.ts";

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
  /** Rows without a currency, taken for the only one. */
  readonly blank: readonly { readonly role: "sales" | "costs"; readonly count: number; readonly currency: string }[];
}

interface Seen {
  readonly counts: ReadonlyMap<string, number>;
  /** Of each currency, and of blank cells (""), the first row's place. */
  readonly places: ReadonlyMap<string, string>;
  readonly blank: readonly { readonly role: "sales" | "costs"; readonly count: number }[];
}

/**
 * Brings a run to one currency. A single one stands as it is, blank cells are taken for it. Several, or another than the base
 * of the rates, are converted line by line. Errors: several currencies without rates, one without a rate, or blank cells among
 * several: no sum may mix them.
 */
export async function settleCurrency(
  engine: Engine,
  loaded: Loaded,
  rates: CurrencyRates | undefined,
): Promise<RunCurrency> {
  const seen = await currenciesOf(engine, loaded);
  const codes = [...seen.counts.keys()];
  const [only = null] = codes;
  if (codes.length <= 1 && (rates === undefined || only === null || only === rates.base))
    return { code: only, blank: only === null ? [] : seen.blank.map((entry) => ({ ...entry, currency: only })) };

  const place = { file: loaded.files.sales[0]?.text.name ?? "", column: "currency" };
  const details = codes.map(
    (code) => `${code}: ${rowsOf(seen.counts.get(code) ?? 0)}, first in ${seen.places.get(code)}`,
  );
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
      hint: `add it to the settings: currency: { rates: { ${missing[0]}: … } }, in ${rates.base}`,
    });
  if (codes.length > 1 && seen.blank.length > 0)
    throw new UserError("some rows name no currency, and the files hold several: column currency", {
      place,
      details: [...details, `blank: first in ${seen.places.get("")}`],
      hint: "fill the currency in",
    });
  const used = new Map(codes.filter((code) => code !== rates.base).map((code) => [code, rates.rates[code] as string]));
  for (const table of ["sales", "costs"] as const) if (hasCurrency(loaded, table)) await engine.convert(table, used);
  return { code: rates.base, blank: [] };
}

const rowsOf = (count: number): string => `${count} row${count === 1 ? "" : "s"}`;

const hasCurrency = ({ files }: Loaded, role: "sales" | "costs"): boolean =>
  files[role].some(({ mapping }) => mapping.has("currency"));

async function currenciesOf(engine: Engine, loaded: Loaded): Promise<Seen> {
  const counts = new Map<string, number>();
  const places = new Map<string, string>();
  const blank: { role: "sales" | "costs"; count: number }[] = [];
  for (const role of ["sales", "costs"] as const) {
    if (!hasCurrency(loaded, role)) continue;
    for (const { currency, rows, firstRow } of await currencies(engine, role)) {
      const code = (currency ?? "").toUpperCase();
      if (!places.has(code)) places.set(code, placeOf(loaded.files[role], firstRow));
      if (code === "") blank.push({ role, count: rows });
      else counts.set(code, (counts.get(code) ?? 0) + rows);
    }
  }
  return { counts, places, blank };
}
