import type { ExplainWords } from "../wording.ts";
import { counted, customersDative, figures } from "./figures.ts";
import { headings } from "./headings.ts";
import { say } from "./say.ts";
import { values } from "./values.ts";

const source = (code: string): string => values.potential_source?.[code] ?? code;

const measures = { revenue: "Umsatz", contribution: "Deckungsbeitrag" };

const methods: Readonly<Record<string, string>> = {
  rank: "Rang",
  cumulative: "kumuliertem Anteil",
  threshold: "Betrag",
};

const events: Readonly<Record<string, string>> = {
  usage: "Nutzung",
  outage: "Ausfall",
  ticket: "Anfrage",
  complaint_opened: "Reklamation eröffnet",
  complaint_closed: "Reklamation erledigt",
  promise_broken: "gebrochene Zusage",
  refused_offer: "abgelehntes Angebot",
  efficiency_need: "Bedarf an Effizienz",
  account_created: "Konto angelegt",
  support_contact: "Kontakt mit dem Support",
  new_department: "neue Abteilung",
  new_region: "neue Region",
  new_premises: "neue Räume",
  market_launch: "Eintritt in einen neuen Markt",
  headcount_growth: "Personalwachstum",
  qbr: "Quartalsgespräch",
  price_change: "Preisänderung",
  owner_changed: "neuer Kundenbetreuer",
};

export const explain: ExplainWords = {
  money: figures.exact,
  decimal: figures.fixed,
  value: (column, code) => values[column]?.[code] ?? say(code),
  reason: (rule, value, threshold) =>
    `${headings[rule] ?? rule}${value === null ? "" : ` ${value}`}${threshold === null ? "" : ` gegenüber ${threshold}`}`,
  plain: figures.plain,
  exact: figures.exact,
  currency: "Währung",
  lines: (count, amount, largest, shown) =>
    `${counted(count, "Zeile", "Zeilen")}, insgesamt ${figures.exact(amount)}; ${largest === null ? "" : `die ${largest} größten: `}${shown}`,
  line: (place, date, amount) => `${place} vom ${figures.date(date)}, ${figures.exact(amount)}`,
  identity: {
    statuses: {
      active: "aktiv: eine Umsatzzeile im Zeitraum",
      lapsed: "ruhend: Umsatzzeilen nur vor dem Zeitraum",
      cost_only: "nur Kosten: keine Umsatzzeile, aber Kosten im Zeitraum",
      prospect: "Interessent: nur in der Kundendatei",
    },
    noCell: (status) => `keine Zelle: ${status === "active" ? "keine Klasse" : values.status?.[status]}`,
    cell: "Klasse und Stufe zusammen",
    noPlace: "Kunden ohne Zelle kommen zuletzt",
    place: (cell, number, place, of) =>
      `Zelle ${cell} ist Nummer ${number} von 20; nach möglichem Mehrumsatz Nummer ${place} von ${of} darin`,
    id: "wie in den Exporten",
    listedIn: (place) => `steht in ${place}`,
    nameFromSales: "der neueste Name in den Umsatzzeilen",
    name: "die Kundendatei, sonst die neueste Umsatzzeile",
    priority: (all, placed) => `von ${figures.count(all)}: ${placed}`,
  },
  class: {
    measures,
    notRanked: "ohne Rang",
    letterAlone: (method) => `der Buchstabe allein nach ${methods[method] ?? method}, unabhängig von Klasse D`,
    onlySalesRanked: "ohne Rang: nur Kunden mit einer Umsatzzeile im Zeitraum haben einen",
    rank: (ranked, measure) =>
      `von ${figures.count(ranked)} nach ${measures[measure]}: 1 + die Zahl der Kunden mit mehr`,
    share: (revenue, all, share) =>
      `${figures.exact(revenue)} von ${figures.exact(all)}: ${figures.percent(share)} des Umsatzes aller Kunden im Zeitraum`,
    cumulative: (measure) =>
      `vom ${measures[measure]} der Kunden mit Rang: dieser Kunde, gleich große und alle größeren zusammen`,
    reasonCode: "die Klasse in wenigen Worten",
    loss: (contribution) =>
      `kostet mehr, als er einbringt: der Deckungsbeitrag ${figures.exact(contribution)} liegt unter 0`,
    partialCosts: (contribution) =>
      `der Deckungsbeitrag ${figures.exact(contribution)} liegt unter 0, obwohl der Wareneinsatz nicht für jede Zeile bekannt ist`,
    costsOnly: (costs) => `Kosten von ${figures.exact(costs)} und keine Umsatzzeile im Zeitraum`,
    negativeRevenue: (revenue) =>
      `der Umsatz ${figures.exact(revenue)} liegt unter 0; es gibt keine Kosten zur Beurteilung`,
    noSales: "keine Umsatzzeile im Zeitraum, daher kein Rang und keine Klasse",
    noTotal: "die Summe liegt nicht über 0, daher keine Anteile und keine Klassen",
    otherMethod: (reason, measure) => `${say(reason)}, nach ${measures[measure]}`,
    byRank: (rank, ranked, measure, letter, threshold) =>
      `Rang ${rank} von ${figures.count(ranked)} nach ${measures[measure]}; ${letter} ${letter === "C" ? "beginnt bei" : "reicht bis"} Rang ${threshold}`,
    notEvaluated: "; Klasse D nach Kosten ist nicht bewertet",
    notLoss: (contribution) => `; nicht D, da der Deckungsbeitrag ${figures.exact(contribution)} nicht unter 0 liegt`,
    cut: (letter, cut) => `${letter} ${figures.exact(cut)}`,
    cuts: (cuts) => `kleinster Betrag mit Rang je Klasse: ${cuts}`,
    noLonger: (missing, measure, byLever, then) =>
      `${figures.exact(missing)} mehr ${measures[measure]} im Zeitraum${byLever ? ", über Preis oder Kosten" : ""}, und er ist nicht mehr D${then === null ? "" : `; die Klasse nach Rang ist dann ${then}`}`,
    lossBelow: (measure, amount) =>
      `D, wenn der ${measures[measure]} unter 0 fiele: mehr als ${figures.exact(amount)} weniger`,
    better: (butForD, letter, from, measure, more) =>
      `${butForD ? "von D abgesehen, " : ""}${letter} ab ${figures.exact(from)} ${measures[measure]}, ${figures.exact(more)} mehr, wenn sich sonst niemand ändert`,
    kept: (butForD, letter, from, measure, less) =>
      `${butForD ? "von D abgesehen, " : ""}${letter} bis hinab zu ${figures.exact(from)} ${measures[measure]}, ${figures.exact(less)} weniger, wenn sich sonst niemand ändert`,
  },
  amounts: {
    revenue: (from, to) => `Nettoumsatz nach dem ${figures.date(from)} bis zum ${figures.date(to)}, abzüglich Retouren`,
    yearIsWindow: "ein Zeitraum von 12 Monaten ist ein Jahr",
    yearOf: (months) => `Umsatz × 12 / ${months}`,
    priorUnknown: "nicht bekannt: die Umsätze reichen nicht über den Vorzeitraum zurück",
    prior: (months) => `Nettoumsatz der ${months} Monate vor dem Zeitraum`,
    noPrior: "kein früherer Umsatz zum Vergleich",
    priorNotPositive: (prior) => `keines: der Umsatz im Vorzeitraum ${figures.exact(prior)} liegt nicht über 0`,
    growth: (revenue, prior) => `(${figures.exact(revenue)} − ${figures.exact(prior)}) / ${figures.exact(prior)}`,
    noCosts: "keine Kosten im Zeitraum",
    notEvaluated: "ohne Kosten nicht bewertet",
    contribution: (revenue, costs) => `Umsatz ${figures.exact(revenue)} − Kosten ${figures.exact(costs)}`,
    margin: (contribution, revenue) =>
      `Deckungsbeitrag ${figures.exact(contribution)} / Umsatz ${figures.exact(revenue)}; der Wareneinsatz ist bekannt`,
    goodsOnLines: "Wareneinsatz in den Umsatzzeilen",
    goodsInFile: "Wareneinsatz in der Kostendatei",
    toServe: "Betreuungskosten",
    part: (name, amount, isAside) =>
      `${name} ${figures.exact(amount)}${isAside ? " (durch --cogs nicht berücksichtigt)" : ""}`,
    noneOfThis: "keine Kosten dieses Kunden im Zeitraum",
    goodsOnLinesRule: "Wareneinsatz in den Umsatzzeilen des Zeitraums",
    goodsRule:
      "Zeilen mit Wareneinsatz im Zeitraum; die des Stichtagmonats zählen, wenn der Stichtag nicht gewählt ist",
    toServeRule: "Zeilen mit Betreuungskosten im Zeitraum",
    before: "frühere Umsätze: nur der Erstkauf beruht auf ihnen",
    noRevenue: "keine: der Umsatz liegt nicht über 0",
    goodsUnknown: (known, all) =>
      `keine: der Wareneinsatz ist nicht bekannt (${figures.count(known)} von ${counted(all, "Umsatzzeile", "Umsatzzeilen")} nennen ihn, keine Kostenzeile zählt)`,
  },
  potential: {
    first: "die ersten Angaben, die zutreffen, entscheiden",
    reason: "der Beleg in wenigen Worten",
    noFigure: "keine Zahl",
    couldBuy: "was er in einem Jahr kaufen könnte",
    noRevenue: "kein Umsatz als Basis für Wachstum",
    growth: (potential, annual) =>
      `(${figures.exact(potential)} − ${figures.exact(annual)}) / ${figures.exact(annual)}`,
    increment: (potential, annual) => `Potenzial ${figures.exact(potential)} − Jahresumsatz ${figures.exact(annual)}`,
    from: (grade, growth, from) => `${grade} ab +${growth * 100} %: ${figures.exact(from)} pro Jahr`,
    above: (gap) => `, ${figures.exact(gap)} über dem Potenzial`,
    reached: (spare) => `, mit ${figures.exact(spare)} Abstand erreicht`,
    refused: "hat abgelehnt: Stufe d, was immer er kauft",
    lapsed: "ruhend: zuerst zurückgewinnen; keine Basis für Wachstum im Zeitraum",
    prospect: "ein Interessent kauft noch nichts",
    noBase: (revenue) => `keine Basis für Wachstum: der Umsatz von ${figures.exact(revenue)} liegt nicht über 0`,
    noBasis: "keine Angaben treffen zu: diesen Kunden zuerst einschätzen",
    statedGrade: (grade) => `Stufe ${grade} ist angegeben und gilt, wie sie ist`,
    below: (code, growth, aYear) =>
      `${source(code)}: das Wachstum ${growth} ${aYear ? "pro Jahr " : ""}liegt unter 10 %`,
    reaches: (code, growth, aYear, limit, grade) =>
      `${source(code)}: das Wachstum ${growth} ${aYear ? "pro Jahr " : ""}erreicht ${limit} %, die Grenze von ${grade}`,
    tenths: (tenths) => `${figures.fixed(tenths / 10, 1)}\u00a0%`,
    confidence: {
      high: "angegeben oder vom Kunden selbst bekannt",
      medium: "abgeleitet aus dem, was noch zu gewinnen ist",
      low: "aus anderen Kunden oder der Vergangenheit geschlossen",
    },
    noDriver: "nichts deutet auf einen hin",
    driverStated: "in der Kundendatei angegeben",
    driverNeed: "ein Bedarf an Effizienz im Zeitraum",
    driverSuggested: (code) => `was der Beleg (${source(code)}) nahelegt`,
    would: (grade, growth) => `${grade}${growth === null ? "" : `, Wachstum ${growth}`}`,
    setAside: (said) => `durch die Optionen nicht berücksichtigt${said === null ? "" : `; würde ${said} ergeben`}`,
    doesNotApply: (why) => `trifft nicht zu: ${why}`,
    decides: (said) => `entscheidet: ${said}`,
    wouldSay: (said, behind) => `würde ${said} ergeben; ${behind}`,
    largerOf: "das Größere aus Nutzern und Regionen zählt",
    smallerOf: "das Kleinere aus Vergleichskunden und weißen Flecken zählt",
    behind: (decided) => `steht zurück hinter: ${decided === "refused" ? "Absage" : source(decided)}`,
    nothingStated: "nichts ist angegeben",
    noUsers: "keine aktiven Nutzer als Basis für Wachstum",
    noRegions: "keine bediente Region als Basis für Wachstum",
    fewPeers: "weniger als 5 andere aktive Kunden mit bekannter Beschäftigtenzahl in Segment oder Branche",
    aboveQuartile: "der Umsatz je Beschäftigtem liegt am oder über dem oberen Quartil der Vergleichskunden",
    fewOthers: "weniger als 5 andere aktive Kunden in Segment oder Branche",
    buysAll:
      "er kauft jede Warengruppe, die mindestens die Hälfte der Vergleichskunden kauft, oder von den anderen ist nichts zu erwarten",
    notFourMonths: "der Zeitraum ist kein Vielfaches von 4 Monaten",
    fewQuarters: (now, before) =>
      `Käufe in ${counted(now, "Quartal", "Quartalen")} des Zeitraums und ${before} des Vorzeitraums, nötig sind 3 von 4 in beiden`,
    priorNotPositive: "der Umsatz im Vorzeitraum liegt nicht über 0",
    cap: "; höchstens das Doppelte des Umsatzes",
    group: (kind, name, others) =>
      kind === "all"
        ? counted(others, "anderer Kunde", "andere Kunden")
        : `${figures.count(others)} andere ${kind === "segment" ? "im Segment" : "in der Branche"} ${name}`,
    peers: (group, own, median, quartile, more) =>
      `${group}: pro Jahr und Kopf selbst ${figures.cents(own)}, Median ${figures.cents(median)}, oberes Quartil ${figures.cents(quartile)}${more === null ? "" : `; ${say(more)}`}`,
    buys: (group, categories) => `${group}; er kauft ${counted(categories, "Warengruppe", "Warengruppen")}`,
    missingCategory: (category, buyers, share) =>
      `${category} (${counted(buyers, "Käufer", "Käufer")}${share === null ? "" : `, Median ${figures.percent(share)} der übrigen Käufe`})`,
    andNot: (start, categories) => `${start}, aber nicht ${categories}`,
  },
  satisfaction: {
    noFile: "es gibt keine Datei mit Antworten",
    notAsked: "niemand wurde im Zeitraum gefragt",
    notAnswered: (invitations) =>
      `niemand hat im Zeitraum auf ${invitations === 1 ? "die Einladung" : `die ${figures.count(invitations)} Einladungen`} geantwortet`,
    nps: (promoters, detractors, answers) =>
      `letzte Antwort jedes Befragten im Zeitraum: (${counted(promoters, "Promotor", "Promotoren")} − ${counted(detractors, "Detraktor", "Detraktoren")}) von ${figures.count(answers)}`,
    answer: (respondent, score, place, date) =>
      `${respondent ?? "ohne Namen"} ${score} (${place} vom ${figures.date(date)})`,
  },
  activity: {
    noPurchase: "kein Kauf",
    since: "Kunde seit, in der Kundendatei; früher als die erste Kaufzeile",
    firstLine: "die erste Kaufzeile",
    noLine: "keine Kaufzeile",
    lastLine: "die neueste Zeile von null oder mehr; eine Retoure ist keine",
    orders: "Auftragsnummern der Käufe im Zeitraum; ohne Nummern Tage mit Kauf",
  },
  missing: {
    nothing: "nichts, was die Stufe sicherer machen würde",
    cannot: (missing, sources) =>
      `${missing}: ${sources.map(source).join(" und ")} ${sources.length === 1 ? "ist" : "sind"} nicht anwendbar`,
  },
  worth: {
    noLine: "keine Umsatzzeile, daher kein Wert nach der Historie",
    noPurchase: "kein Kauf, von dem zu zählen wäre",
    simple: (annual, years) => `Jahresumsatz ${figures.exact(annual)} × ${figures.fixed(years, 2)} Jahre`,
    tenure: "vom Erstkauf bis zum Stichtag",
    total: "gesamter Nettoumsatz bis zum Stichtag",
    needsMargin: "braucht eine Marge",
    withMargin: (margin) => `Kundenwert × Marge ${margin}`,
    cac: {
      own: "was es gekostet hat, ihn zu gewinnen, aus den eigenen Zeilen",
      average: "Akquisitionskosten im Zeitraum / neue Kunden im Zeitraum",
    },
    ltvCac: "Kundenwert nach Marge / Akquisitionskosten",
    payback: "Akquisitionskosten / Deckungsbeitrag eines Monats",
  },
  relationship: {
    source: "Angaben: aus der Kundendatei; Schätzung: aus dem Verhalten des Kunden",
    notKnown: "nicht bekannt",
    strategy: "was die Phase verlangt",
    mismatch: "der Aufwand passt nicht zur Beziehung",
  },
  findings: {
    none: (rules) => `keine von ${counted(rules, "Regel", "Regeln")} hat etwas gefunden`,
    kind: (kind, strength) => `${values.kind?.[kind] ?? kind}, Stärke ${strength}`,
    silent: (rule, state) => `${rule}: ${state === "no_data" ? "ohne Daten" : "zu kurze Historie"}`,
  },
  plan: {
    notIn: (why) => `nicht im Plan: ${why}`,
    rank: (planned) => `von ${customersDative(planned)}: nach Priorität, soweit etwas zu tun ist`,
    when: "der beste Zeitpunkt, den die Regeln nennen",
    first: "Behebung vor Frage, Frage vor Angebot",
    afterThat: "danach",
    toWin: "was in einem Jahr zu gewinnen ist",
    waits: (rules) => `wartet auf: ${rules}`,
    play: (cell) => `was Kunden in ${cell} verlangen`,
    lapsed: "ruhende Kunden gehören zu winback",
    prospect: "ein Interessent hat keine Zelle",
    noClass: "er hat keine Klasse",
    lost: "er ist verloren und gehört zu winback",
    phaseOut: "Geschäftsbeziehung auslaufen lassen",
    nothing: (cell) => `${cell}, und nichts zu tun`,
  },
  timeline: {
    since: "Kunde seit",
    until: "Vertrag endet",
    purchase: (amount) => `Kauf ${figures.exact(amount)}`,
    returned: (amount) => `Retoure ${figures.exact(amount)}`,
    lines: (count) => counted(count, "Zeile", "Zeilen"),
    invited: "eingeladen, keine Antwort",
    answer: (score) => `Antwort ${score}`,
    event: (type) => events[type] ?? type,
    of: (value, limit) => `${figures.plain(value)} von ${figures.plain(limit)}`,
    earlier: (date) => `Einträge bis ${figures.date(date)}, nicht gezeigt`,
  },
};
