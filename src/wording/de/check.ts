import type { Money } from "../../base/money.ts";
import type { Finding, Severity } from "../../quality/finding.ts";
import type { IdDifference } from "../../quality/missed-joins.ts";
import { type CheckAdvice, type Contents, listed, placeName } from "../check-parts.ts";
import type { CheckWords } from "../wording.ts";
import { counted, customersDative, figures, inUnit } from "./figures.ts";
import { say } from "./say.ts";

const inAll = (amount: Money | null, currency: string | null): string =>
  amount === null ? "" : `, insgesamt ${amountOf(amount, currency)}`;

const amountOf = (amount: Money, currency: string | null): string => `${figures.cents(amount)}${inUnit(currency)}`;

const rowWords: Readonly<Record<string, readonly [string, string]>> = {
  sales: ["Zeile", "Zeilen"],
  costs: ["Zeile", "Zeilen"],
  nps: ["Antwort", "Antworten"],
  customers: ["Kunde", "Kunden"],
  events: ["Ereignis", "Ereignisse"],
};

const rowsOf = (role: string, count: number): string => counted(count, ...(rowWords[role] ?? ["Zeile", "Zeilen"]));

const badValue = (finding: Extract<Finding, { readonly example: string }>): string =>
  `${say(finding.example)}: Korrigieren Sie den Export, oder lassen Sie solche Zeilen mit --on-bad-row skip weg.`;

const differences: Record<IdDifference, string> = {
  leading_zeros:
    "unterscheiden sich nur in führenden Nullen: Exportieren Sie Kundennummern als Text, in allen Dateien gleich geschrieben",
  case: "unterscheiden sich nur in der Groß- und Kleinschreibung: Schreiben Sie sie in allen Dateien gleich",
  white_space: "unterscheiden sich nur in Leerzeichen: Schreiben Sie sie in allen Dateien gleich",
  decimals: "unterscheiden sich nur in Dezimalstellen: Exportieren Sie Kundennummern als Text, nicht als Zahlen",
  spelling: "sehen wie eine Kundennummer in mehreren Schreibweisen aus: Schreiben Sie sie in allen Dateien gleich",
};

const advice: CheckAdvice = {
  unreadable_file: ({ problem, remedy }) => `Nicht berücksichtigt: ${problem}${remedy === null ? "" : `; ${remedy}`}.`,
  bad_date: badValue,
  bad_score: badValue,
  bad_number: badValue,
  unknown_word: badValue,
  blank_value: badValue,
  broken_row: badValue,
  customer_listed_twice: ({ ids }) =>
    `Behalten Sie eine Zeile je Kunde; mit anderen Angaben oder in einer anderen Datei erneut aufgeführt: ${listed(ids)}.`,
  totals_row: ({ because, label }) =>
    because === "bad_row"
      ? "Das sieht wie eine Summenzeile aus: Löschen Sie sie, oder lassen Sie sie mit --on-bad-row skip weg."
      : because === "sum"
        ? "Der letzte Betrag ist die Summe aller anderen: Löschen Sie die Zeile, wenn sie eine Summenzeile ist, denn sie zählt alles doppelt."
        : `Die Kundennummer "${label}" liest sich wie eine Summenzeile: Löschen Sie die Zeile, wenn sie eine ist.`,
  no_sales_lines: () =>
    "Legen Sie den Umsatzexport als sales.csv in den Ordner, oder nennen Sie ihn mit --sales: Ohne Umsatzzeilen kann niemand eingestuft werden.",
  looks_like_costs: () =>
    "Geben Sie die Datei mit --costs an, wenn sie eine Kostendatei ist: Die Zeilen nennen Kostenarten, und so gelesen zählen die Beträge als Umsatz.",
  files_not_used: () =>
    "Nichts zu tun, wenn das kein Export ist: Der Name verrät den Inhalt nicht; nennen Sie die Datei mit --sales, --costs, --nps, --customers oder --events.",
  several_currencies: ({ rows }) =>
    `Exportieren Sie eine Währung, oder einen Satz Dateien je Währung: ${rows.map(([code, count]) => `${code} in ${counted(count, "Zeile", "Zeilen")}`).join(", ")}.`,
  blank_currency: ({ currency }) =>
    currency === ""
      ? "Tragen Sie die Währung ein, denn die Dateien nennen mehrere."
      : `Diese Zeilen gelten als ${currency}, die einzige genannte Währung; tragen Sie sie ein, wenn das falsch ist.`,
  currency: ({ currency }) => `Nichts zu tun: Alle Beträge, die eine Währung nennen, sind in ${currency}.`,
  date_far_ahead: ({ day, before }) =>
    `Korrigieren Sie das Datum ${figures.date(day)}, mehr als ein Jahr nach dem Umsatz davor (${figures.date(before)}), oder nennen Sie den Stichtag mit --as-of ${before}.`,
  date_far_back: ({ day, after }) =>
    `Korrigieren Sie das Datum ${figures.date(day)}, mehr als ein Jahr vor dem nächsten Umsatz (${figures.date(after)}), wenn es ein Tippfehler oder Platzhalter ist.`,
  rows_after_as_of: ({ dateTo, amount }, currency) =>
    `Diese Zeilen sind nach dem ${figures.date(dateTo)} datiert${amount === null ? "" : `${inAll(amount, currency)},`} und nicht berücksichtigt: Korrigieren Sie die Daten, oder verschieben Sie --as-of.`,
  months_without_sales: ({ months }) =>
    `Prüfen Sie, ob der Export vollständig ist: kein Umsatz im ${months.slice(0, 3).map(figures.period).join(", ")}${months.length > 3 ? ", …" : ""}; an den genannten Stellen geht es weiter.`,
  no_recent_sales: ({ last, asOf }) =>
    `Exportieren Sie die Umsätze bis zum ${figures.date(asOf)}, oder verschieben Sie --as-of: Der letzte ist vom ${figures.date(last)}, zuletzt hat also niemand gekauft.`,
  window_not_covered: ({ from, first }) =>
    `Exportieren Sie Umsätze ab dem ${figures.date(from)}: Der erste ist vom ${figures.date(first)}, der Zeitraum ist also nicht abgedeckt, und die Zahlen gelten für eine kürzere Zeit.`,
  prior_window_not_covered: ({ from, first }) =>
    `Exportieren Sie Umsätze ab dem ${figures.date(from)}, wenn Sie Wachstum und Trend wünschen: Der erste ist vom ${figures.date(first)}.`,
  lines_without_customer: ({ role, amount }, currency) =>
    role === "nps"
      ? "Tragen Sie die Kundennummern ein: Diese Antworten zählen für keinen Kunden."
      : role === "events"
        ? "Tragen Sie die Kundennummern ein: Diese Ereignisse sind nicht berücksichtigt."
        : `Tragen Sie die Kundennummern ein: ${amount === null ? "Diese Zeilen" : amountOf(amount, currency)} ${role === "sales" ? "werden keinem Kunden gutgeschrieben" : "trägt kein Kunde"}.`,
  zero_amounts: () =>
    "Nichts zu tun, wenn das Geschenke oder Korrekturen sind: Ein Betrag von null ist ein Kauf, der nichts hinzufügt.",
  negative_amounts: ({ role, amount, mostly }, currency) =>
    mostly
      ? `Prüfen Sie das Vorzeichen der Beträge: Mehr als die Hälfte der Zeilen liegt unter null${inAll(amount, currency)}.`
      : `Nichts zu tun, wenn das ${role === "sales" ? "Retouren und Gutschriften" : "Erstattungen"} sind${inAll(amount, currency)}.`,
  unknown_event_type: ({ types }) =>
    `Schreiben Sie die Arten so, wie sie bekannt sind, sonst bleiben diese Zeilen unberücksichtigt: ${types
      .map(({ type, nearest }) => `"${type.slice(0, 40)}"${nearest === null ? "" : `, vielleicht ${nearest}`}`)
      .join("; ")}.`,
  blank_scores: () => "Nichts zu tun: Eine leere Bewertung ist eine Einladung, die nicht beantwortet wurde.",
  outlier_amounts: ({ customerId, size, times }, currency) =>
    `Prüfen Sie den Betrag: ${amountOf(size, currency)} ist das ${figures.count(Math.floor(times))}-Fache des Medianbetrags des Kunden "${customerId}".`,
  duplicate_rows: ({ repeatOf }) =>
    `Löschen Sie doppelt exportierte Zeilen: Die erste wiederholt ${placeName(repeatOf)} Zeichen für Zeichen, und beide zählen.`,
  duplicate_order_lines: ({ repeatOf }) =>
    `Löschen Sie doppelt gebuchte Zeilen: Die erste hat Auftrag, Produkt, Datum und Betrag von ${placeName(repeatOf)}, und beide zählen.`,
  probable_missed_join: ({ difference, ids }) =>
    `${listed(ids)} sind hier verschiedene Kunden, aber ${differences[difference]}.`,
  not_in_customers_file: ({ ids, all }) =>
    all
      ? `Prüfen Sie, ob beide Dateien die gleiche Art Kundennummer enthalten: Keine von diesen, etwa ${listed(ids)}, steht in der Kundendatei.`
      : `Nehmen Sie diese Kunden in die Kundendatei auf, oder korrigieren Sie ihre Nummern: ${listed(ids)}.`,
  no_ids_in_common: ({ ids, sales }) =>
    `Wählen Sie mit --map die richtige Spalte: Keine Nummer, etwa ${listed(ids)}, steht in den Umsatzdateien, wo Nummern wie ${listed(sales)} aussehen.`,
  without_sales: ({ role, ids }) =>
    role === "customers"
      ? `Nichts zu tun, wenn das Interessenten sind, die noch keine Umsatzzeile haben: ${listed(ids)}.`
      : role === "events"
        ? `Prüfen Sie diese Nummern, die keine andere Datei nennt: ${listed(ids)}.`
        : `Prüfen Sie diese Nummern, die keine Umsatzzeile haben: ${listed(ids)}.`,
  without_costs: ({ ids }) =>
    `Prüfen Sie, ob die Kosten vollständig sind: Diese Kunden haben Umsatz und keine Kosten: ${listed(ids)}.`,
  without_answers: ({ ids }) =>
    `Fragen Sie auch diese Kunden, die Umsatz und keine Zeile in den NPS-Dateien haben: ${listed(ids)}.`,
  cost_of_goods_twice: ({ lines, rows }) =>
    `Sagen Sie mit --cogs sales, costs oder add, welcher Wareneinsatz zählt: ${counted(lines, "Umsatzzeile", "Umsatzzeilen")} und ${counted(rows, "Kostenzeile", "Kostenzeilen")} nennen ihn.`,
  customer_repeated: () =>
    "Löschen Sie die Wiederholung bei Gelegenheit: Die Zeile sagt Wort für Wort, was eine frühere sagt, und zählt einmal.",
  customer_without_id: () => "Tragen Sie die Kundennummer ein: Zeilen ohne sie sind nicht berücksichtigt.",
  customer_renamed: ({ ids }) =>
    `Nichts zu tun, wenn diese Kunden den Namen gewechselt haben, der neueste gilt: ${listed(ids)}.`,
  same_name: ({ name, ids }) => `Prüfen Sie, ob das ein Kunde ist: "${name}" hat die Nummern ${listed(ids)}.`,
  unreadable_attribute: ({ column, value }) =>
    `Korrigieren Sie ${column}, etwa "${value.slice(0, 40)}": Was nicht lesbar ist, gilt als unbekannt.`,
  sheets_not_read: ({ sheets }) =>
    `Speichern Sie andere Blätter als eigene Dateien, wenn sie zum Export gehören: Nur das erste mit Inhalt wird gelesen, nicht ${listed(sheets)}.`,
  ignored_columns: ({ header, column, because }) =>
    `Spalte ${header} könnte auch ${column} sein und wird nicht verwendet (${because}): Nennen Sie sie mit --map, wenn sie die richtige ist.`,
  contents: (finding, currency) =>
    `Vergleichen Sie mit dem System, aus dem sie stammt: ${contentsOf(finding, currency)}.`,
};

function contentsOf({ role, count, customers: all, first, last, amount }: Contents, currency: string | null): string {
  const what = `${rowsOf(role, count)}${role === "customers" ? "" : ` von ${customersDative(all)}`}`;
  const when = first === null ? "" : `, ${figures.date(first)} bis ${figures.date(last ?? "")}`;
  return `${what}${when}${inAll(amount, currency)}`;
}

const nouns: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["Fehler", "Fehler"],
  warning: ["Warnung", "Warnungen"],
  info: ["Hinweis", "Hinweise"],
};

export const check: CheckWords = {
  count: (count, severity) => (count === 0 ? `keine ${nouns[severity][1]}` : counted(count, ...nouns[severity])),
  noDate: "kein Datum gefunden",
  latestDate: (asOf, isBelieved) => `${figures.date(asOf)}, das letzte ${isBelieved ? "glaubwürdige " : ""}Datum`,
  findings: "Befunde",
  more: (count) => `${figures.count(count)} weitere (--columns finding,advice zeigt alle)`,
  contents: contentsOf,
  advice,
};
