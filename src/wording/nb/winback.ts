import type { WinbackWords } from "../wording.ts";
import { counted, customers, figures, inUnit } from "./figures.ts";
import { values } from "./values.ts";

const factors: Readonly<Record<string, string>> = {
  tenure: "kundetid",
  complaint_closed: "løst reklamasjon",
  price: "pris",
  service: "service",
  promoter: "ambassadør",
  detractor: "kritiker",
  lost_long_ago: "tapt for lenge siden",
};

export const winback: WinbackWords = {
  contractEnded: (date) => `kontrakten utløp ${figures.date(date)}`,
  noPurchase: (days, limit) =>
    `ikke noe kjøp på ${figures.count(Number(days))} dager (grense ${figures.count(Number(limit))})`,
  bestYear: (month, basis, amount) =>
    `beste 12 måneder til ${figures.period(month)}: ${values.best_year_is?.[basis] ?? basis} ${figures.amount(amount)}`,
  tickets: (last, before) =>
    `${counted(last, "henvendelse", "henvendelser")} det siste året, ${figures.count(before)} året før`,
  complaintClosed: (date) => `reklamasjon løst ${figures.date(date)}`,
  lastAnswer: (score, date) => `siste svar ${score} den ${figures.date(date)}`,
  owner: (owner, losesMore) =>
    `kundeansvarlig ${owner}${losesMore ? ", som mister flere kunder enn gjennomsnittet" : ""}`,
  meanPrice: (per, price) =>
    `gjennomsnittspris per ${values.price_per?.[per] ?? per} ${figures.amount(price)} det siste året`,
  priceBefore: (price, change) =>
    `${figures.amount(price)} året før${change === null ? "" : ` (${change < 0 ? "" : "+"}${figures.percent(change)})`}`,
  factor: (name, factor) => `${factors[name] ?? name} ${figures.plain(factor)}`,
  ownGap: "dobbelt så lang tid som mellom deres egne bestillinger, minst ett år",
  days: (days) => counted(days, "dag", "dager"),
  lostTerm: "tapt",
  lost: (count, all, by) =>
    `${figures.count(count)} av ${customers(all)}, uten kjøp på ${by}, eller fordi kontrakten er utløpt`,
  noChase: {
    refused: "takket nei til tilbudene våre",
    negative_contribution: "kostet mer enn de ga",
    partial_costs: "kostet mer enn de ga, etter de kostnadene vi kjenner",
    net_negative_revenue: "returnerte mer enn de kjøpte",
    cost_without_sales: "kostnader uten salg",
  },
  toCallTerm: "å ringe",
  toCall: (count, revenue, currency) =>
    `${customers(count)}, ${figures.grouped(revenue)}${inUnit(currency)} i det siste året deres`,
  doNotChase: "ikke følg opp",
  noQuantities: "priser per enhet: ingen salgslinje har antall; gjennomsnittsbeløp per linje brukes i stedet",
  noEvents: "henvendelser og reklamasjoner: det finnes ingen hendelsesfil",
  table: {
    owner: "kundeansvarlig",
    customers: "kunder",
    lost: "tapt",
    share: "andel",
    losesMore: "over gjennomsnittet",
  },
};
