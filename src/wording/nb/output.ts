import type { OutputWords } from "../../output/words.ts";
import { counted, figures, notation } from "./figures.ts";

const sheets: Readonly<Record<string, string>> = {
  classify: "Klassifisering",
  matrix: "Matrise",
  plan: "Salgsplan",
  nps: "NPS",
  swot: "Verdi og tilfredshet",
  triggers: "Funn",
  stages: "Kundeforhold",
  winback: "Gjenvinning",
  concentration: "Kundekonsentrasjon",
  retention: "Kundelojalitet",
  value: "Kundeverdi",
  icp: "Ideell kundeprofil",
  compare: "Sammenligning",
  explain: "Forklaring",
  check: "Kontroll",
  query: "Spørring",
  result: "Resultat",
};

export const output: OutputWords = {
  tag: "nb",
  notation,
  more: (count) => `… ${figures.count(count)} til (et rør eller -o FIL gir alle)`,
  earlier: (count) => `… ${figures.count(count)} tidligere (et rør eller -o FIL gir alle)`,
  noRoom: (columns) => `ikke plass til: ${columns} (--columns velger)`,
  where: (condition, shown, all) =>
    `${condition}: ${figures.count(shown)} av ${counted(all, "rad", "rader")}, ${figures.count(all - shown)} utelatt`,
  whereTerm: "utvalg",
  page: {
    title: (command) => `portfolio ${command}`,
    result: "Resultat",
    summary: "Sammendrag",
    skip: "Gå til innholdet",
    contents: "Innhold",
    search: "Søk",
    showAll: "Vis alle",
    all: "alle",
    back: "Forrige",
    next: "Neste",
    sameAsTable: "Det samme som tabell",
    chooseBox: "Velg en rute for å se kundene i den nedenfor.",
    rows: (shown, count) =>
      shown === count ? counted(count, "rad", "rader") : `${shown} av ${counted(count, "rad", "rader")}`,
    onPaper: (most) => `Høyst ${most} rader skrives ut; csv og xlsx har alle.`,
    script: {
      none: "ingen av {count} rader",
      range: "{from} til {to}",
      rowsOfAll: "rad {shown} av {count}",
      rowsOfSome: "rad {shown} av {found}; {count} i alt",
      page: "side {page} av {pages}",
      chosen: "{value} er valgt. {told}. Velg ruten igjen for å se alle.",
    },
  },
  workbook: {
    sheet: (command) => sheets[command.toLowerCase()] ?? command,
    about: "Om",
    item: "opplysning",
    value: "verdi",
    textNotNumbers: "tekst, ikke tall",
    tooLarge: (columns) => `beløp med mer enn 13 sifre i ${columns}`,
  },
  axis: { thousand: "\u00a0k", million: "\u00a0mill.", billion: "\u00a0mrd." },
};
