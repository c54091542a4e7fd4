import type { OutputWords } from "../../output/words.ts";
import { counted, figures, notation } from "./figures.ts";

const sheets: Readonly<Record<string, string>> = {
  classify: "Klassifizierung",
  matrix: "Kundenmatrix",
  plan: "Vertriebsplan",
  nps: "NPS",
  swot: "Wert und Zufriedenheit",
  triggers: "Befunde",
  stages: "Beziehungen",
  winback: "Rückgewinnung",
  concentration: "Kundenkonzentration",
  retention: "Kundenbindung",
  value: "Kundenwert",
  icp: "Idealkundenprofil",
  compare: "Vergleich",
  explain: "Erklärung",
  check: "Prüfung",
  query: "Abfrage",
  result: "Ergebnis",
};

export const output: OutputWords = {
  tag: "de",
  notation,
  more: (count) => `… ${figures.count(count)} weitere (eine Pipe oder -o DATEI liefert alle)`,
  earlier: (count) => `… ${figures.count(count)} frühere (eine Pipe oder -o DATEI liefert alle)`,
  noRoom: (columns) => `kein Platz für: ${columns} (--columns wählt aus)`,
  where: (condition, shown, all) =>
    `${condition}: ${figures.count(shown)} von ${counted(all, "Zeile", "Zeilen")}, ${figures.count(all - shown)} weggelassen`,
  whereTerm: "Auswahl",
  page: {
    title: (command) => `portfolio ${command}`,
    result: "Ergebnis",
    summary: "Zusammenfassung",
    skip: "Zum Inhalt springen",
    contents: "Inhalt",
    search: "Suche",
    showAll: "Alle anzeigen",
    all: "alle",
    back: "Zurück",
    next: "Weiter",
    sameAsTable: "Dasselbe als Tabelle",
    chooseBox: "Wählen Sie ein Feld, um unten die Kunden darin zu sehen.",
    rows: (shown, count) =>
      shown === count ? counted(count, "Zeile", "Zeilen") : `${shown} von ${counted(count, "Zeile", "Zeilen")}`,
    onPaper: (most) => `Gedruckt werden höchstens ${most} Zeilen; csv und xlsx enthalten alle.`,
    script: {
      none: "keine von {count} Zeilen",
      range: "{from} bis {to}",
      rowsOfAll: "Zeilen {shown} von {count}",
      rowsOfSome: "Zeilen {shown} von {found}; insgesamt {count}",
      page: "Seite {page} von {pages}",
      chosen: "{value} ist gewählt. {told}. Wählen Sie das Feld erneut, um alle zu sehen.",
    },
  },
  workbook: {
    sheet: (command) => sheets[command.toLowerCase()] ?? command,
    about: "Angaben",
    item: "Angabe",
    value: "Wert",
    textNotNumbers: "Text, keine Zahlen",
    tooLarge: (columns) => `Beträge mit mehr als 13 Stellen in ${columns}`,
  },
  axis: { thousand: "\u00a0Tsd.", million: "\u00a0Mio.", billion: "\u00a0Mrd." },
};
