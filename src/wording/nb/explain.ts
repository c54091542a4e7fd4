import type { ExplainWords } from "../wording.ts";
import { counted, customers, figures } from "./figures.ts";
import { headings } from "./headings.ts";
import { say } from "./say.ts";
import { values } from "./values.ts";

const source = (code: string): string => values.potential_source?.[code] ?? code;

const measures = { revenue: "omsetning", contribution: "dekningsbidrag" };

const methods: Readonly<Record<string, string>> = { rank: "rang", cumulative: "kumulativ andel", threshold: "beløp" };

const events: Readonly<Record<string, string>> = {
  usage: "bruk",
  outage: "driftsstans",
  ticket: "henvendelse",
  complaint_opened: "reklamasjon åpnet",
  complaint_closed: "reklamasjon løst",
  promise_broken: "brutt løfte",
  refused_offer: "avslått tilbud",
  efficiency_need: "behov for effektivisering",
  account_created: "konto opprettet",
  support_contact: "kontakt med support",
  new_department: "ny avdeling",
  new_region: "ny region",
  new_premises: "nye lokaler",
  market_launch: "lansering i et nytt marked",
  headcount_growth: "vekst i antall ansatte",
  qbr: "kundegjennomgang",
  price_change: "prisendring",
  owner_changed: "ny kundeansvarlig",
};

export const explain: ExplainWords = {
  money: figures.exact,
  decimal: figures.fixed,
  value: (column, code) => values[column]?.[code] ?? say(code),
  reason: (rule, value, threshold) =>
    `${headings[rule] ?? rule}${value === null ? "" : ` ${value}`}${threshold === null ? "" : ` mot ${threshold}`}`,
  plain: figures.plain,
  exact: figures.exact,
  currency: "valuta",
  lines: (count, amount, largest, shown) =>
    `${counted(count, "linje", "linjer")}, ${figures.exact(amount)} i alt; ${largest === null ? "" : `de ${largest} største: `}${shown}`,
  line: (place, date, amount) => `${place} den ${figures.date(date)}, ${figures.exact(amount)}`,
  identity: {
    statuses: {
      active: "aktiv: en salgslinje i måleperioden",
      lapsed: "sovende: salgslinjer bare før måleperioden",
      cost_only: "bare kostnader: ingen salgslinje, men kostnader i måleperioden",
      prospect: "prospekt: bare i kundefilen",
    },
    noCell: (status) => `ingen celle: ${status === "active" ? "ingen klasse" : values.status?.[status]}`,
    cell: "klasse og grad sammen",
    noPlace: "kunder uten celle kommer sist",
    place: (cell, number, place, of) =>
      `celle ${cell} er nummer ${number} av 20; nummer ${place} av ${of} i den etter mulig mersalg`,
    id: "som i eksportene",
    listedIn: (place) => `står i ${place}`,
    nameFromSales: "det nyeste navnet i salgslinjene",
    name: "kundefilen, ellers den nyeste salgslinjen",
    priority: (all, placed) => `av ${figures.count(all)}: ${placed}`,
  },
  class: {
    measures,
    notRanked: "ikke rangert",
    letterAlone: (method) => `bokstaven etter ${methods[method] ?? method} alene, uansett hva klasse D sier`,
    onlySalesRanked: "ikke rangert: bare kunder med en salgslinje i måleperioden er det",
    rank: (ranked, measure) => `av ${figures.count(ranked)} etter ${measures[measure]}: 1 + antallet kunder med mer`,
    share: (revenue, all, share) =>
      `${figures.exact(revenue)} av ${figures.exact(all)}: ${figures.percent(share)} av alle kunders omsetning i måleperioden`,
    cumulative: (measure) =>
      `av ${measures[measure]} for de rangerte: denne kunden, de som er like store, og alle større`,
    reasonCode: "klassen i få ord",
    loss: (contribution) => `koster mer enn den gir: dekningsbidraget ${figures.exact(contribution)} er under 0`,
    partialCosts: (contribution) =>
      `dekningsbidraget ${figures.exact(contribution)} er under 0, selv om varekosten ikke er kjent for hver linje`,
    costsOnly: (costs) => `kostnader på ${figures.exact(costs)} og ingen salgslinje i måleperioden`,
    negativeRevenue: (revenue) =>
      `omsetningen ${figures.exact(revenue)} er under 0; det er ingen kostnader å vurdere etter`,
    noSales: "ingen salgslinje i måleperioden, derfor ingen rang og ingen klasse",
    noTotal: "summen er ikke over 0, derfor ingen andeler og ingen klasser",
    otherMethod: (reason, measure) => `${say(reason)}, etter ${measures[measure]}`,
    byRank: (rank, ranked, measure, letter, threshold) =>
      `rang ${rank} av ${figures.count(ranked)} etter ${measures[measure]}; ${letter} ${letter === "C" ? "begynner på" : "går til"} rang ${threshold}`,
    notEvaluated: "; klasse D etter kostnader er ikke vurdert",
    notLoss: (contribution) => `; ikke D, fordi dekningsbidraget ${figures.exact(contribution)} ikke er under 0`,
    cut: (letter, cut) => `${letter} ${figures.exact(cut)}`,
    cuts: (cuts) => `minste rangerte beløp i hver klasse: ${cuts}`,
    noLonger: (missing, measure, byLever, then) =>
      `${figures.exact(missing)} mer ${measures[measure]} i måleperioden${byLever ? ", via pris eller kostnad" : ""}, så er den ikke lenger D${then === null ? "" : `; klassen etter rang er da ${then}`}`,
    lossBelow: (measure, amount) =>
      `D hvis ${measures[measure]} faller under 0: mer enn ${figures.exact(amount)} mindre`,
    better: (butForD, letter, from, measure, more) =>
      `${butForD ? "uten D, " : ""}${letter} fra ${figures.exact(from)} ${measures[measure]}, ${figures.exact(more)} mer, hvis ingen andre endrer seg`,
    kept: (butForD, letter, from, measure, less) =>
      `${butForD ? "uten D, " : ""}${letter} ned til ${figures.exact(from)} ${measures[measure]}, ${figures.exact(less)} mindre, hvis ingen andre endrer seg`,
  },
  amounts: {
    revenue: (from, to) => `nettosalg etter ${figures.date(from)} til og med ${figures.date(to)}, returer trukket fra`,
    yearIsWindow: "en måleperiode på 12 måneder er et år",
    yearOf: (months) => `omsetning × 12 / ${months}`,
    priorUnknown: "ikke kjent: salget rekker ikke tilbake over forrige måleperiode",
    prior: (months) => `nettosalg i de ${months} månedene før måleperioden`,
    noPrior: "ingen tidligere omsetning å sammenligne med",
    priorNotPositive: (prior) => `ingen: omsetningen i forrige måleperiode ${figures.exact(prior)} er ikke over 0`,
    growth: (revenue, prior) => `(${figures.exact(revenue)} − ${figures.exact(prior)}) / ${figures.exact(prior)}`,
    noCosts: "ingen kostnader i måleperioden",
    notEvaluated: "ikke vurdert uten kostnader",
    contribution: (revenue, costs) => `omsetning ${figures.exact(revenue)} − kostnader ${figures.exact(costs)}`,
    margin: (contribution, revenue) =>
      `dekningsbidrag ${figures.exact(contribution)} / omsetning ${figures.exact(revenue)}; varekosten er kjent`,
    goodsOnLines: "varekost på salgslinjene",
    goodsInFile: "varekost i kostnadsfilen",
    toServe: "betjeningskostnad",
    part: (name, amount, isAside) => `${name} ${figures.exact(amount)}${isAside ? " (holdt utenfor med --cogs)" : ""}`,
    noneOfThis: "ingen kostnad for denne kunden i måleperioden",
    goodsOnLinesRule: "varekost på salgslinjene i måleperioden",
    goodsRule: "rader med varekost i måleperioden; de fra skjæringsdatoens måned regnes med når datoen ikke er valgt",
    toServeRule: "rader med betjeningskostnad i måleperioden",
    before: "tidligere salg: bare første kjøp ser på dem",
    noRevenue: "ingen: omsetningen er ikke over 0",
    goodsUnknown: (known, all) =>
      `ingen: varekosten er ikke kjent (${figures.count(known)} av ${counted(all, "salgslinje", "salgslinjer")} har den, ingen rad med varekost teller)`,
  },
  potential: {
    first: "de første opplysningene som gjelder, avgjør",
    reason: "grunnlaget i få ord",
    noFigure: "intet tall",
    couldBuy: "hva den kan kjøpe på et år",
    noRevenue: "ingen omsetning å vokse fra",
    growth: (potential, annual) =>
      `(${figures.exact(potential)} − ${figures.exact(annual)}) / ${figures.exact(annual)}`,
    increment: (potential, annual) =>
      `potensial ${figures.exact(potential)} − omsetning per år ${figures.exact(annual)}`,
    from: (grade, growth, from) => `${grade} fra +${growth * 100} %: ${figures.exact(from)} per år`,
    above: (gap) => `, ${figures.exact(gap)} over potensialet`,
    reached: (spare) => `, nådd med ${figures.exact(spare)} til overs`,
    refused: "har takket nei: grad d uansett hva den kjøper",
    lapsed: "sovende: vinn den tilbake først; ingenting å vokse fra i måleperioden",
    prospect: "et prospekt kjøper ingenting ennå",
    noBase: (revenue) => `ingenting å vokse fra: omsetningen på ${figures.exact(revenue)} er ikke over 0`,
    noBasis: "ingen opplysninger gjelder: vurder denne kunden først",
    statedGrade: (grade) => `grad ${grade} er oppgitt og gjelder som den er`,
    below: (code, growth, aYear) => `${source(code)}: veksten ${growth} ${aYear ? "per år " : ""}er under 10 %`,
    reaches: (code, growth, aYear, limit, grade) =>
      `${source(code)}: veksten ${growth} ${aYear ? "per år " : ""}når ${limit} %, grensen for ${grade}`,
    tenths: (tenths) => `${figures.fixed(tenths / 10, 1)}\u00a0%`,
    confidence: {
      high: "oppgitt eller kjent for kunden selv",
      medium: "avledet av det som er igjen å vinne",
      low: "sluttet fra andre kunder eller fra fortiden",
    },
    noDriver: "ingenting tyder på en",
    driverStated: "oppgitt i kundefilen",
    driverNeed: "et behov for effektivisering i måleperioden",
    driverSuggested: (code) => `det grunnlaget (${source(code)}) tyder på`,
    would: (grade, growth) => `${grade}${growth === null ? "" : `, vekst ${growth}`}`,
    setAside: (said) => `holdt utenfor av valgene${said === null ? "" : `; ville sagt ${said}`}`,
    doesNotApply: (why) => `gjelder ikke: ${why}`,
    decides: (said) => `avgjør: ${said}`,
    wouldSay: (said, behind) => `ville sagt ${said}; ${behind}`,
    largerOf: "det største av brukere og regioner teller",
    smallerOf: "det minste av sammenlignbare kunder og hvite flekker teller",
    behind: (decided) => `står bak ${decided === "refused" ? "et avslag" : source(decided)}`,
    nothingStated: "ingenting er oppgitt",
    noUsers: "ingen aktive brukere å vokse fra",
    noRegions: "ingen betjent region å vokse fra",
    fewPeers: "færre enn 5 andre aktive kunder med kjent antall ansatte i segmentet eller bransjen",
    aboveQuartile: "omsetningen per ansatt er på eller over øvre kvartil for sammenlignbare kunder",
    fewOthers: "færre enn 5 andre aktive kunder i segmentet eller bransjen",
    buysAll:
      "den kjøper hver varegruppe som minst halvparten av de sammenlignbare kjøper, eller de andre kan ikke ventes å gi noe",
    notFourMonths: "måleperioden er ikke et helt antall perioder på 4 måneder",
    fewQuarters: (now, before) =>
      `kjøp i ${counted(now, "kvartal", "kvartaler")} av måleperioden og ${before} av den forrige, 3 av 4 kreves i begge`,
    priorNotPositive: "omsetningen i forrige måleperiode er ikke over 0",
    cap: "; høyst dobbel omsetning",
    group: (kind, name, others) =>
      kind === "all"
        ? counted(others, "annen kunde", "andre kunder")
        : `${figures.count(others)} andre i ${kind === "segment" ? "segmentet" : "bransjen"} ${name}`,
    peers: (group, own, median, quartile, more) =>
      `${group}: per år og ansatt ${figures.cents(own)} selv, median ${figures.cents(median)}, øvre kvartil ${figures.cents(quartile)}${more === null ? "" : `; ${say(more)}`}`,
    buys: (group, categories) => `${group}; den kjøper ${counted(categories, "varegruppe", "varegrupper")}`,
    missingCategory: (category, buyers, share) =>
      `${category} (${counted(buyers, "kjøper", "kjøpere")}${share === null ? "" : `, median ${figures.percent(share)} av øvrige kjøp`})`,
    andNot: (start, categories) => `${start} og ikke ${categories}`,
  },
  satisfaction: {
    noFile: "det finnes ingen fil med svar",
    notAsked: "ingen ble spurt i måleperioden",
    notAnswered: (invitations) =>
      `ingen svarte på ${invitations === 1 ? "invitasjonen" : `de ${figures.count(invitations)} invitasjonene`} i måleperioden`,
    nps: (promoters, detractors, answers) =>
      `siste svar fra hver respondent i måleperioden: (${counted(promoters, "ambassadør", "ambassadører")} − ${counted(detractors, "kritiker", "kritikere")}) av ${figures.count(answers)}`,
    answer: (respondent, score, place, date) =>
      `${respondent ?? "uten navn"} ${score} (${place} den ${figures.date(date)})`,
  },
  activity: {
    noPurchase: "ikke noe kjøp",
    since: "kunde siden, i kundefilen; det er før den første kjøpslinjen",
    firstLine: "den første kjøpslinjen",
    noLine: "ingen kjøpslinje",
    lastLine: "den nyeste linjen på null eller mer; en retur er ingen",
    orders: "ordrenumre på kjøp i måleperioden; uten numre, dager med kjøp",
  },
  missing: {
    nothing: "ingenting som ville gjøre graden sikrere",
    cannot: (missing, sources) => `${missing}: ${sources.map(source).join(" og ")} kan ikke brukes`,
  },
  worth: {
    noLine: "ingen salgslinje, derfor ingen verdi etter historikken",
    noPurchase: "ikke noe kjøp å regne fra",
    simple: (annual, years) => `omsetning per år ${figures.exact(annual)} × ${figures.fixed(years, 2)} år`,
    tenure: "fra første kjøp til skjæringsdatoen",
    total: "nettosalg for all tid",
    needsMargin: "krever en dekningsgrad",
    withMargin: (margin) => `kundeverdi × dekningsgrad ${margin}`,
    cac: {
      own: "hva det kostet å vinne den, fra dens egne rader",
      average: "anskaffelseskostnader i måleperioden / nye kunder i måleperioden",
    },
    ltvCac: "kundeverdi etter margin / anskaffelseskost",
    payback: "anskaffelseskost / dekningsbidrag per måned",
  },
  relationship: {
    source: "oppgitte tall: fra kundefilen; anslag: lest av det kunden gjør",
    notKnown: "ikke kjent",
    strategy: "hva stadiet krever",
    mismatch: "innsatsen passer ikke til kundeforholdet",
  },
  findings: {
    none: (rules) => `ingen av ${counted(rules, "regel", "regler")} fant noe`,
    kind: (kind, strength) => `${values.kind?.[kind] ?? kind}, styrke ${strength}`,
    silent: (rule, state) => `${rule}: ${state === "no_data" ? "uten data" : "for kort historikk"}`,
  },
  plan: {
    notIn: (why) => `ikke i planen: ${why}`,
    rank: (planned) => `av ${customers(planned)}: etter prioritet, så langt det er noe å gjøre`,
    when: "det beste tidspunktet som reglene nevner",
    first: "oppretting før spørsmål, spørsmål før tilbud",
    afterThat: "etter det",
    toWin: "hva som er å hente på et år",
    waits: (rules) => `venter bak: ${rules}`,
    play: (cell) => `hva kunder i ${cell} krever`,
    lapsed: "sovende kunder hører til winback",
    prospect: "et prospekt har ingen celle",
    noClass: "den har ingen klasse",
    lost: "den er tapt og hører til winback",
    phaseOut: "fas ut",
    nothing: (cell) => `${cell}, og ingenting å gjøre noe med`,
  },
  timeline: {
    since: "kunde siden",
    until: "kontrakten utløper",
    purchase: (amount) => `kjøp ${figures.exact(amount)}`,
    returned: (amount) => `retur ${figures.exact(amount)}`,
    lines: (count) => counted(count, "linje", "linjer"),
    invited: "spurt, ikke svart",
    answer: (score) => `svar ${score}`,
    event: (type) => events[type] ?? type,
    of: (value, limit) => `${figures.plain(value)} av ${figures.plain(limit)}`,
    earlier: (date) => `oppføringer til og med ${figures.date(date)}, ikke vist`,
  },
};
