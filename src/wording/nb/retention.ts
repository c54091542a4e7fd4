import type { RetentionWords } from "../wording.ts";
import { counted, customers, figures, inUnit } from "./figures.ts";

const one = { month: "måned", quarter: "kvartal", year: "år" } as const;
const many = { month: "måneder", quarter: "kvartaler", year: "år" } as const;

const signed = (points: number): string => `${points < 0 ? "" : "+"}${figures.plain(points)}`;

export const retention: RetentionWords = {
  terms: {
    basis: "grunnlag",
    retention: "kundelojalitet",
    revenue: "omsetning",
    unfinished: "uferdig",
    notCompared: "ikke sammenlignet",
    earlyChurn: "tidlig frafall",
    whatIf: (points) => `hva om ${signed(points)}`,
  },
  nothingFinished: "ikke kjent, fordi ingen avsluttet periode hadde kunder ved begynnelsen",
  contract: (period) => `kontrakter, per ${one[period]}: aktiv er den som har løpende kontrakt på siste dag`,
  sales: (period, months) =>
    `salg, per ${one[period]}: aktiv er den som ${months === undefined ? "kjøpte i perioden" : `kjøpte i de siste ${counted(months, "måneden", "månedene")} fram til slutten`}`,
  strict: (period, share, kept, start) =>
    `${figures.period(period)}: ${figures.percent(share)}, ${figures.count(kept)} av ${customers(start)} beholdt`,
  formula: (share, more, back, wonAndLost) =>
    `etter formelen ${figures.percent(share)}${
      more === 0
        ? ", det samme"
        : more > 0
          ? `, fordi den regner med ${back} som kom tilbake`
          : `, fordi den utelater ${wonAndLost} som kom og gikk`
    }`,
  revenueCut: (period) => `${figures.period(period)}: ikke sammenlignet, fordi salget ikke dekker tiden før`,
  revenue: (period, net, gross, quick) =>
    `${figures.period(period)}: netto omsetningslojalitet ${figures.percent(net)}, brutto ${figures.percent(gross)}, vekstrate (quick ratio) ${quick === null ? "–" : figures.fixed(quick, 2)}`,
  cutPeriod: (period) => `${figures.period(period)}, avkortet av skjæringsdatoen`,
  newUnknown: (period) =>
    `hvem som er nye, til og med ${figures.period(period)}: det krever 12 måneders salg før, eller --history-from`,
  revenueNotCompared: (period, isOne) =>
    `omsetning, ${isOne ? "i" : "til og med"} ${figures.period(period)}: salget dekker ikke hele tiden før (netto, brutto og vekstrate er tomme)`,
  withoutStart: (count) => `${customers(count)} uten kontraktstart`,
  noEarly: "ingen kunde med kjent startdato har vært med lenge nok til å vurderes",
  early: (share, lost, count, days, isContract) =>
    `${figures.percent(share)}, ${figures.count(lost)} av ${customers(count)} tapt innen ${counted(days, "dag", "dager")} etter ${isContract ? "kontraktstart" : "første kjøp"}`,
  unknown: "(ukjent)",
  salespersons: { salesperson: "selger", won: "vunnet", lostEarly: "tidlig tapt", share: "andel" },
  noWorth: {
    no_finished_period: "ikke kjent, fordi ingen avsluttet periode de siste 12 månedene hadde kunder ved begynnelsen",
    no_revenue: "ikke kjent, fordi det ikke er omsetning over null i disse periodene",
    nobody_left: "ingen gikk tapt, og en kundetid uten ende har ingen verdi",
    everybody_stays: "da ville ingen gå tapt, og en kundetid uten ende har ingen verdi",
    nobody_stays: "da ville færre enn ingen bli igjen",
  },
  change: (now, from, to, then) =>
    `lojaliteten ${figures.percent(now)} (${figures.period(from ?? "")} til ${figures.period(to ?? "")}) ville bli ${figures.percent(then)}`,
  stay: (then, now, mean, currency, period) =>
    `en kunde ville bli i ${figures.fixed(then, 2)} ${many[period]}, ikke ${figures.fixed(now, 2)}, med ${figures.grouped(mean)}${inUnit(currency)} per ${one[period]}`,
  worth: (then, now, currency, margin) =>
    `og være verdt ${figures.grouped(then)}${inUnit(currency)}, ikke ${figures.grouped(now)} (${margin === null ? "i omsetning, fordi dekningsgraden ikke er kjent" : `med en dekningsgrad på ${figures.percent(margin)}`})`,
  gain: (gain, currency, count, to) =>
    `${gain < 0n ? "" : "+"}${figures.grouped(gain)}${inUnit(currency)} for ${customers(count)} ved utgangen av ${figures.period(to ?? "")}`,
  largest: (points) => `det største steget som kan beregnes, er ${signed(points)}`,
  heatMap: {
    cohort: "kohort",
    size: "antall",
    period: (period) => period.replace(/^(\d{4})-Q(\d)$/, "$2. kv. $1").replace(/^(\d{4})-(\d{2})$/, "$2.$1"),
    legend: "prosent av kohorten som er aktiv, etter alder i perioder",
    unfinished: "* uferdig",
  },
};
