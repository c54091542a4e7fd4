import type { RetentionWords } from "../wording.ts";
import { counted, customersDative, endOfPeriod, figures, inPeriod, inUnit, untilPeriod } from "./figures.ts";

const one = { month: "Monat", quarter: "Quartal", year: "Jahr" } as const;
const many = { month: "Monate", quarter: "Quartale", year: "Jahre" } as const;

const signed = (points: number): string => `${points < 0 ? "" : "+"}${figures.plain(points)}`;

export const retention: RetentionWords = {
  terms: {
    basis: "Grundlage",
    retention: "Kundenbindung",
    revenue: "Umsatz",
    unfinished: "unvollständig",
    notCompared: "nicht verglichen",
    earlyChurn: "frühe Abwanderung",
    whatIf: (points) => `was wäre bei ${signed(points)}`,
  },
  nothingFinished: "nicht bekannt, da keine abgeschlossene Periode am Anfang Kunden hatte",
  contract: (period) => `Verträge, je ${one[period]}: aktiv ist, wessen Vertrag am letzten Tag läuft`,
  sales: (period, months) =>
    `Umsätze, je ${one[period]}: aktiv ist, wer ${months === undefined ? "in der Periode" : `in ${months === 1 ? "dem Monat" : `den ${months} Monaten`} bis zu ihrem Ende`} gekauft hat`,
  strict: (period, share, kept, start) =>
    `${figures.period(period)}: ${figures.percent(share)}, ${figures.count(kept)} von ${customersDative(start)} behalten`,
  formula: (share, more, back, wonAndLost) =>
    `nach der Formel ${figures.percent(share)}${
      more === 0
        ? ", ebenso"
        : more > 0
          ? `, da sie ${back} Rückkehrer mitzählt`
          : `, da sie ${wonAndLost} auslässt, die kamen und gingen`
    }`,
  revenueCut: (period) => `${figures.period(period)}: nicht verglichen, da die Umsätze die Zeit davor nicht abdecken`,
  revenue: (period, net, gross, quick) =>
    `${figures.period(period)}: Netto-Umsatzbindung ${figures.percent(net)}, brutto ${figures.percent(gross)}, Quick Ratio ${quick === null ? "–" : figures.fixed(quick, 2)}`,
  cutPeriod: (period) => `${figures.period(period)}, vom Stichtag abgeschnitten`,
  newUnknown: (period) =>
    `wer neu ist, ${untilPeriod(period)}: dazu braucht es 12 Monate Umsätze davor, oder --history-from`,
  revenueNotCompared: (period, isOne) =>
    `Umsatz, ${isOne ? inPeriod(period) : untilPeriod(period)}: die Umsätze decken die Zeit davor nicht ganz ab (netto, brutto und Quick Ratio sind leer)`,
  withoutStart: (count) => `${counted(count, "Kunde", "Kunden")} ohne Vertragsbeginn`,
  noEarly: "kein Kunde mit bekanntem Beginn ist lange genug dabei, um beurteilt zu werden",
  early: (share, lost, count, days, isContract) =>
    `${figures.percent(share)}, ${figures.count(lost)} von ${customersDative(count)} innerhalb von ${counted(days, "Tag", "Tagen")} nach ${isContract ? "Vertragsbeginn" : "dem Erstkauf"} verloren`,
  unknown: "(unbekannt)",
  salespersons: { salesperson: "Verkäufer", won: "gewonnen", lostEarly: "früh verloren", share: "Anteil" },
  noWorth: {
    no_finished_period: "nicht bekannt, da keine abgeschlossene Periode der letzten 12 Monate am Anfang Kunden hatte",
    no_revenue: "nicht bekannt, da es in diesen Perioden keinen Umsatz über null gibt",
    nobody_left: "niemand ging verloren, und eine Kundendauer ohne Ende hat keinen Wert",
    everybody_stays: "dann ginge niemand verloren, und eine Kundendauer ohne Ende hat keinen Wert",
    nobody_stays: "dann blieben weniger als niemand",
  },
  change: (now, from, to, then) =>
    `aus einer Kundenbindung von ${figures.percent(now)} (${figures.period(from ?? "")} ${untilPeriod(to ?? "")}) würden ${figures.percent(then)}`,
  stay: (then, now, mean, currency, period) =>
    `ein Kunde bliebe ${figures.fixed(then, 2)} ${many[period]}, nicht ${figures.fixed(now, 2)}, bei ${figures.grouped(mean)}${inUnit(currency)} pro ${one[period]}`,
  worth: (then, now, currency, margin) =>
    `und wäre ${figures.grouped(then)}${inUnit(currency)} wert, nicht ${figures.grouped(now)} (${margin === null ? "am Umsatz gemessen, da die Marge nicht bekannt ist" : `bei einer Marge von ${figures.percent(margin)}`})`,
  gain: (gain, currency, count, to) =>
    `${gain < 0n ? "" : "+"}${figures.grouped(gain)}${inUnit(currency)} über ${counted(count, "Kunden", "Kunden")} ${endOfPeriod(to ?? "")}`,
  largest: (points) => `der größte berechenbare Schritt ist ${signed(points)}`,
  heatMap: {
    cohort: "Kohorte",
    size: "Größe",
    period: (period) => period.replace(/^(\d{4})-Q(\d)$/, "Q$2 $1").replace(/^(\d{4})-(\d{2})$/, "$2.$1"),
    legend: "Prozent der Kohorte, die aktiv sind, nach Alter in Perioden",
    unfinished: "* unvollständig",
  },
};
