import type { QuarterWords } from "../wording.ts";
import { counted, customers, figures, inUnit } from "./figures.ts";
import { values } from "./values.ts";

const months = (count: number): string => (count === 1 ? "den siste måneden" : `de siste ${count} månedene`);

const scores: Readonly<Record<string, string>> = {
  nps: "NPS",
  swot: "verdi og tilfredshet (swot)",
  compare: "sammenligning (compare)",
};

/** Who was there before, and what stands before and after the number of those who still are. */
const stayedWords = (
  basis: "sales" | "contract",
  window: number | null,
): readonly [had: string, have: readonly [before: string, after: string]] => {
  if (basis === "contract") return ["hadde kontrakt ved begynnelsen", ["har", " det fortsatt"]];
  if (window === null) return ["kjøpte i perioden før", ["kjøpte", " igjen"]];
  const time = window === 1 ? "måneden" : `de ${figures.count(window)} månedene`;
  return [`kjøpte i ${time} før den`, ["kjøpte", ` i ${time} fram til slutten`]];
};

export const quarter: QuarterWords = {
  title: (period) => `Kundeportefølje ${figures.period(period)}`,
  unfinished: "uferdig",
  cutPeriod: (period) => `${figures.period(period)}, avkortet av skjæringsdatoen`,
  endsWithSales: (period, day) => `${figures.period(period)}, fordi siste salg er ${figures.date(day)}`,
  byPart: (text) => `${text} (etter en ufullstendig måleperiode)`,
  windowNotWhole: (windowFrom, salesFrom) =>
    `salget begynner ${figures.date(salesFrom)} og dekker ikke måleperioden etter ${figures.date(windowFrom)}: omsetningen er fra en kortere periode, og et helt års potensial holdes opp mot den`,
  currency: "valuta",
  footer: "Laget av portfolio fra eksportene som er nevnt i manifest.json, og fra ingenting annet.",
  sections: {
    headline: "Kort fortalt",
    matrix: "Matrisen",
    plan: "Planen",
    satisfaction: "Verdi og tilfredshet",
    concentration: "Kundekonsentrasjon",
    retention: "Kundelojalitet",
    movements: "Bevegelser i omsetningen",
    migration: "Hvem som har flyttet seg",
    findings: "Funn",
    quality: "Datakvalitet",
    definitions: "Begreper",
  },
  whatChanged: "Hva som er endret",
  whatToDo: "Hva som bør gjøres",
  nothing: "Ingenting er endret, og det er ingenting å gjøre.",
  customersCaption: "Kunder",
  customersNote: "customers.csv har alle kolonner, også de i din egen kundefil.",
  planCaption: "Salgsplan",
  planNote: "plan.csv har alle kolonner.",
  swotCaption: "Kunder etter verdi og tilfredshet",
  noBefore: (period) => `Det er ingen periode før ${figures.period(period)} i eksportene.`,
  movesCaption: "Kunder som har flyttet seg",
  findingsByKind: "Funn etter type",
  findingsCaption: "Alle funn",
  findingsNote: (shown, left) =>
    `De ${figures.count(shown)} sterkeste; ytterligere ${figures.count(left)} står i triggers.csv.`,
  nothingOdd: "Det ble ikke funnet noe påfallende i eksportene.",
  notInReport: (score, reason) => `Ikke med i denne rapporten: ${score}, fordi ${reason}.`,
  leftOut: (reason) =>
    reason
      .replace("no survey answer lies in the window", "ingen svar på spørreundersøkelser ligger i måleperioden")
      .replace("there are no survey answers", "det ikke finnes svar på spørreundersøkelser")
      .replace(
        /^the sales do not reach back to (.*)$/,
        (_, date: string) => `salget ikke rekker tilbake til ${figures.date(date)}`,
      ),
  score: (score) => scores[score] ?? score,
  definitions: [
    {
      term: "Skjæringsdato, måleperiode",
      value:
        "Alt ses fra skjæringsdatoen, aldri fra dagen i dag. Måleperioden er månedene fram til den; forrige måleperiode er like lang og ligger rett før.",
    },
    {
      term: "Omsetning",
      value: "Linjene i måleperioden, uten mva., med returer trukket fra. Beløpene er nøyaktige til siste desimal.",
    },
    {
      term: "Dekningsbidrag, dekningsgrad",
      value:
        "Omsetning minus varekost og betjeningskostnad; kostnaden ved å vinne kunden er ikke med. Dekningsgraden er dekningsbidrag ÷ omsetning, der varekosten er kjent.",
    },
    {
      term: "Klasse A til D",
      value:
        "Hva en kunde er verdt: A er de største etter omsetning, C de minste, B de midt imellom. D koster mer enn den gir, uansett størrelse.",
    },
    {
      term: "Grad a til d",
      value:
        "Hva den kan bli verdt: a kan minst doble kjøpene, b kjøpe 30 % mer, c 10 % mer, d har ikke mer å gå på eller har takket nei. ? er ikke vurdert.",
    },
    {
      term: "Å hente, mulig mersalg",
      value: "Hvor mye mer en kunde kan kjøpe på et år: potensialet minus omsetningen per år.",
    },
    {
      term: "Prioritet",
      value:
        "Celler i den rekkefølgen de fortjener tid: først vekst som kan hentes, til slutt tap; innenfor en celle størst mulig mersalg først.",
    },
    {
      term: "NPS",
      value:
        "Prosent ambassadører (9 og 10) minus prosent kritikere (0 til 6), fra −100 til 100. En kundes egen NPS gjelder siste svar fra hver respondent i måleperioden.",
    },
    {
      term: "Styrke, mulighet, trussel, svakhet",
      value:
        "Verdien er høy fra og med medianomsetningen, tilfredsheten over en NPS på 0. Høy og høy er en styrke, lav verdi og høy NPS en mulighet, høy verdi og lav NPS en trussel.",
    },
    {
      term: "Kundelojalitet",
      value:
        "Andelen av dem som kjøpte i perioden før (eller hadde kontrakt, når det telles etter kontrakt), som kjøpte igjen. Den som ikke gjorde det, er tapt for perioden og kan komme tilbake. Formelen (slutt − nye) ÷ begynnelse regner også med dem som kom tilbake.",
    },
    {
      term: "Ny i kundelojalitet",
      value:
        "Første kjøp i perioden. Det er kjent bare der salget rekker 12 måneder lenger tilbake, for i en eksport som begynner et sted, ser alle nye ut.",
    },
    {
      term: "Ny, tilbake, falt fra; opp, ned",
      value:
        "Om dem som har flyttet seg mellom to datoer: i porteføljen er den som har salg eller kostnader i måleperioden. Ny er den som er i den og ikke hadde salg fram til den tidligste datoen, også med kostnader alene; tilbake er den som var sovende; falt fra er den som ikke er i den lenger. Opp og ned er en annen klasse.",
    },
    {
      term: "Største 20 %",
      value:
        "Femtedelen av kundene med størst omsetning i måleperioden, halve avrundet opp, minst én; deres andel av alt viser hvor mye som avhenger av få.",
    },
    {
      term: "Sperret",
      value: "Et tilbud nå ville gjøre skade: noe må rettes opp først.",
    },
    {
      term: "Tapt, å vinne tilbake",
      value:
        "Ikke noe kjøp på dobbelt så lenge som kundens vanlige mellomrom, og minst ett år, med mindre du selv angir et antall dager; eller kontrakten er utløpt.",
    },
  ],
  matrixCaption: "Kunder, omsetningen deres i måleperioden, og hvor mye mer de kan kjøpe på et år",
  grades: {
    a: "a: fra +100 %",
    b: "b: fra +30 %",
    c: "c: fra +10 %",
    d: "d: under +10 %",
    "?": "?: ikke vurdert",
  },
  bubbles: {
    title: "Verdi og tilfredshet",
    description: (npsCut, hasValueCut, shown, left) =>
      `Hver sirkel er en kunde som har svart: lenger til høyre er mer fornøyd, høyere opp er mer omsetning i måleperioden, større er mer å hente. De stiplede linjene går ved en NPS på ${figures.plain(npsCut)}${hasValueCut ? " og ved omsetningen som halvparten av kundene når" : ""}.${left > 0 ? ` De ${figures.count(shown)} med størst omsetning er tegnet, ${figures.count(left)} er det ikke.` : ""}`,
    across: "kundens NPS",
    up: (currency) => `omsetning i måleperioden${inUnit(currency)}`,
    quadrants: values.quadrant ?? {},
    heads: {
      customer: "kunde",
      quadrant: "kvadrant",
      revenue: "omsetning",
      nps: "NPS",
      answers: "svar",
      toWin: "å hente per år",
    },
    npsTip: (quadrant, nps, answers) =>
      `${quadrant}: NPS ${figures.points(nps)} fra ${counted(answers, "svar", "svar")}`,
    revenueTip: (revenue, currency) => `omsetning ${figures.grouped(revenue)}${inUnit(currency)}`,
    toWinTip: (gain, currency) => `å hente ${figures.gain(gain)}${inUnit(currency)} per år`,
  },
  flows: {
    notYet: "ikke ennå",
    noLonger: "ikke lenger",
    tip: (from, to, count) => `${from} til ${to}: ${customers(count)}`,
    title: (from, to) => `Klasser fra ${figures.date(from)} til ${figures.date(to)}`,
    description: (stayed, all) =>
      `${figures.count(stayed)} av ${customers(all)} er i samme klasse som før. Hvert bånd er så bredt som antallet kunder i det.`,
    notComparable: " Salget dekker ikke måleperiodene for begge datoene, så de kan ikke sammenlignes.",
    on: (date) => `per ${figures.date(date)}`,
    customers: "kunder",
  },
  headline: {
    revenue: (count, asOf, now, currency) =>
      `Omsetning ${months(count)} til ${figures.date(asOf)}: ${figures.shortMoney(now)}${inUnit(currency)}`,
    notCovered: (revenue) => `${revenue}; eksportene dekker ikke månedene før.`,
    windowNotCovered: (revenue, salesFrom) =>
      `${revenue}; salget begynner først ${figures.date(salesFrom)}, så verken denne måleperioden eller den forrige er dekket.`,
    change: (revenue, growth, count, before) =>
      `${revenue}, ${figures.percent(Math.abs(growth))} ${growth < 0 ? "mindre" : "mer"} enn ${count === 1 ? "måneden" : `de ${count} månedene`} før (${figures.shortMoney(before)}).`,
    won: (count) => counted(count, "ny", "nye"),
    back: (count) => `${figures.count(count)} kom tilbake etter en pause`,
    upTo: (period, asOf, endsWithSales) =>
      `${figures.period(period)}, til ${endsWithSales ? "siste salg, " : ""}${figures.date(asOf)}`,
    stayed: (told) => {
      const [had, have] = stayedWords(told.basis, told.months);
      const not = told.basis === "contract" ? "ikke lenger" : told.unfinished ? "ikke ennå" : "ikke";
      const others = told.others.length === 0 ? "" : `; ${told.others.join(", ")}`;
      const cut =
        told.salesFrom === null ? "" : `; salget begynner ${figures.date(told.salesFrom)} og dekker ikke perioden før`;
      return `${told.period}: av ${customers(told.start)} som ${had}, ${have[0]} ${figures.count(told.stayed)}${have[1]} (${figures.percent(told.retention)}), ${figures.count(told.lost)} ${not}${others}${cut}.`;
    },
    finished: (period, kept, start, retention) =>
      `I ${figures.period(period)}, den siste avsluttede perioden, var det ${figures.percent(retention)}: ${figures.count(kept)} av ${customers(start)}.`,
    interval: (low, high) => `, 95\u00a0%-intervall ${figures.points(low)} til ${figures.points(high)}`,
    nps: (score, answers, interval) =>
      `NPS ${figures.points(score)} fra ${counted(answers, "svar", "svar")}${interval}.`,
    movedUp: (count, since, names) => `${customers(count)} har rykket opp siden ${figures.date(since)}: ${names}.`,
    movedDown: (count, since, names) => `${customers(count)} har rykket ned siden ${figures.date(since)}: ${names}.`,
    left: (count, since, names, window, asOf) =>
      `${customers(count)} har falt fra siden ${figures.date(since)}, uten salg eller kostnader ${months(window)} til ${figures.date(asOf)}: ${names}.`,
    notComparable: (since, asOf, salesFrom) =>
      `${figures.date(since)} og ${figures.date(asOf)} kan ikke sammenlignes: salget begynner ${figures.date(salesFrom)} og dekker ikke måleperiodene for begge, så de manglende månedene er en del av hver endring.`,
    call: (name, cell, gain, action, windowCovered) =>
      `${name} (${cell}${gain === null ? "" : `, ${figures.gain(gain)}${windowCovered ? "" : " etter en ufullstendig måleperiode"}`}): ${action}.`,
    repair: (count, names) => `Hos ${customers(count)} må noe rettes opp før neste tilbud: ${names}.`,
    threat: (count, revenue, names, windowCovered) =>
      `${counted(count, "verdifull kunde er", "verdifulle kunder er")} misfornøyd${count === 1 ? "" : "e"}, med ${figures.shortMoney(revenue)} i omsetning${windowCovered ? "" : " i en ufullstendig måleperiode"}: ${names}.`,
    cell: (cell, count, gain) => `${cell} (${customers(count)}, ${figures.gain(gain)})`,
    most: (cells, salesFrom) =>
      `Det er mest å hente i ${cells}${salesFrom === null ? "" : `; men et helt års potensial holdes opp mot omsetningen siden ${figures.date(salesFrom)} alene`}.`,
    lost: (names, days) =>
      `Verdt en telefon, fordi de ikke har kjøpt på ${days === null ? "dobbelt så lenge som deres vanlige mellomrom, minst ett år," : counted(days, "dag", "dager")} eller kontrakten er utløpt: ${names}.`,
  },
  pareto: {
    title: "Hvor mye av omsetningen de største kundene har",
    description: (share, largest, all) =>
      `Kundene fra den største til den minste, og hva de har til sammen. De største 20 % (${figures.count(largest)} av ${customers(all)}) har ${figures.percent(share)} av omsetningen. Den stiplede linjen viser lik fordeling.`,
    withoutReturns: (share) =>
      ` I tegningen teller kunder med flere returer enn kjøp som ingenting; av det de andre kjøpte, har de største 20 % ${figures.percent(share)}.`,
    across: "andel av kundene, de største først",
    up: "andel av omsetningen",
    tip: (share, revenue) => `${figures.percent(share)} av kundene\n${figures.percent(revenue)} av omsetningen`,
    mark: (share) => `20 % av kundene: ${figures.percent(share)}`,
    largest: "største kunder",
    customers: "kunder",
  },
  retention: {
    unfinished: (period) => `${figures.period(period)} (uferdig)`,
    title: "Kundelojalitet",
    description:
      "Andelen av kundene ved begynnelsen av hver periode som fortsatt er der ved slutten. Lærebokformelen regner også med dem som kom tilbake.",
    strict: "streng",
    formula: "etter formelen",
    tick: (period) => period.replace(/^(\d{4})-Q(\d)$/, "$2. kv. $1").replace(/^(\d{4})-(\d{2})$/, "$2.$1"),
    strictTip: (period, retention, lost, start) =>
      `${figures.period(period)}: ${figures.percent(retention)}\n${figures.count(lost)} av ${customers(start ?? 0)} tapt`,
    formulaTip: (period, retention) => `${figures.period(period)}: ${figures.percent(retention)} etter formelen`,
    heads: {
      period: "periode",
      start: "begynnelse",
      lost: "tapt",
      won: "nye",
      back: "tilbake",
      end: "slutt",
      retention: "kundelojalitet",
      formula: "etter formelen",
    },
    cohorts: "Kohorter: andelen av dem som begynte i en periode, som er aktive så mange perioder senere; * uferdig",
    beganIn: "begynte i",
    customers: "kunder",
    wholePercent: (share) => `${Math.round(share * 100)}\u00a0%`,
  },
  movements: {
    before: "perioden før",
    more: "kjøper mer",
    less: "kjøper mindre",
    lost: "tapt",
    newOrBack: "nye eller tilbake",
    won: "nye",
    back: "tilbake",
    step: (name, gain, currency) => `${name}: ${figures.gain(gain)}${inUnit(currency)}`,
    total: (name, amount, currency) => `${name}: ${figures.shortMoney(amount)}${inUnit(currency)}`,
    title: (period) => `Omsetning fra perioden før til ${figures.period(period)}`,
    description: (previous, current, currency) =>
      `Fra ${figures.shortMoney(previous)} hos kundene ved begynnelsen til ${figures.shortMoney(current)}${inUnit(currency)}: hva nye kunder, kunder som kom tilbake, og kunder som kjøper mer, har tilført, og hva tapte kunder og kunder som kjøper mindre, har tatt bort.`,
    cut: (period, asOf) => ` ${figures.period(period)} er uferdig: perioden går til ${figures.date(asOf)}.`,
    previousCut: (salesFrom) =>
      ` Salget begynner ${figures.date(salesFrom)} og dekker ikke perioden før: den manglende tiden er en del av hver bevegelse.`,
    movement: "bevegelse",
    amount: "beløp",
  },
  sheets: {
    summary: "Sammendrag",
    matrix: "Matrise",
    customers: "Kunder",
    plan: "Salgsplan",
    retention: "Kundelojalitet",
    cohorts: "Kohorter",
    nps: "NPS",
    triggers: "Funn",
    quality: "Datakvalitet",
    definitions: "Begreper",
  },
  period: "periode",
  changedTerm: "hva som er endret",
  toDoTerm: "hva som bør gjøres",
  remarks: "merknader",
  notInReportTerm: "ikke med i denne rapporten",
  leftOutLine: (score, reason) => `${score}: ${reason}`,
};
