import type { WinbackWords } from "../wording.ts";
import { counted, customers, customersDative, figures, inUnit } from "./figures.ts";
import { values } from "./values.ts";

const factors: Readonly<Record<string, string>> = {
  tenure: "Kundendauer",
  complaint_closed: "erledigte Reklamation",
  price: "Preis",
  service: "Service",
  promoter: "Promotor",
  detractor: "Detraktor",
  lost_long_ago: "vor langer Zeit verloren",
};

export const winback: WinbackWords = {
  contractEnded: (date) => `Vertrag endete am ${figures.date(date)}`,
  noPurchase: (days, limit) =>
    `kein Kauf seit ${figures.count(Number(days))} Tagen (Grenze ${figures.count(Number(limit))})`,
  bestYear: (month, basis, amount) =>
    `beste 12 Monate bis ${figures.period(month)}: ${values.best_year_is?.[basis] ?? basis} ${figures.amount(amount)}`,
  tickets: (last, before) =>
    `${counted(last, "Anfrage", "Anfragen")} im letzten Jahr, ${figures.count(before)} im Jahr davor`,
  complaintClosed: (date) => `Reklamation erledigt am ${figures.date(date)}`,
  lastAnswer: (score, date) => `letzte Antwort ${score} am ${figures.date(date)}`,
  owner: (owner, losesMore) =>
    `Kundenbetreuer ${owner}${losesMore ? ", verliert mehr Kunden als der Durchschnitt" : ""}`,
  meanPrice: (per, price) =>
    `Durchschnittspreis je ${values.price_per?.[per] ?? per} ${figures.amount(price)} im letzten Jahr`,
  priceBefore: (price, change) =>
    `${figures.amount(price)} im Jahr davor${change === null ? "" : ` (${change < 0 ? "" : "+"}${figures.percent(change)})`}`,
  factor: (name, factor) => `${factors[name] ?? name} ${figures.plain(factor)}`,
  ownGap: "dem Doppelten des eigenen Bestellabstands, mindestens einem Jahr",
  days: (days) => counted(days, "Tag", "Tagen"),
  lostTerm: "verloren",
  lost: (count, all, by) =>
    `${figures.count(count)} von ${customersDative(all)}, ohne Kauf seit ${by}, oder durch Vertragsende`,
  noChase: {
    refused: "haben unsere Angebote abgelehnt",
    negative_contribution: "haben mehr gekostet als eingebracht",
    partial_costs: "haben nach den bekannten Kosten mehr gekostet als eingebracht",
    net_negative_revenue: "haben mehr zurückgegeben als gekauft",
    cost_without_sales: "Kosten ohne Umsatz",
  },
  toCallTerm: "anzurufen",
  toCall: (count, revenue, currency) =>
    `${customers(count)}, ${figures.grouped(revenue)}${inUnit(currency)} in ihrem letzten Jahr`,
  doNotChase: "nicht nachfassen",
  noQuantities: "Preise je Einheit: keine Umsatzzeile hat eine Menge; stattdessen gilt der mittlere Zeilenbetrag",
  noEvents: "Anfragen und Reklamationen: es gibt keine Ereignisdatei",
  table: {
    owner: "Kundenbetreuer",
    customers: "Kunden",
    lost: "verloren",
    share: "Anteil",
    losesMore: "über dem Durchschnitt",
  },
};
