import type { QuarterWords } from "../wording.ts";
import { beforePeriod, counted, customers, customersDative, figures, inUnit, toPeriod } from "./figures.ts";
import { values } from "./values.ts";

const months = (count: number): string => (count === 1 ? "im letzten Monat" : `in den letzten ${count} Monaten`);

const answers = (count: number): string => counted(count, "Antwort", "Antworten");

const scores: Readonly<Record<string, string>> = {
  nps: "NPS",
  swot: "Wert und Zufriedenheit (swot)",
  compare: "Vergleich (compare)",
};

/** Who was there before, and who still is. */
const stayedWords = (basis: "sales" | "contract", window: number | null): readonly [had: string, have: string] => {
  if (basis === "contract") return ["mit einem Vertrag am Anfang", "noch einen"];
  if (window === null) return ["mit einem Kauf in der Periode davor", "wieder gekauft"];
  const time = window === 1 ? "im letzten Monat" : `in den letzten ${window} Monaten`;
  return [`mit einem Kauf ${time} davor`, `${time} bis zu ihrem Ende gekauft`];
};

export const quarter: QuarterWords = {
  title: (period) => `Kundenportfolio ${figures.period(period)}`,
  unfinished: "unvollständig",
  cutPeriod: (period) => `${figures.period(period)}, vom Stichtag abgeschnitten`,
  endsWithSales: (period, day) => `${figures.period(period)}, da der letzte Umsatz vom ${figures.date(day)} ist`,
  byPart: (text) => `${text} (nach einem unvollständigen Zeitraum)`,
  windowNotWhole: (windowFrom, salesFrom) =>
    `die Umsätze beginnen am ${figures.date(salesFrom)} und decken den Zeitraum nach dem ${figures.date(windowFrom)} nicht ab: der Umsatz stammt aus einer kürzeren Zeit, und ihm steht das Potenzial eines ganzen Jahres gegenüber`,
  currency: "Währung",
  footer: "Von portfolio aus den in manifest.json genannten Exporten erstellt, aus nichts anderem.",
  sections: {
    headline: "Auf einen Blick",
    matrix: "Die Matrix",
    plan: "Der Plan",
    satisfaction: "Wert und Zufriedenheit",
    concentration: "Kundenkonzentration",
    retention: "Kundenbindung",
    movements: "Bewegungen des Umsatzes",
    migration: "Wer sich bewegt hat",
    findings: "Befunde",
    quality: "Datenqualität",
    definitions: "Begriffe",
  },
  whatChanged: "Was sich geändert hat",
  whatToDo: "Was zu tun ist",
  nothing: "Nichts hat sich geändert, und nichts ist zu tun.",
  customersCaption: "Kunden",
  customersNote: "customers.csv enthält alle Spalten, auch die Ihrer eigenen Kundendatei.",
  planCaption: "Vertriebsplan",
  planNote: "plan.csv enthält alle Spalten.",
  swotCaption: "Kunden nach Wert und Zufriedenheit",
  noBefore: (period) => `In den Exporten gibt es keine Periode ${beforePeriod(period)}.`,
  movesCaption: "Kunden, die sich bewegt haben",
  findingsByKind: "Befunde nach Art",
  findingsCaption: "Alle Befunde",
  findingsNote: (shown, left) =>
    `Die ${figures.count(shown)} stärksten; ${figures.count(left)} weitere stehen in triggers.csv.`,
  nothingOdd: "In den Exporten wurde nichts Auffälliges gefunden.",
  notInReport: (score, reason) => `Nicht in diesem Bericht: ${score}, denn ${reason}.`,
  leftOut: (reason) =>
    reason
      .replace("no survey answer lies in the window", "im Zeitraum liegt keine Umfrageantwort")
      .replace("there are no survey answers", "es gibt keine Umfrageantworten")
      .replace(
        /^the sales do not reach back to (.*)$/,
        (_, date: string) => `die Umsätze reichen nicht bis zum ${figures.date(date)} zurück`,
      ),
  score: (score) => scores[score] ?? score,
  definitions: [
    {
      term: "Stichtag, Zeitraum",
      value:
        "Alles wird vom Stichtag aus gesehen, nie vom heutigen Tag. Der Zeitraum umfasst die Monate bis dahin; der Vorzeitraum ist gleich lang und liegt unmittelbar davor.",
    },
    {
      term: "Umsatz",
      value:
        "Die Zeilen des Zeitraums, netto ohne Umsatzsteuer, abzüglich Retouren. Die Beträge sind auf die letzte Dezimale genau.",
    },
    {
      term: "Deckungsbeitrag, Marge",
      value:
        "Umsatz abzüglich Wareneinsatz und Betreuungskosten; die Kosten der Kundengewinnung gehören nicht dazu. Die Marge ist Deckungsbeitrag ÷ Umsatz, sofern der Wareneinsatz bekannt ist.",
    },
    {
      term: "Klasse A bis D",
      value:
        "Was ein Kunde wert ist: A sind die größten nach Umsatz, C die kleinsten, B liegt dazwischen. D kostet mehr, als er einbringt, unabhängig von der Größe.",
    },
    {
      term: "Stufe a bis d",
      value:
        "Was er wert sein könnte: a könnte seine Käufe mindestens verdoppeln, b 30 % mehr kaufen, c 10 % mehr, d hat keinen Spielraum oder hat abgelehnt. ? ist noch nicht eingeschätzt.",
    },
    {
      term: "Zu gewinnen, möglicher Mehrumsatz",
      value: "Wie viel mehr ein Kunde in einem Jahr kaufen könnte: sein Potenzial abzüglich seines Jahresumsatzes.",
    },
    {
      term: "Priorität",
      value:
        "Zellen in der Reihenfolge, in der sie Zeit verdienen: erreichbares Wachstum zuerst, Verluste zuletzt; innerhalb einer Zelle der größere mögliche Mehrumsatz zuerst.",
    },
    {
      term: "NPS",
      value:
        "Prozent Promotoren (9 und 10) minus Prozent Detraktoren (0 bis 6), von −100 bis 100. Der NPS eines Kunden beruht auf der letzten Antwort jedes Befragten im Zeitraum.",
    },
    {
      term: "Stärke, Chance, Risiko, Schwäche",
      value:
        "Der Wert ist ab dem Medianumsatz hoch, die Zufriedenheit über einem NPS von 0. Beides hoch ist eine Stärke, niedriger Wert bei hohem NPS eine Chance, hoher Wert bei niedrigem NPS ein Risiko.",
    },
    {
      term: "Kundenbindung",
      value:
        "Von denen, die in der Periode davor gekauft haben (oder einen Vertrag hatten, wenn nach Verträgen gezählt wird), der Anteil, der wieder gekauft hat. Wer das nicht getan hat, gilt für die Periode als verloren und kann zurückkehren. Die Formel (Ende − neue) ÷ Anfang zählt auch Rückkehrer mit.",
    },
    {
      term: "Neu in der Kundenbindung",
      value:
        "Erster Kauf in der Periode. Bekannt nur, wenn die Umsätze 12 Monate weiter zurückreichen, denn in einem Export, der irgendwo beginnt, wirken alle neu.",
    },
    {
      term: "Neu, zurück, abgewandert; auf, ab",
      value:
        "Bewegungen zwischen zwei Tagen: Im Portfolio ist, wer im Zeitraum Umsätze oder Kosten hat. Neu ist, wer darin ist und bis zum früheren Tag keinen Umsatz hatte, auch allein mit Kosten; zurück, wer ruhte; abgewandert, wer nicht mehr darin ist. Auf und ab heißt: in einer anderen Klasse.",
    },
    {
      term: "Größte 20 %",
      value:
        "Das Fünftel aller Kunden mit dem meisten Umsatz im Zeitraum, halbe aufgerundet, mindestens einer; ihr Anteil am Ganzen zeigt, wie viel von wenigen abhängt.",
    },
    {
      term: "Gesperrt",
      value: "Ein Angebot würde jetzt schaden: zuerst ist etwas in Ordnung zu bringen.",
    },
    {
      term: "Verloren, zurückzugewinnen",
      value:
        "Kein Kauf seit dem Doppelten des üblichen Abstands des Kunden und seit mindestens einem Jahr, sofern Sie keine Zahl von Tagen festlegen; oder der Vertrag ist beendet.",
    },
  ],
  matrixCaption: "Kunden, ihr Umsatz im Zeitraum und wie viel mehr sie in einem Jahr kaufen könnten",
  grades: {
    a: "a: ab +100 %",
    b: "b: ab +30 %",
    c: "c: ab +10 %",
    d: "d: unter +10 %",
    "?": "?: nicht eingeschätzt",
  },
  bubbles: {
    title: "Wert und Zufriedenheit",
    description: (npsCut, hasValueCut, shown, left) =>
      `Jeder Kreis ist ein Kunde, der geantwortet hat: je weiter rechts, desto zufriedener; je weiter oben, desto mehr Umsatz im Zeitraum; je größer, desto mehr ist zu gewinnen. Die gestrichelten Linien liegen bei einem NPS von ${figures.plain(npsCut)}${hasValueCut ? " und bei dem Umsatz, den die Hälfte aller Kunden erreicht" : ""}.${left > 0 ? ` Gezeichnet sind die ${figures.count(shown)} mit dem meisten Umsatz, ${figures.count(left)} nicht.` : ""}`,
    across: "NPS des Kunden",
    up: (currency) => `Umsatz im Zeitraum${inUnit(currency)}`,
    quadrants: values.quadrant ?? {},
    heads: {
      customer: "Kunde",
      quadrant: "Quadrant",
      revenue: "Umsatz",
      nps: "NPS",
      answers: "Antworten",
      toWin: "zu gewinnen pro Jahr",
    },
    npsTip: (quadrant, nps, count) => `${quadrant}: NPS ${figures.points(nps)} aus ${answers(count)}`,
    revenueTip: (revenue, currency) => `Umsatz ${figures.grouped(revenue)}${inUnit(currency)}`,
    toWinTip: (gain, currency) => `zu gewinnen ${figures.gain(gain)}${inUnit(currency)} pro Jahr`,
  },
  flows: {
    notYet: "noch nicht",
    noLonger: "nicht mehr",
    tip: (from, to, count) => `${from} nach ${to}: ${customers(count)}`,
    title: (from, to) => `Klassen vom ${figures.date(from)} zum ${figures.date(to)}`,
    description: (stayed, all) =>
      `${figures.count(stayed)} von ${customersDative(all)} sind in der gleichen Klasse wie zuvor. Jedes Band ist so breit wie die Zahl der Kunden darin.`,
    notComparable: " Die Umsätze decken nicht die Zeiträume beider Tage ab, daher sind sie nicht vergleichbar.",
    on: (date) => `am ${figures.date(date)}`,
    customers: "Kunden",
  },
  headline: {
    revenue: (count, asOf, now, currency) =>
      `Umsatz ${months(count)} bis ${figures.date(asOf)}: ${figures.shortMoney(now)}${inUnit(currency)}`,
    notCovered: (revenue) => `${revenue}; die Monate davor sind von den Exporten nicht abgedeckt.`,
    windowNotCovered: (revenue, salesFrom) =>
      `${revenue}; die Umsätze beginnen erst am ${figures.date(salesFrom)}, daher ist weder dieser Zeitraum noch der davor abgedeckt.`,
    change: (revenue, growth, count, before) =>
      `${revenue}, ${figures.percent(Math.abs(growth))} ${growth < 0 ? "weniger" : "mehr"} als ${count === 1 ? "im Monat" : `in den ${count} Monaten`} davor (${figures.shortMoney(before)}).`,
    won: (count) => `${figures.count(count)} neu`,
    back: (count) => `${figures.count(count)} nach einer Pause zurückgekehrt`,
    upTo: (period, asOf, endsWithSales) =>
      `${figures.period(period)}, bis ${endsWithSales ? "zum letzten Umsatz am " : ""}${figures.date(asOf)}`,
    stayed: (told) => {
      const [had, have] = stayedWords(told.basis, told.months);
      const not = told.basis === "contract" ? "nicht mehr" : told.unfinished ? "noch nicht" : "nicht";
      const others = told.others.length === 0 ? "" : `; ${told.others.join(", ")}`;
      const cut =
        told.salesFrom === null
          ? ""
          : `; die Umsätze beginnen am ${figures.date(told.salesFrom)} und decken die Periode davor nicht ab`;
      return `${told.period}: von ${customersDative(told.start)} ${had} ${told.stayed === 1 ? "hat" : "haben"} ${figures.count(told.stayed)} ${have} (${figures.percent(told.retention)}), ${figures.count(told.lost)} ${not}${others}${cut}.`;
    },
    finished: (period, kept, start, retention) =>
      `In der letzten abgeschlossenen Periode, ${figures.period(period)}, waren es ${figures.percent(retention)}: ${figures.count(kept)} von ${customersDative(start)}.`,
    interval: (low, high) => `, 95-%-Intervall ${figures.points(low)} bis ${figures.points(high)}`,
    nps: (score, count, interval) => `NPS ${figures.points(score)} aus ${answers(count)}${interval}.`,
    movedUp: (count, since, names) => `${customers(count)} seit ${figures.date(since)} aufgestiegen: ${names}.`,
    movedDown: (count, since, names) => `${customers(count)} seit ${figures.date(since)} abgestiegen: ${names}.`,
    left: (count, since, names, window, asOf) =>
      `${customers(count)} seit ${figures.date(since)} abgewandert, ohne Umsätze oder Kosten ${months(window)} bis ${figures.date(asOf)}: ${names}.`,
    notComparable: (since, asOf, salesFrom) =>
      `Der ${figures.date(since)} und der ${figures.date(asOf)} sind nicht vergleichbar: die Umsätze beginnen am ${figures.date(salesFrom)} und decken nicht beide Zeiträume ab, daher stecken die fehlenden Monate in jeder Bewegung.`,
    call: (name, cell, gain, action, windowCovered) =>
      `${name} (${cell}${gain === null ? "" : `, ${figures.gain(gain)}${windowCovered ? "" : " nach einem unvollständigen Zeitraum"}`}): ${action}.`,
    repair: (count, names) =>
      `Bei ${customersDative(count)} ist vor jedem Angebot etwas in Ordnung zu bringen: ${names}.`,
    threat: (count, revenue, names, windowCovered) =>
      `${counted(count, "wertvoller Kunde ist", "wertvolle Kunden sind")} unzufrieden, mit ${figures.shortMoney(revenue)} Umsatz${windowCovered ? "" : " in einem unvollständigen Zeitraum"}: ${names}.`,
    cell: (cell, count, gain) => `${cell} (${customers(count)}, ${figures.gain(gain)})`,
    most: (cells, salesFrom) =>
      `Am meisten zu gewinnen ist in ${cells}${salesFrom === null ? "" : `; dem Potenzial eines ganzen Jahres steht aber nur der Umsatz seit dem ${figures.date(salesFrom)} gegenüber`}.`,
    lost: (names, days) =>
      `Einen Anruf wert, da sie ${days === null ? "doppelt so lange wie üblich, mindestens ein Jahr," : `${counted(days, "Tag", "Tage")} lang`} nichts gekauft haben oder ihr Vertrag beendet ist: ${names}.`,
  },
  pareto: {
    title: "Welchen Teil des Umsatzes die größten Kunden ausmachen",
    description: (share, largest, all) =>
      `Die Kunden vom größten zum kleinsten und was sie zusammen ausmachen. Die größten 20 % (${figures.count(largest)} von ${customersDative(all)}) haben ${figures.percent(share)} des Umsatzes. Die gestrichelte Linie zeigt die Gleichverteilung.`,
    withoutReturns: (share) =>
      ` In der Zeichnung zählen Kunden mit mehr Retouren als Käufen als nichts; von dem, was die anderen gekauft haben, haben die größten 20 % ${figures.percent(share)}.`,
    across: "Anteil der Kunden, die größten zuerst",
    up: "Anteil am Umsatz",
    tip: (share, revenue) => `${figures.percent(share)} der Kunden\n${figures.percent(revenue)} des Umsatzes`,
    mark: (share) => `20 % der Kunden: ${figures.percent(share)}`,
    largest: "größte Kunden",
    customers: "Kunden",
  },
  retention: {
    unfinished: (period) => `${figures.period(period)} (unvollständig)`,
    title: "Kundenbindung",
    description:
      "Der Anteil der Kunden vom Anfang jeder Periode, der an ihrem Ende noch da ist. Die Lehrbuchformel zählt auch Rückkehrer mit.",
    strict: "streng",
    formula: "nach der Formel",
    tick: (period) => period.replace(/^(\d{4})-Q(\d)$/, "Q$2 $1").replace(/^(\d{4})-(\d{2})$/, "$2.$1"),
    strictTip: (period, retention, lost, start) =>
      `${figures.period(period)}: ${figures.percent(retention)}\n${figures.count(lost)} von ${customersDative(start ?? 0)} verloren`,
    formulaTip: (period, retention) => `${figures.period(period)}: ${figures.percent(retention)} nach der Formel`,
    heads: {
      period: "Periode",
      start: "Anfang",
      lost: "verloren",
      won: "neu",
      back: "zurück",
      end: "Ende",
      retention: "Kundenbindung",
      formula: "nach der Formel",
    },
    cohorts:
      "Kohorten: Anteil derer, die in einer Periode begonnen haben und so viele Perioden später aktiv sind; * unvollständig",
    beganIn: "begonnen in",
    customers: "Kunden",
    wholePercent: (share) => `${Math.round(share * 100)}\u00a0%`,
  },
  movements: {
    before: "Vorperiode",
    more: "kaufen mehr",
    less: "kaufen weniger",
    lost: "verloren",
    newOrBack: "neu oder zurück",
    won: "neu",
    back: "zurück",
    step: (name, gain, currency) => `${name}: ${figures.gain(gain)}${inUnit(currency)}`,
    total: (name, amount, currency) => `${name}: ${figures.shortMoney(amount)}${inUnit(currency)}`,
    title: (period) => `Umsatz von der Vorperiode bis ${toPeriod(period)}`,
    description: (previous, current, currency) =>
      `Von ${figures.shortMoney(previous)}${inUnit(currency)} Umsatz mit den Kunden vom Anfang auf ${figures.shortMoney(current)}${inUnit(currency)}: was neue, zurückgekehrte und mehr kaufende Kunden gebracht und was weniger kaufende und verlorene Kunden genommen haben.`,
    cut: (period, asOf) =>
      ` ${figures.period(period)} ist unvollständig: die Periode reicht bis ${figures.date(asOf)}.`,
    previousCut: (salesFrom) =>
      ` Die Umsätze beginnen am ${figures.date(salesFrom)} und decken die Periode davor nicht ab: die fehlende Zeit ist Teil jeder Bewegung.`,
    movement: "Bewegung",
    amount: "Betrag",
  },
  sheets: {
    summary: "Zusammenfassung",
    matrix: "Kundenmatrix",
    customers: "Kunden",
    plan: "Vertriebsplan",
    retention: "Kundenbindung",
    cohorts: "Kohorten",
    nps: "NPS",
    triggers: "Befunde",
    quality: "Datenqualität",
    definitions: "Begriffe",
  },
  period: "Periode",
  changedTerm: "was sich geändert hat",
  toDoTerm: "was zu tun ist",
  remarks: "Anmerkungen",
  notInReportTerm: "nicht in diesem Bericht",
  leftOutLine: (score, reason) => `${score}: ${reason}`,
};
