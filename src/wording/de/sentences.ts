import type { Sentences } from "../sentences.ts";

export const sentences: Sentences = {
  "{s1}; capped at 2 × revenue": "{s1}; höchstens 2 × Umsatz",
  "grade {t1} stated": "Stufe {t1} angegeben",
  "growth of {p1} stated": "Wachstum von {p1} angegeben",
  "{m1} stated against {m2} a year": "{m1} angegeben gegenüber {m2} pro Jahr",
  "wallet {m1} against {m2} a year": "Gesamtbedarf {m1} gegenüber {m2} pro Jahr",
  "{p1} of wallet {m1} against {m2} a year": "{p1} des Gesamtbedarfs von {m1} gegenüber {m2} pro Jahr",
  "{m1} potential users, {m2} active": "{m1} mögliche Nutzer, {m2} aktiv",
  "present in {m1} regions, {m2} served": "in {m1} Regionen vertreten, {m2} bedient",
  "{m1} employees × {m2} a head, upper quartile of {s1}": "{m1} Beschäftigte × {m2} pro Kopf, oberes Quartil: {s1}",
  "{n1|category|categories} that most of {s1} buy: {t1} and {n2} more":
    "{n1|Warengruppe|Warengruppen}, die die meisten kaufen ({s1}): {t1} und {n2} weitere",
  "{n1|category|categories} that most of {s1} buy: {t1}":
    "{n1|Warengruppe|Warengruppen}, die die meisten kaufen ({s1}): {t1}",
  "revenue {m1} against {m2} in the prior window, at most doubled":
    "Umsatz {m1} gegenüber {m2} im Vorzeitraum, höchstens verdoppelt",
  "revenue {m1} against {m2} in the prior window": "Umsatz {m1} gegenüber {m2} im Vorzeitraum",
  "{n1} other customers": "{n1} andere Kunden",
  "{n1} peers in segment {t1}": "{n1} Vergleichskunden im Segment {t1}",
  "{n1} peers in industry {t1}": "{n1} Vergleichskunden in der Branche {t1}",
  "rank {n1} of {n2}, {t1} to {n3}": "Rang {n1} von {n2}, {t1} bis {n3}",
  "rank {n1} of {n2}, {t1} from {n3}": "Rang {n1} von {n2}, {t1} ab {n3}",
  "{p1} held by larger customers, {t1} below {p2}": "{p1} entfallen auf größere Kunden, {t1} unter {p2}",
  "{p1} held by larger customers, {t1} from {p2}": "{p1} entfallen auf größere Kunden, {t1} ab {p2}",
  "{m1}, {t1} from {m2}": "{m1}, {t1} ab {m2}",
  "{m1}, {t1} below {m2}": "{m1}, {t1} unter {m2}",
  "{m1} a year per employee, the median of {s1} is {m2}": "{m1} pro Jahr und Kopf, Median {m2} ({s1})",
  "does not buy {n1|category|categories} that most of {s1} buy: {t1} and {n2} more":
    "kauft {n1|Warengruppe|Warengruppen} nicht, die die meisten kaufen ({s1}): {t1} und {n2} weitere",
  "does not buy {n1|category|categories} that most of {s1} buy: {t1}":
    "kauft {n1|Warengruppe|Warengruppen} nicht, die die meisten kaufen ({s1}): {t1}",
  "orders every {m1|day|days}, the last on {d1}, due {d2}, {n1|day|days} ago":
    "bestellt alle {m1|Tag|Tage}, zuletzt am {d1}, fällig am {d2}, vor {n1|Tag|Tagen}",
  "orders every {m1|day|days}, the last on {d1}, due {d2}":
    "bestellt alle {m1|Tag|Tage}, zuletzt am {d1}, fällig am {d2}",
  "quarter {n1} is the strongest of the last 24 months, {m1}; it starts on {d1}, in {n2|day|days}":
    "das {n1}. Quartal ist das stärkste der letzten 24 Monate, {m1}; es beginnt am {d1}, in {n2|Tag|Tagen}",
  "the last quarter of the fiscal year (calendar year assumed) starts on {d1} and ends on {d2}":
    "das letzte Quartal des Geschäftsjahres (Kalenderjahr angenommen) beginnt am {d1} und endet am {d2}",
  "the last quarter of the fiscal year (calendar year assumed) began on {d1} and ends on {d2}":
    "das letzte Quartal des Geschäftsjahres (Kalenderjahr angenommen) begann am {d1} und endet am {d2}",
  "the last quarter of the fiscal year starts on {d1} and ends on {d2}":
    "das letzte Quartal des Geschäftsjahres beginnt am {d1} und endet am {d2}",
  "the last quarter of the fiscal year began on {d1} and ends on {d2}":
    "das letzte Quartal des Geschäftsjahres begann am {d1} und endet am {d2}",
  "no new product since {d1}; {n1|product|products} in all":
    "kein neues Produkt seit {d1}; insgesamt {n1|Produkt|Produkte}",
  "revenue {m1} after {m2} in the prior window, {p1}": "Umsatz {m1} nach {m2} im Vorzeitraum, {p1}",
  "{t1} bought for the first time on {d1}, no answer since":
    "{t1} am {d1} zum ersten Mal gekauft, seitdem keine Antwort",
  "{n1|outage|outages} in the last {n2} days, the last on {d1}":
    "{n1|Ausfall|Ausfälle} in den letzten {n2} Tagen, zuletzt am {d1}",
  "{n1|open complaint|open complaints}, the oldest since {d1}, {n2|day|days}":
    "{n1|offene Reklamation|offene Reklamationen}, die älteste vom {d1}, {n2|Tag|Tage}",
  "{n1|broken promise|broken promises} in the last {n2} days, the last on {d1}":
    "{n1|gebrochene Zusage|gebrochene Zusagen} in den letzten {n2} Tagen, zuletzt am {d1}",
  "business review on {d1}, in {n1|day|days}": "Quartalsgespräch am {d1}, in {n1|Tag|Tagen}",
  "new department {t1} on {d1}": "neue Abteilung {t1} am {d1}",
  "new department on {d1}": "neue Abteilung am {d1}",
  "new region {t1} on {d1}": "neue Region {t1} am {d1}",
  "new region on {d1}": "neue Region am {d1}",
  "{n1|new employee|new employees}": "{n1|neuer Beschäftigter|neue Beschäftigte}",
  "a market launch": "Eintritt in einen neuen Markt",
  "growth in headcount": "Personalwachstum",
  "new premises": "neue Räume",
  "usage {m1} in the last {n1} days, {m2} in the {n2} before, {p1}":
    "Nutzung {m1} in den letzten {n1} Tagen, {m2} in den {n2} Tagen davor, {p1}",
  "usage {m1} of {m2}, {p1}": "Nutzung {m1} von {m2}, {p1}",
  "{n1|respondent|respondents}, all at {n2} or more; revenue {m1}, the median is {m2}":
    "{n1|Befragter|Befragte}, alle bei {n2} oder mehr; Umsatz {m1}, der Median ist {m2}",
  "class A, {n1|respondent|respondents}, all at {n2} or more":
    "Klasse A, {n1|Befragter|Befragte}, alle bei {n2} oder mehr",
  "a respondent ({t1}) gave {n1}, and {n2|other|others} like that":
    "ein Befragter ({t1}) gab {n1}, ebenso {n2|weiterer|weitere}",
  "a respondent ({t1}) gave {n1}": "ein Befragter ({t1}) gab {n1}",
  "{t1} ({t2}) gave {n1}, and {n2|other|others} like that": "{t1} ({t2}) gab {n1}, ebenso {n2|weiterer|weitere}",
  "{t1} ({t2}) gave {n1}": "{t1} ({t2}) gab {n1}",
  "answered {n1} of {n2|invitation|invitations}, {p1}; the portfolio {p2}":
    "beantwortete {n1} von {n2|Einladung|Einladungen}, {p1}; das Portfolio {p2}",
  "{n1} of {n2|respondent|respondents} at {n3} or less, the lowest {n4}: {t1}, {n5} more":
    "{n1} von {n2|Befragtem|Befragten} bei {n3} oder weniger, am niedrigsten {n4}: {t1}, {n5} weitere",
  "{n1} of {n2|respondent|respondents} at {n3} or less, the lowest {n4}: {t1}":
    "{n1} von {n2|Befragtem|Befragten} bei {n3} oder weniger, am niedrigsten {n4}: {t1}",
  "{n1} of {n2|respondent|respondents} at {n3} or less, the lowest {n4}":
    "{n1} von {n2|Befragtem|Befragten} bei {n3} oder weniger, am niedrigsten {n4}",
  "relationship stage conflict": "die Beziehung ist im Konflikt",
  "{m1} of {m2} potential users are active, {p1}": "{m1} von {m2} möglichen Nutzern sind aktiv, {p1}",
  "{m1} of {m2} licensed seats are used, {p1}": "{m1} von {m2} Lizenzen werden genutzt, {p1}",
  "{n1} of {n2} regions served": "{n1} von {n2} Regionen bedient",
  "{s1}, {s2}, {s3} on {d1}": "{s1}, {s2}, {s3} am {d1}",
  "{s1}, {s2} on {d1}": "{s1}, {s2} am {d1}",
  "{s1} on {d1}": "{s1} am {d1}",
  "tell what comparable companies use us for; ask what they buy elsewhere":
    "erzählen, wofür vergleichbare Unternehmen uns einsetzen; fragen, was sie anderswo kaufen",
  "ask where they buy these today; offer a first order of them":
    "fragen, wo sie das heute kaufen; eine Erstbestellung anbieten",
  "call now: take the order, and add the offer to it":
    "jetzt anrufen: die Bestellung aufnehmen und das Angebot ergänzen",
  "ask whether something is wrong, or somebody else delivers":
    "fragen, ob etwas nicht stimmt oder jemand anders liefert",
  "offer before their season starts": "ein Angebot machen, bevor die Saison des Kunden beginnt",
  "ask what is left of this year's budget, and what goes into the next":
    "fragen, was vom diesjährigen Budget übrig ist und was ins nächste kommt",
  "rescue the relationship if its value pays, else lead it back to a plain transactional one":
    "die Beziehung retten, wenn es sich nach dem Kundenwert lohnt, sonst auf eine reine Transaktionsbeziehung zurückführen",
  "show the teams that do not use it yet what the others get out of it; offer seats for them":
    "den Teams, die es noch nicht nutzen, den Nutzen der anderen zeigen; Lizenzen für sie anbieten",
  "ask who decides in the regions that we do not serve; offer what works in those we do":
    "fragen, wer in den nicht bedienten Regionen entscheidet; anbieten, was sich in den anderen bewährt",
  "ask who does not use it and why; offer training before anything else":
    "fragen, wer es nicht nutzt und warum; vor allem anderen eine Schulung anbieten",
  "show what is new in the range since they last looked": "zeigen, was seither im Sortiment neu ist",
  "ask what has changed, and who gets the rest now": "fragen, was sich geändert hat und wer jetzt den Rest bekommt",
  "ask how it went": "fragen, wie es gelaufen ist",
  "congratulate; ask what they will need for it": "gratulieren; fragen, was dafür gebraucht wird",
  "say what went wrong and what was done about it, before any offer":
    "vor jedem Angebot sagen, was schiefgegangen ist und was dagegen getan wurde",
  "settle the complaint and hear from the customer that it is settled":
    "die Reklamation erledigen und sich das vom Kunden bestätigen lassen",
  "own up to it, make it good, say what changes": "den Fehler eingestehen, wiedergutmachen und sagen, was sich ändert",
  "bring the offer to the review; send the agenda beforehand":
    "das Angebot ins Quartalsgespräch mitnehmen; die Agenda vorab senden",
  "offer the next larger plan before the limit stops their work":
    "den nächstgrößeren Tarif anbieten, bevor die Grenze die Arbeit stoppt",
  "call today: offer to lift the limit": "heute anrufen: anbieten, die Grenze anzuheben",
  "find out who stopped using it and why, and help them back before any offer":
    "herausfinden, wer es nicht mehr nutzt und warum; vor jedem Angebot den Wiedereinstieg erleichtern",
  "thank them; ask what else we could do for people who like us this much":
    "danken; fragen, was wir für so zufriedene Kunden noch tun können",
  "ask for an introduction to colleagues, and for help with the next offer":
    "um eine Empfehlung bei Kollegen und um Unterstützung beim nächsten Angebot bitten",
  "invite them to a reference group, a trial or an interview: they like to be asked":
    "zu Referenzgruppe, Test oder Interview einladen: sie werden gern gefragt",
  "ask for a recommendation: a reference, a visit, a name":
    "um eine Empfehlung bitten: eine Referenz, einen Besuch, einen Namen",
  "call the respondent, hear what is wrong, mend it and report back":
    "den Befragten anrufen, hören, was nicht stimmt, es beheben und Rückmeldung geben",
  "ask for an introduction to the new department; show what the others use":
    "um einen Kontakt in der neuen Abteilung bitten; zeigen, was die anderen nutzen",
  "ask who leads the new region; offer what works in the others":
    "fragen, wer die neue Region leitet; anbieten, was sich in den anderen bewährt",
  "key account plan: grow together": "Key-Account-Plan: gemeinsam wachsen",
  "sales time first: make it an A": "Vertriebszeit zuerst hier: zum A-Kunden machen",
  "key account plan: add the next need": "Key-Account-Plan: den nächsten Bedarf abdecken",
  "visit, offer the next need": "besuchen, den nächsten Bedarf anbieten",
  "protect, add what fits": "absichern, Passendes ergänzen",
  "test the appetite with one offer": "das Interesse mit einem Angebot testen",
  "add what fits when they order": "bei Bestellung Passendes ergänzen",
  "offer by phone and mail": "per Telefon und E-Mail anbieten",
  "assess the potential first": "zuerst das Potenzial einschätzen",
  "keep, spend no selling time": "halten, keine Vertriebszeit aufwenden",
  "keep, serve to standard": "halten, nach Standard betreuen",
  "serve at low cost": "zu niedrigen Kosten betreuen",
  "serve at the lowest cost": "zu den niedrigsten Kosten betreuen",
  "fix price or cost first": "zuerst Preis oder Kosten in Ordnung bringen",
  "phase out": "Geschäftsbeziehung auslaufen lassen",
  "under {m1}": "unter {m1}",
  "{m1} and more": "ab {m1}",
  "{m1} to under {m2}": "{m1} bis unter {m2}",
  unknown: "unbekannt",
  "before {q1}": "vor {q1}",
  "{n1|line|lines} without a customer, {m1} in all: the remainder (no customer)":
    "{n1|Zeile|Zeilen} ohne Kunde, insgesamt {m1}: der Rest (ohne Kunde)",
  "{n1|row|rows} of costs without a customer, {m1} in all; no customer bears them":
    "{n1|Kostenzeile|Kostenzeilen} ohne Kunde, insgesamt {m1}; kein Kunde trägt sie",
  "{n1|answer|answers} without a customer": "{n1|Antwort|Antworten} ohne Kunde",
  "{n1|event|events} without a customer": "{n1|Ereignis|Ereignisse} ohne Kunde",
  "{n1|blank score|blank scores}: invited, not answered":
    "{n1|leere Bewertung|leere Bewertungen}: eingeladen, ohne Antwort",
  "{n1|row|rows} without a currency, taken for {t1}": "{n1|Zeile|Zeilen} ohne Währung, als {t1} gewertet",
  "{n1|row|rows} dated after {d1}, {m1} in all; left out":
    "{n1|Zeile|Zeilen} nach dem {d1} datiert, insgesamt {m1}; nicht berücksichtigt",
  "{n1|row|rows} dated after {d1}; left out": "{n1|Zeile|Zeilen} nach dem {d1} datiert; nicht berücksichtigt",
  "over 64 MB: duplicate rows are looked for by `portfolio check` only":
    "über 64 MB: nur `portfolio check` sucht nach doppelten Zeilen",
  "{n1|row|rows} repeat another row to the last character; counted like any other":
    "{n1|Zeile wiederholt|Zeilen wiederholen} eine andere Zeichen für Zeichen; gezählt wie jede andere",
  "{n1|row|rows} repeat a customer word for word; counted once":
    "{n1|Zeile wiederholt|Zeilen wiederholen} einen Kunden Wort für Wort; einmal gezählt",
  "{n1|row|rows} name no customer; left out": "{n1|Zeile nennt|Zeilen nennen} keinen Kunden; nicht berücksichtigt",
  "{n1|attribute|attributes} could not be read and counts as unknown":
    "{n1|Angabe war|Angaben waren} nicht lesbar und gilt als unbekannt",
  "{n1|attribute|attributes} could not be read and count as unknown":
    "{n1|Angabe war|Angaben waren} nicht lesbar und gelten als unbekannt",
  "{n1|value|values} could not be read and counts as unknown":
    "{n1|Wert war|Werte waren} nicht lesbar und gilt als unbekannt",
  "{n1|value|values} could not be read and count as unknown":
    "{n1|Wert war|Werte waren} nicht lesbar und gelten als unbekannt",
  "{n1|row|rows} could not be read and is left out":
    "{n1|Zeile war|Zeilen waren} nicht lesbar und ist nicht berücksichtigt",
  "{n1|row|rows} could not be read and are left out":
    "{n1|Zeile war|Zeilen waren} nicht lesbar und sind nicht berücksichtigt",
  "{n1|event|events} of a type that is not known; left out":
    "{n1|Ereignis|Ereignisse} unbekannter Art; nicht berücksichtigt",
  "{n1|customer|customers} may go by several ids; they are different customers here":
    "{n1|Kunde hat|Kunden haben} womöglich mehrere Kundennummern; hier sind es verschiedene Kunden",
  "{n1|customer id|customer ids} read like the label of a totals row; if so, delete the row":
    "{n1|Kundennummer liest|Kundennummern lesen} sich wie eine Summenzeile; wenn ja, die Zeile löschen",
  "{n1|customer|customers} not in {t1}": "{n1|Kunde|Kunden} nicht in {t1}",
  "{n1|listed customer|listed customers} without a sales line": "{n1|erfasster Kunde|erfasste Kunden} ohne Umsatzzeile",
  "the last sale is {d1}, {n1} days before the as-of date":
    "der letzte Umsatz ist vom {d1}, {n1} Tage vor dem Stichtag",
  "the sales do not reach back over the whole window after {d1} (the first sale is {d2}); its figures are of a shorter time, growth and trend stay empty":
    "die Umsätze reichen nicht über den ganzen Zeitraum nach dem {d1} zurück (der erste Umsatz ist vom {d2}); die Zahlen gelten für eine kürzere Zeit, Wachstum und Trend bleiben leer",
  "the sales do not reach back to {d1} (the first sale is {d2}): revenue_prior, growth and trend stay empty":
    "die Umsätze reichen nicht bis zum {d1} zurück (der erste Umsatz ist vom {d2}): Vorzeitraum, Wachstum und Trend bleiben leer",
  "column {t1} could be {t2} too; left alone: {t3}": "Spalte {t1} könnte auch {t2} sein; nicht verwendet: {t3}",
  "looks like a costs file: its rows name cost types; read as {t1}, its amounts are revenue. If it is one: --costs {t2}":
    "sieht wie eine Kostendatei aus: die Zeilen nennen Kostenarten; als {t1} gelesen, zählen die Beträge als Umsatz. Wenn sie eine ist: --costs {t2}",
  "{n1|customer|customers}: potential_grade k, an old name of grade c: read as c":
    "{n1|Kunde|Kunden}: potential_grade k, ein alter Name der Stufe c: als c gelesen",
  "{n1|customer|customers}: potential_grade is none of a, b, c, d: unknown":
    "{n1|Kunde|Kunden}: potential_grade ist keine der Stufen a, b, c, d: unbekannt",
  "{n1|customer|customers}: driver is none of expansion, widening, efficiency: unknown":
    "{n1|Kunde|Kunden}: driver ist weder expansion noch widening noch efficiency: unbekannt",
  "{n1|customer|customers}: the wallet is below the own revenue: counts as equal to it, so nothing is left to win":
    "{n1|Kunde|Kunden}: der Gesamtbedarf liegt unter dem eigenen Umsatz: gilt als gleich hoch, es ist also nichts mehr zu gewinnen",
  "{n1|customer|customers} under several names; the latest counts":
    "{n1|Kunde|Kunden} unter mehreren Namen; der neueste gilt",
  "{n1|customer|customers} under several {t1}; the latest counts":
    "{n1|Kunde|Kunden} mit mehreren Werten ({t1}); der neueste gilt",
  "{n1|customer|customers} under another name in {t1}; the name listed here counts":
    "{n1|Kunde|Kunden} mit anderem Namen in {t1}; der Name in dieser Datei gilt",
  "{n1|customer|customers} under another {t1} in {t2}; the {t3} listed here counts":
    "{n1|Kunde|Kunden} mit anderem Wert ({t1}) in {t2}; der Wert in dieser Datei gilt ({t3})",
  "{n1|file|files} not used: the name says no role; name a file with --sales, --costs, --nps, --customers or --events":
    "{n1|Datei|Dateien} nicht verwendet: der Name verrät ihren Inhalt nicht; mit --sales, --costs, --nps, --customers oder --events angeben",
  "{n1|file|files} not used: written by this program, and no export":
    "{n1|Datei|Dateien} nicht verwendet: von diesem Programm geschrieben, kein Export",
  "{t1} is blank": "{t1} ist leer",
  "{t1} is not a date": "{t1} ist kein Datum",
  "{t1} is not a discount": "{t1} ist kein Rabatt",
  "{t1} is not a number": "{t1} ist keine Zahl",
  "{t1} is not a score": "{t1} ist keine Bewertung",
  "{t1} is not known": "{t1} ist nicht bekannt",
};
