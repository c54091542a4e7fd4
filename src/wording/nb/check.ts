import type { Money } from "../../base/money.ts";
import type { Finding, Severity } from "../../quality/finding.ts";
import type { IdDifference } from "../../quality/missed-joins.ts";
import { type CheckAdvice, type Contents, listed, placeName } from "../check-parts.ts";
import type { CheckWords } from "../wording.ts";
import { counted, customers, figures, inUnit } from "./figures.ts";
import { say } from "./say.ts";

const inAll = (amount: Money | null, currency: string | null): string =>
  amount === null ? "" : `, ${amountOf(amount, currency)} i alt`;

const amountOf = (amount: Money, currency: string | null): string => `${figures.cents(amount)}${inUnit(currency)}`;

const rowWords: Readonly<Record<string, readonly [string, string]>> = {
  sales: ["linje", "linjer"],
  costs: ["rad", "rader"],
  nps: ["svar", "svar"],
  customers: ["kunde", "kunder"],
  events: ["hendelse", "hendelser"],
};

const rowsOf = (role: string, count: number): string => counted(count, ...(rowWords[role] ?? ["rad", "rader"]));

const badValue = (finding: Extract<Finding, { readonly example: string }>): string =>
  `${say(finding.example)}: rett eksporten, eller utelat slike rader med --on-bad-row skip.`;

const differences: Record<IdDifference, string> = {
  leading_zeros: "skiller seg bare i innledende nuller: eksporter kundenumre som tekst, og skriv dem likt i alle filer",
  case: "skiller seg bare i store og små bokstaver: skriv dem likt i alle filer",
  white_space: "skiller seg bare i mellomrom: skriv dem likt i alle filer",
  decimals: "skiller seg bare i desimaler: eksporter kundenumre som tekst, ikke som tall",
  spelling: "ser ut som ett kundenummer i flere skrivemåter: skriv dem likt i alle filer",
};

const advice: CheckAdvice = {
  unreadable_file: ({ problem, remedy }) => `Holdt utenfor: ${problem}${remedy === null ? "" : `; ${remedy}`}.`,
  bad_date: badValue,
  bad_score: badValue,
  bad_number: badValue,
  unknown_word: badValue,
  blank_value: badValue,
  broken_row: badValue,
  customer_listed_twice: ({ ids }) =>
    `Behold én rad per kunde; oppført igjen med andre opplysninger, eller i en annen fil: ${listed(ids)}.`,
  totals_row: ({ because, label }) =>
    because === "bad_row"
      ? "Dette ser ut som en sumrad: slett den, eller utelat den med --on-bad-row skip."
      : because === "sum"
        ? "Det siste beløpet er summen av alle andre: slett raden hvis den er en sumrad, for den teller alt to ganger."
        : `Kundenummeret "${label}" ligner navnet på en sumrad: slett raden hvis den er det.`,
  no_sales_lines: () =>
    "Legg salgseksporten i mappen som sales.csv, eller nevn den med --sales: uten salgslinjer kan ingen klassifiseres.",
  looks_like_costs: () =>
    "Gi filen med --costs hvis den er en kostnadsfil: radene nevner kostnadstyper, og lest som salg teller beløpene som omsetning.",
  files_not_used: () =>
    "Ingenting å gjøre hvis dette ikke er en eksport: navnet sier ikke hva den er; nevn den med --sales, --costs, --nps, --customers eller --events.",
  several_currencies: ({ rows }) =>
    `Eksporter én valuta, eller ett sett filer per valuta: ${rows.map(([code, count]) => `${code} i ${counted(count, "rad", "rader")}`).join(", ")}.`,
  blank_currency: ({ currency }) =>
    currency === ""
      ? "Fyll inn valutaen, for filene nevner flere."
      : `Disse radene regnes som ${currency}, den eneste valutaen som er nevnt; fyll den inn hvis det er feil.`,
  currency: ({ currency }) => `Ingenting å gjøre: alle beløp som nevner en valuta, er i ${currency}.`,
  date_far_ahead: ({ day, before }) =>
    `Rett datoen ${figures.date(day)}, mer enn et år etter salget før (${figures.date(before)}), eller velg skjæringsdato med --as-of ${before}.`,
  date_far_back: ({ day, after }) =>
    `Rett datoen ${figures.date(day)}, mer enn et år før neste salg (${figures.date(after)}), hvis den er en skrivefeil eller fyller et tomt felt.`,
  rows_after_as_of: ({ dateTo, amount }, currency) =>
    `Disse radene er datert etter ${figures.date(dateTo)}${inAll(amount, currency)}, og holdt utenfor: rett datoene, eller flytt --as-of.`,
  months_without_sales: ({ months }) =>
    `Sjekk om eksporten er fullstendig: ikke noe salg i ${months.slice(0, 3).map(figures.period).join(", ")}${months.length > 3 ? ", …" : ""}; salget fortsetter på stedene som er nevnt.`,
  no_recent_sales: ({ last, asOf }) =>
    `Eksporter salget fram til ${figures.date(asOf)}, eller flytt --as-of: det siste er fra ${figures.date(last)}, så ingen har kjøpt noe i det siste.`,
  window_not_covered: ({ from, first }) =>
    `Eksporter salg fra ${figures.date(from)}: det første er fra ${figures.date(first)}, så måleperioden er ikke dekket, og tallene gjelder en kortere periode.`,
  prior_window_not_covered: ({ from, first }) =>
    `Eksporter salg fra ${figures.date(from)} hvis du vil ha vekst og trend: det første er fra ${figures.date(first)}.`,
  lines_without_customer: ({ role, amount }, currency) =>
    role === "nps"
      ? "Fyll inn kundenumrene: disse svarene teller ikke for noen kunde."
      : role === "events"
        ? "Fyll inn kundenumrene: disse hendelsene er holdt utenfor."
        : `Fyll inn kundenumrene: ${amount === null ? "disse radene" : amountOf(amount, currency)} ${role === "sales" ? "godskrives ingen kunde" : "belastes ingen kunde"}.`,
  zero_amounts: () =>
    "Ingenting å gjøre hvis dette er gaver eller rettelser: et beløp på null er et kjøp som ikke legger til noe.",
  negative_amounts: ({ role, amount, mostly }, currency) =>
    mostly
      ? `Sjekk fortegnet på beløpene: mer enn halvparten av radene er under null${inAll(amount, currency)}.`
      : `Ingenting å gjøre hvis dette er ${role === "sales" ? "returer og kreditnotaer" : "tilbakebetalinger"}${inAll(amount, currency)}.`,
  unknown_event_type: ({ types }) =>
    `Skriv typene slik de er kjent, ellers holdes disse radene utenfor: ${types
      .map(({ type, nearest }) => `"${type.slice(0, 40)}"${nearest === null ? "" : `, kanskje ${nearest}`}`)
      .join("; ")}.`,
  blank_scores: () => "Ingenting å gjøre: et blankt svar er en invitasjon som ikke ble besvart.",
  outlier_amounts: ({ customerId, size, times }, currency) =>
    `Sjekk beløpet: ${amountOf(size, currency)} er ${figures.count(Math.floor(times))} ganger medianbeløpet til kunden "${customerId}".`,
  duplicate_rows: ({ repeatOf }) =>
    `Slett rader som er eksportert to ganger: den første gjentar ${placeName(repeatOf)} tegn for tegn, og begge teller.`,
  duplicate_order_lines: ({ repeatOf }) =>
    `Slett linjer som er bokført to ganger: den første har samme ordre, produkt, dato og beløp som ${placeName(repeatOf)}, og begge teller.`,
  probable_missed_join: ({ difference, ids }) => `${listed(ids)} er ulike kunder her, men ${differences[difference]}.`,
  not_in_customers_file: ({ ids, all }) =>
    all
      ? `Sjekk at begge filer har samme slags kundenummer: ingen av disse, som ${listed(ids)}, står i kundefilen.`
      : `Legg disse kundene til i kundefilen, eller rett numrene: ${listed(ids)}.`,
  no_ids_in_common: ({ ids, sales }) =>
    `Velg riktig kolonne med --map: ikke noe nummer, som ${listed(ids)}, står i salgsfilene, der numrene er som ${listed(sales)}.`,
  without_sales: ({ role, ids }) =>
    role === "customers"
      ? `Ingenting å gjøre hvis dette er prospekter, som ikke har noen salgslinje ennå: ${listed(ids)}.`
      : role === "events"
        ? `Sjekk disse numrene, som ingen annen fil nevner: ${listed(ids)}.`
        : `Sjekk disse numrene, som ikke har noen salgslinje: ${listed(ids)}.`,
  without_costs: ({ ids }) =>
    `Sjekk at kostnadene er fullstendige: disse kundene har salg og ingen kostnader: ${listed(ids)}.`,
  without_answers: ({ ids }) => `Spør disse kundene også, som har salg og ingen rad i NPS-filene: ${listed(ids)}.`,
  cost_of_goods_twice: ({ lines, rows }) =>
    `Velg hvilken varekost som gjelder, med --cogs sales, costs eller add: ${counted(lines, "salgslinje", "salgslinjer")} og ${counted(rows, "kostnadsrad", "kostnadsrader")} har den.`,
  customer_repeated: () =>
    "Slett gjentakelsen når det passer: raden sier ord for ord det samme som en tidligere, og teller én gang.",
  customer_without_id: () => "Fyll inn kundenummeret: rader uten er holdt utenfor.",
  customer_renamed: ({ ids }) =>
    `Ingenting å gjøre hvis disse kundene har byttet navn, det nyeste gjelder: ${listed(ids)}.`,
  same_name: ({ name, ids }) => `Sjekk om dette er én kunde: "${name}" har numrene ${listed(ids)}.`,
  unreadable_attribute: ({ column, value }) =>
    `Rett ${column}, som "${value.slice(0, 40)}": det som ikke kan leses, regnes som ukjent.`,
  sheets_not_read: ({ sheets }) =>
    `Lagre andre ark som egne filer hvis de hører til eksporten: bare det første med innhold leses, ikke ${listed(sheets)}.`,
  ignored_columns: ({ header, column, because }) =>
    `Kolonnen ${header} kunne også være ${column} og er ikke brukt (${because}): nevn den med --map hvis den er den rette.`,
  contents: (finding, currency) => `Sammenlign med systemet den kommer fra: ${contentsOf(finding, currency)}.`,
};

function contentsOf({ role, count, customers: all, first, last, amount }: Contents, currency: string | null): string {
  const what = `${rowsOf(role, count)}${role === "customers" ? "" : ` for ${customers(all)}`}`;
  const when = first === null ? "" : `, ${figures.date(first)} til ${figures.date(last ?? "")}`;
  return `${what}${when}${inAll(amount, currency)}`;
}

const nouns: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["feil", "feil"],
  warning: ["varsel", "varsler"],
  info: ["merknad", "merknader"],
};

export const check: CheckWords = {
  count: (count, severity) => (count === 0 ? `ingen ${nouns[severity][1]}` : counted(count, ...nouns[severity])),
  noDate: "ingen dato funnet",
  latestDate: (asOf, isBelieved) => `${figures.date(asOf)}, den siste datoen${isBelieved ? " som er til å tro" : ""}`,
  findings: "funn",
  more: (count) => `${figures.count(count)} til (--columns finding,advice viser alle)`,
  contents: contentsOf,
  advice,
};
