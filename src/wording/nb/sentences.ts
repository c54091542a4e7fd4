import type { Sentences } from "../sentences.ts";

export const sentences: Sentences = {
  "{s1}; capped at 2 × revenue": "{s1}; høyst 2 × omsetningen",
  "grade {t1} stated": "grad {t1} oppgitt",
  "growth of {p1} stated": "vekst på {p1} oppgitt",
  "{m1} stated against {m2} a year": "{m1} oppgitt mot {m2} per år",
  "wallet {m1} against {m2} a year": "totalforbruk {m1} mot {m2} per år",
  "{p1} of wallet {m1} against {m2} a year": "{p1} av totalforbruket {m1} mot {m2} per år",
  "{m1} potential users, {m2} active": "{m1} mulige brukere, {m2} aktive",
  "present in {m1} regions, {m2} served": "til stede i {m1} regioner, {m2} betjent",
  "{m1} employees × {m2} a head, upper quartile of {s1}": "{m1} ansatte × {m2} per ansatt, øvre kvartil av {s1}",
  "{n1|category|categories} that most of {s1} buy: {t1} and {n2} more":
    "{n1|varegruppe|varegrupper} som de fleste av {s1} kjøper: {t1} og {n2} til",
  "{n1|category|categories} that most of {s1} buy: {t1}":
    "{n1|varegruppe|varegrupper} som de fleste av {s1} kjøper: {t1}",
  "revenue {m1} against {m2} in the prior window, at most doubled":
    "omsetning {m1} mot {m2} i forrige måleperiode, høyst doblet",
  "revenue {m1} against {m2} in the prior window": "omsetning {m1} mot {m2} i forrige måleperiode",
  "{n1} other customers": "{n1} andre kunder",
  "{n1} peers in segment {t1}": "{n1} sammenlignbare kunder i segmentet {t1}",
  "{n1} peers in industry {t1}": "{n1} sammenlignbare kunder i bransjen {t1}",
  "rank {n1} of {n2}, {t1} to {n3}": "plass {n1} av {n2}, {t1} til og med {n3}",
  "rank {n1} of {n2}, {t1} from {n3}": "plass {n1} av {n2}, {t1} fra {n3}",
  "{p1} held by larger customers, {t1} below {p2}": "{p1} ligger hos større kunder, {t1} under {p2}",
  "{p1} held by larger customers, {t1} from {p2}": "{p1} ligger hos større kunder, {t1} fra {p2}",
  "{m1}, {t1} from {m2}": "{m1}, {t1} fra {m2}",
  "{m1}, {t1} below {m2}": "{m1}, {t1} under {m2}",
  "{m1} a year per employee, the median of {s1} is {m2}": "{m1} per år og ansatt, medianen for {s1} er {m2}",
  "does not buy {n1|category|categories} that most of {s1} buy: {t1} and {n2} more":
    "kjøper ikke {n1|varegruppe|varegrupper} som de fleste av {s1} kjøper: {t1} og {n2} til",
  "does not buy {n1|category|categories} that most of {s1} buy: {t1}":
    "kjøper ikke {n1|varegruppe|varegrupper} som de fleste av {s1} kjøper: {t1}",
  "orders every {m1|day|days}, the last on {d1}, due {d2}, {n1|day|days} ago":
    "bestiller med {m1|dags|dagers} mellomrom, sist {d1}, ventet {d2}, for {n1|dag|dager} siden",
  "orders every {m1|day|days}, the last on {d1}, due {d2}":
    "bestiller med {m1|dags|dagers} mellomrom, sist {d1}, ventet {d2}",
  "quarter {n1} is the strongest of the last 24 months, {m1}; it starts on {d1}, in {n2|day|days}":
    "{n1}. kvartal er det sterkeste i de siste 24 månedene, {m1}; det begynner {d1}, om {n2|dag|dager}",
  "the last quarter of the fiscal year (calendar year assumed) starts on {d1} and ends on {d2}":
    "siste kvartal i regnskapsåret (kalenderåret antatt) begynner {d1} og slutter {d2}",
  "the last quarter of the fiscal year (calendar year assumed) began on {d1} and ends on {d2}":
    "siste kvartal i regnskapsåret (kalenderåret antatt) begynte {d1} og slutter {d2}",
  "the last quarter of the fiscal year starts on {d1} and ends on {d2}":
    "siste kvartal i regnskapsåret begynner {d1} og slutter {d2}",
  "the last quarter of the fiscal year began on {d1} and ends on {d2}":
    "siste kvartal i regnskapsåret begynte {d1} og slutter {d2}",
  "no new product since {d1}; {n1|product|products} in all":
    "ikke noe nytt produkt siden {d1}; {n1|produkt|produkter} i alt",
  "revenue {m1} after {m2} in the prior window, {p1}": "omsetning {m1} mot {m2} i forrige måleperiode, {p1}",
  "{t1} bought for the first time on {d1}, no answer since": "{t1} kjøpt for første gang {d1}, ikke noe svar siden",
  "{n1|outage|outages} in the last {n2} days, the last on {d1}":
    "{n1|driftsstans|driftsstanser} de siste {n2} dagene, sist {d1}",
  "{n1|open complaint|open complaints}, the oldest since {d1}, {n2|day|days}":
    "{n1|åpen reklamasjon|åpne reklamasjoner}, den eldste fra {d1}, {n2|dag|dager}",
  "{n1|broken promise|broken promises} in the last {n2} days, the last on {d1}":
    "{n1|brutt løfte|brutte løfter} de siste {n2} dagene, sist {d1}",
  "business review on {d1}, in {n1|day|days}": "kundegjennomgang {d1}, om {n1|dag|dager}",
  "new department {t1} on {d1}": "ny avdeling {t1} {d1}",
  "new department on {d1}": "ny avdeling {d1}",
  "new region {t1} on {d1}": "ny region {t1} {d1}",
  "new region on {d1}": "ny region {d1}",
  "{n1|new employee|new employees}": "{n1|ny ansatt|nye ansatte}",
  "a market launch": "lansering i et nytt marked",
  "growth in headcount": "vekst i antall ansatte",
  "new premises": "nye lokaler",
  "usage {m1} in the last {n1} days, {m2} in the {n2} before, {p1}":
    "bruk {m1} de siste {n1} dagene, {m2} de {n2} dagene før, {p1}",
  "usage {m1} of {m2}, {p1}": "bruk {m1} av {m2}, {p1}",
  "{n1|respondent|respondents}, all at {n2} or more; revenue {m1}, the median is {m2}":
    "{n1|respondent|respondenter}, alle på {n2} eller mer; omsetning {m1}, medianen er {m2}",
  "class A, {n1|respondent|respondents}, all at {n2} or more":
    "klasse A, {n1|respondent|respondenter}, alle på {n2} eller mer",
  "a respondent ({t1}) gave {n1}, and {n2|other|others} like that":
    "en respondent ({t1}) ga {n1}, det samme gjorde {n2|annen|andre}",
  "a respondent ({t1}) gave {n1}": "en respondent ({t1}) ga {n1}",
  "{t1} ({t2}) gave {n1}, and {n2|other|others} like that": "{t1} ({t2}) ga {n1}, det samme gjorde {n2|annen|andre}",
  "{t1} ({t2}) gave {n1}": "{t1} ({t2}) ga {n1}",
  "answered {n1} of {n2|invitation|invitations}, {p1}; the portfolio {p2}":
    "svarte på {n1} av {n2|invitasjon|invitasjoner}, {p1}; porteføljen {p2}",
  "{n1} of {n2|respondent|respondents} at {n3} or less, the lowest {n4}: {t1}, {n5} more":
    "{n1} av {n2|respondent|respondenter} på {n3} eller lavere, lavest {n4}: {t1}, {n5} til",
  "{n1} of {n2|respondent|respondents} at {n3} or less, the lowest {n4}: {t1}":
    "{n1} av {n2|respondent|respondenter} på {n3} eller lavere, lavest {n4}: {t1}",
  "{n1} of {n2|respondent|respondents} at {n3} or less, the lowest {n4}":
    "{n1} av {n2|respondent|respondenter} på {n3} eller lavere, lavest {n4}",
  "relationship stage conflict": "kundeforholdet er i konflikt",
  "{m1} of {m2} potential users are active, {p1}": "{m1} av {m2} mulige brukere er aktive, {p1}",
  "{m1} of {m2} licensed seats are used, {p1}": "{m1} av {m2} lisenser er i bruk, {p1}",
  "{n1} of {n2} regions served": "{n1} av {n2} regioner betjent",
  "{s1}, {s2}, {s3} on {d1}": "{s1}, {s2}, {s3} {d1}",
  "{s1}, {s2} on {d1}": "{s1}, {s2} {d1}",
  "{s1} on {d1}": "{s1} {d1}",
  "tell what comparable companies use us for; ask what they buy elsewhere":
    "fortell hva lignende bedrifter bruker oss til; spør hva de kjøper andre steder",
  "ask where they buy these today; offer a first order of them":
    "spør hvor de kjøper dette i dag; tilby en første ordre",
  "call now: take the order, and add the offer to it": "ring nå: ta imot bestillingen, og legg tilbudet til",
  "ask whether something is wrong, or somebody else delivers": "spør om noe er galt, eller om noen andre leverer",
  "offer before their season starts": "gi tilbud før sesongen deres begynner",
  "ask what is left of this year's budget, and what goes into the next":
    "spør hva som er igjen av årets budsjett, og hva som kommer inn i det neste",
  "rescue the relationship if its value pays, else lead it back to a plain transactional one":
    "redd kundeforholdet hvis verdien forsvarer det; ellers før det tilbake til et rent transaksjonsforhold",
  "show the teams that do not use it yet what the others get out of it; offer seats for them":
    "vis team som ikke bruker det ennå, hva de andre får ut av det; tilby lisenser til dem",
  "ask who decides in the regions that we do not serve; offer what works in those we do":
    "spør hvem som bestemmer i regionene vi ikke betjener; tilby det som virker der vi allerede er",
  "ask who does not use it and why; offer training before anything else":
    "spør hvem som ikke bruker det, og hvorfor; tilby opplæring før noe annet",
  "show what is new in the range since they last looked": "vis hva som er nytt i sortimentet siden sist",
  "ask what has changed, and who gets the rest now": "spør hva som har endret seg, og hvem som får resten nå",
  "ask how it went": "spør hvordan det gikk",
  "congratulate; ask what they will need for it": "gratuler; spør hva de trenger til det",
  "say what went wrong and what was done about it, before any offer":
    "si hva som gikk galt, og hva som er gjort med det, før noe tilbud",
  "settle the complaint and hear from the customer that it is settled":
    "løs reklamasjonen, og hør fra kunden at den er løst",
  "own up to it, make it good, say what changes": "innrøm det, gjør det godt igjen, og si hva som endres",
  "bring the offer to the review; send the agenda beforehand":
    "ta med tilbudet til kundegjennomgangen; send agendaen på forhånd",
  "offer the next larger plan before the limit stops their work":
    "tilby neste størrelse før grensen stanser arbeidet deres",
  "call today: offer to lift the limit": "ring i dag: tilby å heve grensen",
  "find out who stopped using it and why, and help them back before any offer":
    "finn ut hvem som sluttet å bruke det, og hvorfor, og hjelp dem tilbake før noe tilbud",
  "thank them; ask what else we could do for people who like us this much":
    "takk dem; spør hva mer vi kan gjøre for noen som er så fornøyde",
  "ask for an introduction to colleagues, and for help with the next offer":
    "be om en introduksjon til kolleger, og om hjelp med neste tilbud",
  "invite them to a reference group, a trial or an interview: they like to be asked":
    "inviter dem til en referansegruppe, en utprøving eller et intervju: de liker å bli spurt",
  "ask for a recommendation: a reference, a visit, a name": "be om en anbefaling: en referanse, et besøk, et navn",
  "call the respondent, hear what is wrong, mend it and report back":
    "ring respondenten, hør hva som er galt, rett det opp og meld tilbake",
  "ask for an introduction to the new department; show what the others use":
    "be om en introduksjon til den nye avdelingen; vis hva de andre bruker",
  "ask who leads the new region; offer what works in the others":
    "spør hvem som leder den nye regionen; tilby det som virker i de andre",
  "key account plan: grow together": "nøkkelkundeplan: voks sammen",
  "sales time first: make it an A": "salgstid først: gjør den til en A-kunde",
  "key account plan: add the next need": "nøkkelkundeplan: dekk neste behov",
  "visit, offer the next need": "besøk, tilby neste behov",
  "protect, add what fits": "vern om kunden, legg til det som passer",
  "test the appetite with one offer": "prøv interessen med ett tilbud",
  "add what fits when they order": "legg til det som passer når de bestiller",
  "offer by phone and mail": "gi tilbud på telefon og e-post",
  "assess the potential first": "vurder potensialet først",
  "keep, spend no selling time": "behold, bruk ikke salgstid",
  "keep, serve to standard": "behold, betjen etter standard",
  "serve at low cost": "betjen til lav kostnad",
  "serve at the lowest cost": "betjen til lavest mulig kostnad",
  "fix price or cost first": "rett opp pris eller kostnad først",
  "phase out": "fas ut",
  "under {m1}": "mindre enn {m1}",
  "{m1} and more": "{m1} og mer",
  "{m1} to under {m2}": "{m1} til under {m2}",
  unknown: "ukjent",
  "before {q1}": "før {q1}",
  "{n1|line|lines} without a customer, {m1} in all: the remainder (no customer)":
    "{n1|linje|linjer} uten kunde, {m1} i alt: resten (uten kunde)",
  "{n1|row|rows} of costs without a customer, {m1} in all; no customer bears them":
    "{n1|rad|rader} med kostnader uten kunde, {m1} i alt; ingen kunde belastes med dem",
  "{n1|answer|answers} without a customer": "{n1|svar|svar} uten kunde",
  "{n1|event|events} without a customer": "{n1|hendelse|hendelser} uten kunde",
  "{n1|blank score|blank scores}: invited, not answered": "{n1|blankt svar|blanke svar}: spurt, ikke svart",
  "{n1|row|rows} without a currency, taken for {t1}": "{n1|rad|rader} uten valuta, regnet som {t1}",
  "{n1|row|rows} dated after {d1}, {m1} in all; left out":
    "{n1|rad|rader} datert etter {d1}, {m1} i alt; holdt utenfor",
  "{n1|row|rows} dated after {d1}; left out": "{n1|rad|rader} datert etter {d1}; holdt utenfor",
  "over 64 MB: duplicate rows are looked for by `portfolio check` only":
    "over 64 MB: bare `portfolio check` leter etter like rader",
  "{n1|row|rows} repeat another row to the last character; counted like any other":
    "{n1|rad|rader} gjentar en annen rad tegn for tegn; telt som alle andre",
  "{n1|row|rows} repeat a customer word for word; counted once":
    "{n1|rad|rader} gjentar en kunde ord for ord; telt én gang",
  "{n1|row|rows} name no customer; left out": "{n1|rad|rader} nevner ingen kunde; holdt utenfor",
  "{n1|attribute|attributes} could not be read and counts as unknown":
    "{n1|opplysning|opplysninger} kunne ikke leses og regnes som ukjent",
  "{n1|attribute|attributes} could not be read and count as unknown":
    "{n1|opplysning|opplysninger} kunne ikke leses og regnes som ukjente",
  "{n1|value|values} could not be read and counts as unknown":
    "{n1|verdi|verdier} kunne ikke leses og regnes som ukjent",
  "{n1|value|values} could not be read and count as unknown":
    "{n1|verdi|verdier} kunne ikke leses og regnes som ukjente",
  "{n1|row|rows} could not be read and is left out": "{n1|rad|rader} kunne ikke leses og er holdt utenfor",
  "{n1|row|rows} could not be read and are left out": "{n1|rad|rader} kunne ikke leses og er holdt utenfor",
  "{n1|event|events} of a type that is not known; left out": "{n1|hendelse|hendelser} av en ukjent type; holdt utenfor",
  "{n1|customer|customers} may go by several ids; they are different customers here":
    "{n1|kunde|kunder} kan ha flere kundenumre; her er de ulike kunder",
  "{n1|customer id|customer ids} read like the label of a totals row; if so, delete the row":
    "{n1|kundenummer|kundenumre} ligner navnet på en sumrad; slett i så fall raden",
  "{n1|customer|customers} not in {t1}": "{n1|kunde|kunder} finnes ikke i {t1}",
  "{n1|listed customer|listed customers} without a sales line":
    "{n1|registrert kunde|registrerte kunder} uten salgslinje",
  "the last sale is {d1}, {n1} days before the as-of date": "siste salg er {d1}, {n1} dager før skjæringsdatoen",
  "the sales do not reach back over the whole window after {d1} (the first sale is {d2}); its figures are of a shorter time, growth and trend stay empty":
    "salget rekker ikke tilbake over hele måleperioden etter {d1} (første salg er {d2}); tallene gjelder en kortere periode, vekst og trend er tomme",
  "the sales do not reach back to {d1} (the first sale is {d2}): revenue_prior, growth and trend stay empty":
    "salget rekker ikke tilbake til {d1} (første salg er {d2}): omsetning i forrige måleperiode, vekst og trend er tomme",
  "column {t1} could be {t2} too; left alone: {t3}": "kolonnen {t1} kunne også være {t2}; ikke brukt: {t3}",
  "looks like a costs file: its rows name cost types; read as {t1}, its amounts are revenue. If it is one: --costs {t2}":
    "ser ut som en kostnadsfil: radene nevner kostnadstyper; lest som {t1} teller beløpene som omsetning. Er det en kostnadsfil: --costs {t2}",
  "{n1|customer|customers}: potential_grade k, an old name of grade c: read as c":
    "{n1|kunde|kunder}: potential_grade k, et gammelt navn på grad c: lest som c",
  "{n1|customer|customers}: potential_grade is none of a, b, c, d: unknown":
    "{n1|kunde|kunder}: potential_grade er ingen av a, b, c, d: ukjent",
  "{n1|customer|customers}: driver is none of expansion, widening, efficiency: unknown":
    "{n1|kunde|kunder}: driver er ingen av expansion, widening, efficiency: ukjent",
  "{n1|customer|customers}: the wallet is below the own revenue: counts as equal to it, so nothing is left to win":
    "{n1|kunde|kunder}: totalforbruket er lavere enn egen omsetning: regnes som likt, så det er ikke mer å hente",
  "{n1|customer|customers} under several names; the latest counts":
    "{n1|kunde|kunder} med flere navn; det nyeste gjelder",
  "{n1|customer|customers} under several {t1}; the latest counts":
    "{n1|kunde|kunder} med flere verdier ({t1}); den nyeste gjelder",
  "{n1|customer|customers} under another name in {t1}; the name listed here counts":
    "{n1|kunde|kunder} med et annet navn i {t1}; navnet i denne filen gjelder",
  "{n1|customer|customers} under another {t1} in {t2}; the {t3} listed here counts":
    "{n1|kunde|kunder} med en annen verdi ({t1}) i {t2}; den i denne filen gjelder ({t3})",
  "{n1|file|files} not used: the name says no role; name a file with --sales, --costs, --nps, --customers or --events":
    "{n1|fil|filer} ikke brukt: navnet sier ikke hva den er; nevn den med --sales, --costs, --nps, --customers eller --events",
  "{n1|file|files} not used: written by this program, and no export":
    "{n1|fil|filer} ikke brukt: skrevet av dette programmet, og ingen eksport",
  "{t1} is blank": "{t1} er tom",
  "{t1} is not a date": "{t1} er ikke en dato",
  "{t1} is not a discount": "{t1} er ikke en rabatt",
  "{t1} is not a number": "{t1} er ikke et tall",
  "{t1} is not a score": "{t1} er ikke en poengsum",
  "{t1} is not known": "{t1} er ikke kjent",
};
