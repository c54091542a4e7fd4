/**
 * Currency marks as they stand beside an amount. A mark becomes its ISO 4217 code where it means one currency only, else it
 * stays as it is: `$`, `kr` and `¥` are several currencies, and `currencyAgrees` says which.
 */
const shared: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["$", new Set("USD AUD BBD BMD BND BSD BZD CAD CLP COP FJD HKD JMD KYD LRD MXN NZD SGD TTD TWD XCD".split(" "))],
  ["kr", new Set(["NOK", "SEK", "DKK", "ISK"])],
  ["¥", new Set(["JPY", "CNY"])],
]);

const words: ReadonlyMap<string, string> = new Map([
  ["kr", "kr"],
  ["Kr", "kr"],
  ["KR", "kr"],
  ["zł", "PLN"],
  ["Fr", "CHF"],
]);

const symbols: ReadonlyMap<string, string> = new Map([
  ["€", "EUR"],
  ["£", "GBP"],
  ["$", "$"],
  ["¥", "¥"],
]);

/** ISO 4217, the currencies in use, and those that the euro replaced since 2000. Our own list: what Node knows depends on its build. */
const codes: ReadonlySet<string> = new Set(
  `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP
  CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD
  IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR
  MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
  SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF
  YER ZAR ZMW ZWG EEK HRK LTL LVL MTL SIT SKK`.split(/\s+/),
);

const longestWord = 3;

/** The currency mark that begins at `start`: the code or mark, and how many characters it takes. */
export function currencyAt(text: string, start: number): { readonly mark: string; readonly length: number } | null {
  const symbol = symbols.get(text.charAt(start));
  if (symbol !== undefined) return { mark: symbol, length: 1 };

  let end = start;
  while (end - start <= longestWord && isLetter(text.charAt(end))) end++;
  const word = text.slice(start, end);
  if (codes.has(word)) return { mark: word, length: word.length };
  const mark = words.get(word);
  if (mark === undefined) return null;
  if (text.charAt(end) !== ".") return { mark, length: word.length };
  // `kr. 5` and `5 kr.`; but what `kr.5` means, 5 or 0.5, nobody knows.
  return isDigit(text.charAt(end + 1)) ? null : { mark, length: word.length + 1 };
}

const isLetter = (char: string): boolean =>
  (char >= "A" && char <= "Z") || (char >= "a" && char <= "z") || char === "ł" || char === "Ł";
const isDigit = (char: string): boolean => char >= "0" && char <= "9";

/** A currency as a cell or an amount names it: `eur` and `€` are EUR, `kr.` is `kr`; what we do not know, in capitals. */
export function currencyName(text: string): string {
  const trimmed = text.trim();
  const found = currencyAt(trimmed, 0);
  return found !== null && found.length === trimmed.length ? found.mark : trimmed.toUpperCase();
}

/** Whether a name is a mark of several currencies. */
export const isSharedMark = (name: string): boolean => shared.has(name);

/** Whether two ways to name a currency may mean the same one. */
export function currencyAgrees(mark: string, code: string): boolean {
  const [a, b] = [currencyName(mark), currencyName(code)];
  return a === b || (shared.get(a)?.has(b) ?? false) || (shared.get(b)?.has(a) ?? false);
}

/**
 * The currencies that these names stand for, in their order: a mark of several is one of its own only where none of the others
 * says which it is.
 */
export function distinctCurrencies(names: Iterable<string>): string[] {
  const all = [...new Set(names)];
  return all.filter((name) => !shared.has(name) || !all.some((other) => other !== name && currencyAgrees(name, other)));
}
