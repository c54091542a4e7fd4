import type { Role } from "./columns.ts";

/**
 * Names of one column, best first: each entry is one rank, its names separated by commas. The column's own name is rank 0 and
 * not listed; the first entry is rank 1. Names are written as people write them; case, spaces, punctuation and accents do
 * not matter. Within a role no name has one rank in two columns (a test walks the lists).
 */
type Ranks = readonly string[];

/** English; Norwegian; Swedish; Danish; German; French. */
const customerId: Ranks = [
  `customer no, customer number, customer nr, customer code, customer key, cust id, cust no, client id, client no, client number, client code, buyer id,
   kundenr, kundenummer, kunde-id, kundekode, kundnr, kundnummer, kund-id, kundkod,
   Kundennr, Kundennummer, Kunden-ID, Kd-Nr, KdNr, KD-Nummer, Kundenkennung, Debitorennummer, Debitorennr, Debitor Nr, debitornr, debitornummer,
   ID client, n° client, no client, num client, numéro client, numéro de client, code client, identifiant client, référence client`,
  "account id, account no, company id, company no, organisation id, organization id, crm id, kontonummer kunde, firma-id, Firmennummer, bedrifts-id, företags-id, virksomheds-id, ID société, ID entreprise",
  "customer, client, kunde, kund, Debitor, buyer, acheteur, kjøper, köpare, køber, Käufer",
  "account, company, organisation, organization",
];

const customerName: Ranks = [
  `customer name, client name, account name, name of customer,
   kundenavn, kundens navn, kundnamn, Kundenname, Name des Kunden, Kundenbezeichnung, nom client, nom du client, raison sociale`,
  `company name, organisation name, organization name, firmanavn, bedriftsnavn, selskapsnavn, företagsnamn, bolagsnamn, virksomhedsnavn, Firmenname, Firmierung,
   nom de l'entreprise, nom de la société, nom société`,
];

const segment: Ranks = [
  `customer segment, market segment, client segment, kundesegment, markedssegment, kundsegment, marknadssegment, Kundensegment, Marktsegment, segment client, segment de clientèle`,
  `customer group, client group, kundegruppe, kundgrupp, Kundengruppe, groupe client, groupe de clients`,
  `customer type, customer category, kundetype, kundekategori, kundtyp, Kundentyp, Kundenart, Kundenkategorie, type de client, type client, catégorie client, tier`,
];

const industry: Ranks = [
  `industry sector, industry name, bransje, næring, bransch, näringsgren, branche, Industrie, Wirtschaftszweig, secteur, secteur d'activité, branche d'activité`,
  "sector, vertical, sektor, Sparte",
];

const region: Ranks = [
  `sales region, regjon, salgsregion, försäljningsregion, Verkaufsregion, Vertriebsregion, Vertriebsgebiet, région, région de vente`,
  `territory, sales territory, district, area, distrikt, salgsdistrikt, salgsområde, område, Gebiet, Bezirk, territoire, secteur géographique`,
  "county, state, province, fylke, landsdel, län, landskap, Bundesland, Kanton",
];

const country: Ranks = [
  `country name, country code, customer country, nation, land, landkode, landnavn, landskod, Ländercode, Länderkennzeichen, pays, code pays, nom du pays, pays client`,
  "billing country, ship country",
];

const department: Ranks = [
  `dept, avdeling, avdelning, afdeling, Abteilung, département, service`,
  "business unit, team, enhet, enhed, forretningsenhet, affärsenhet, Geschäftsbereich, Bereich, unité",
];

const currency: Ranks = [
  `currency code, curr, ccy, currency iso, iso currency, valuta, valutakode, valutakod, valutasort, Währung, Währungscode, Währungsschlüssel, devise, code devise, monnaie`,
];

const names: Readonly<Record<Role, Readonly<Record<string, Ranks>>>> = {
  sales: {
    customer_id: customerId,
    customer_name: [
      ...customerName,
      "name, navn, namn, nom",
      "kunde, kund, customer, client, firma, selskap, bedrift, bolag, företag, virksomhed, Unternehmen, société, entreprise",
      "company, account",
    ],
    // Which day a sale counts for: its own, else the invoice's, else the order's. Dates of dispatch or payment are neither.
    date: [
      `sale date, sales date, date of sale, transaction date, purchase date, salgsdato, transaksjonsdato, kjøpsdato, dato, försäljningsdatum, transaktionsdatum, köpdatum, datum,
       transaktionsdato, købsdato, Verkaufsdatum, Transaktionsdatum, Kaufdatum, Umsatzdatum, date de vente, date d'achat, date de transaction`,
      `invoice date, invoiced date, date invoiced, billing date, fakturadato, faktureringsdato, fakturadatum, faktureringsdatum, Rechnungsdatum, Fakturadatum, Fakturierungsdatum, date de facture, date de facturation, date facture`,
      `order date, ordered date, date ordered, order day, ordredato, bestillingsdato, orderdatum, beställningsdatum, bestilt dato, Bestelldatum, Auftragsdatum, date de commande, date commande`,
      `posting date, document date, booking date, bokføringsdato, bilagsdato, bokföringsdatum, verifikationsdatum, bogføringsdato, Buchungsdatum, Belegdatum, date comptable, date de comptabilisation, date de pièce`,
      "timestamp, datetime, date time, day, dag, Tag, jour, tidspunkt, Zeitpunkt",
    ],
    // Net of VAT. Names that say net come before names that leave it open; names that say gross are never taken (see `offered`).
    amount: [
      `net amount, amount net, net sales, net revenue, net value, net total, line net amount, amount excl vat, amount ex vat, amount excluding vat, total excl vat, revenue excl vat, sales excl vat,
       nettobeløp, beløp netto, netto, netto beløp, nettoomsetning, netto omsetning, nettosalg, beløp eks mva, beløp ekskl mva, beløp uten mva, beløp ex mva, omsetning eks mva, sum eks mva, linjebeløp eks mva,
       nettobelopp, belopp netto, nettoomsättning, belopp exkl moms, belopp ex moms, omsättning exkl moms, summa exkl moms,
       nettobeløb, beløb netto, nettoomsætning, beløb ekskl moms, beløb ex moms, beløb uden moms, omsætning ekskl moms,
       Nettobetrag, Betrag netto, Nettoumsatz, Umsatz netto, Nettowert, Netto-Erlös, Nettoerlös, Betrag ohne MwSt, Betrag exkl MwSt, Umsatz ohne MwSt,
       montant net, montant HT, montant hors taxe, montant hors taxes, montant H.T., CA HT, CA net, chiffre d'affaires HT, chiffre d'affaires net, total HT, ventes HT, ventes nettes`,
      `revenue, sales, sales amount, sales value, sales revenue, turnover, line amount, invoice amount, order amount, invoiced amount,
       beløp, omsetning, salg, salgsbeløp, salgsverdi, salgsinntekt, salgsinntekter, inntekt, linjebeløp, fakturabeløp, fakturert beløp, ordrebeløp,
       belopp, omsättning, försäljning, försäljningsbelopp, försäljningsvärde, intäkt, radbelopp, fakturabelopp, orderbelopp,
       beløb, omsætning, salgsbeløb, salgsværdi, indtægt, fakturabeløb, ordrebeløb, linjebeløb,
       Betrag, Umsatz, Umsatzbetrag, Verkaufsbetrag, Verkaufserlös, Erlös, Erlöse, Umsatzerlös, Umsatzerlöse, Rechnungsbetrag, Positionsbetrag, Auftragswert, Verkäufe,
       montant, montant des ventes, montant de la vente, montant vente, montant facturé, montant facture, ventes, vente, chiffre d'affaires, chiffre d'affaire, CA, recettes`,
      `total, total amount, line total, order total, invoice total, total sales, total revenue, sum, totalt, totalbeløp, linjesum, sum beløp, summa, totalbelopp, radsumma, totalbeløb, i alt,
       Summe, Gesamt, Gesamtbetrag, Gesamtsumme, Gesamtpreis, Zeilensumme, Positionssumme, montant total, total ligne, somme`,
    ],
    quantity: [
      `qty, quantity sold, quantity invoiced, units, units sold, no of units, number of units, antall, antall solgt, kvantum, antal, antal enheter, kvantitet, antal solgt, antal enheder, mængde, mängd,
       Menge, Anzahl, Stückzahl, Verkaufsmenge, quantité, qté, quantités, quantité vendue, nombre d'unités`,
      "pieces, pcs, mengde, Stück, stk, st, styck",
    ],
    unit_price: [
      `price per unit, price each, unit net price, net unit price, enhetspris, pris per enhet, stykkpris, stk pris, à-pris, styckpris, pris per styck, enhedspris, stykpris, pris pr enhed, pris pr stk,
       Einzelpreis, Stückpreis, Preis pro Stück, Preis pro Einheit, Nettopreis, Netto-Einzelpreis, prix unitaire, prix unitaire HT, PU, PU HT`,
      "price, sales price, selling price, pris, salgspris, försäljningspris, Preis, Verkaufspreis, VK-Preis, prix, prix de vente",
    ],
    discount: [
      `discount %, discount pct, discount percent, discount rate, rabatt, rabatt %, rabattprosent, rabattsats, rabattprocent, rabat, rabat %, rabatprocent, Rabattsatz, Nachlass, Nachlass %, remise, remise %, taux de remise, rabais`,
    ],
    order_id: [
      `order no, order number, order nr, order code, sales order, sales order no, sales order number, ordre-id, ordrenr, ordrenummer, bestillingsnr, bestillingsnummer, order-id, ordernr, ordernummer, beställningsnummer,
       Auftragsnummer, Auftragsnr, Auftrags-ID, Bestellnummer, Bestellnr, Bestell-ID, ID commande, n° commande, no commande, numéro de commande, numéro commande, référence commande`,
      `invoice, invoice no, invoice number, invoice nr, invoice id, fakturanr, fakturanummer, faktura-id, faktura, Rechnungsnummer, Rechnungsnr, Rechnungs-ID, n° facture, no facture, numéro de facture, numéro facture, ID facture`,
      `order, ordre, Auftrag, Bestellung, commande, transaction id, transaction no, transaction number, receipt no, receipt number, document no, document number, voucher no, bilagsnr, bilagsnummer, verifikationsnummer, bilag,
       Belegnummer, Belegnr, Transaktionsnummer, n° pièce, numéro de pièce, ID transaction`,
    ],
    // A code names a product for good; names change with spelling.
    product: [
      "item, article, vare, produkt, artikkel, artikel, vara, produit",
      `product id, product no, product number, product code, item no, item number, item id, item code, article no, article number, sku, stock code, part number,
       varenr, varenummer, varekode, produktnr, produktnummer, produktkode, produkt-id, artikkelnr, artikkelnummer, varunummer, artikelnr, artikelnummer, produktkod, artikel-id, Produktcode,
       ID produit, code produit, référence produit, numéro de produit, code article, référence article, numéro d'article, référence`,
      `product name, item name, article name, item description, product description, description, varenavn, varetekst, varebeskrivelse, produktnavn, artikkelnavn, beskrivelse, varunamn, produktnamn, artikelnamn, benämning, beskrivning, artikelbenämning,
       Produktname, Produktbezeichnung, Artikelname, Artikelbezeichnung, Bezeichnung, Beschreibung, nom du produit, nom produit, désignation, libellé, libellé produit, libellé article`,
    ],
    category: [
      `product category, item category, kategori, produktkategori, varekategori, varukategori, Kategorie, Produktkategorie, Artikelkategorie, Warenkategorie, catégorie, catégorie produit, catégorie de produit`,
      `product group, item group, product line, product family, varegruppe, produktgruppe, produktlinje, varugrupp, produktgrupp, Warengruppe, Produktgruppe, Artikelgruppe, Produktlinie, famille, famille de produits, famille produit, groupe de produits, gamme`,
      "product type, product area, produkttype, produktområde, produkttyp, type de produit, rayon",
    ],
    segment,
    industry,
    region,
    country,
    department,
    currency,
    // Of the whole line. Costs of a unit (cost price, kostpris, Einstandspreis) are something else: see `offered`.
    cost: [
      `cogs, cost of goods, cost of goods sold, cost of sales, cost amount, line cost, total cost, varekost, varekostnad, vareforbruk, kostbeløp, varukostnad, kostnad såld vara, vareforbrug, vareomkostning,
       Wareneinsatz, Warenkosten, Einstandswert, Herstellkosten, coût des ventes, coût des marchandises, coût des marchandises vendues, coût d'achat`,
      "costs, kostnad, kostnader, kost, omkostning, omkostninger, Kosten, coût, coûts",
    ],
    profit: [
      `gross profit, profit amount, margin amount, contribution, dekningsbidrag, bruttofortjeneste, fortjeneste, bruttovinst, täckningsbidrag, dækningsbidrag, bruttoavance, avance, fortjeneste beløp,
       Deckungsbeitrag, Rohertrag, Bruttogewinn, Rohgewinn, Gewinn, bénéfice, bénéfice brut, profit brut, marge brute`,
      "vinst, resultat, Ertrag, gewinn betrag, résultat",
    ],
    salesperson: [
      `sales person, sales rep, sales representative, salesman, seller, sales agent, sold by, selger, selgernavn, säljare, sælger, Verkäufer, Vertreter, Außendienst, Vertriebsmitarbeiter, vendeur, commercial, représentant, agent commercial`,
      "account manager, key account manager, KAM, rep, kundeansvarlig, kundansvarig, Kundenbetreuer, Betreuer, chargé de compte, owner, account owner",
    ],
    status: [
      `order status, invoice status, sales status, ordrestatus, fakturastatus, orderstatus, Auftragsstatus, Bestellstatus, Rechnungsstatus, statut, statut commande, statut de la commande, état, état commande, état de la commande`,
    ],
  },

  costs: {
    customer_id: customerId,
    date: [
      `cost date, posting date, booking date, transaction date, dato, kostnadsdato, bokføringsdato, føringsdato, datum, kostnadsdatum, bokföringsdatum, omkostningsdato, bogføringsdato, Kostendatum, Buchungsdatum, Buchungstag, date comptable, date du coût, date de comptabilisation, date d'imputation`,
      `document date, invoice date, voucher date, bilagsdato, fakturadato, verifikationsdatum, fakturadatum, Belegdatum, Rechnungsdatum, date de pièce, date de facture`,
      "entry date, period, timestamp, day, periode, dag, Tag, jour, période",
    ],
    amount: [
      `net amount, cost amount, amount net, amount excl vat, amount ex vat, kostnadsbeløp, nettobeløp, beløp eks mva, kostnadsbelopp, nettobelopp, belopp exkl moms, omkostningsbeløb, nettobeløb, beløb ekskl moms,
       Kostenbetrag, Nettobetrag, Betrag netto, montant net, montant HT, montant du coût, montant hors taxe, coût HT`,
      `cost, costs, expense, expenses, expense amount, beløp, kostnad, kostnader, kost, utgift, belopp, utgift belopp, beløb, omkostning, omkostninger, udgift, Betrag, Kosten, Aufwand, Ausgabe, montant, coût, coûts, dépense, charge`,
      "total, total cost, total amount, sum, totalt, totalbeløp, summa, totalbelopp, totalbeløb, Summe, Gesamtbetrag, Gesamtkosten, coût total, montant total",
    ],
    type: [
      `cost type, cost category, expense type, type of cost, kostnadstype, kostnadskategori, kostnadsart, kostnadstyp, kostnadsslag, omkostningstype, omkostningsart, Kostenart, Kostentyp, Kostenkategorie, type de coût, type de frais, nature du coût, nature de charge`,
      "kind, typ, art, nature, category, kategori, Kategorie, catégorie",
    ],
    currency,
  },

  nps: {
    customer_id: customerId,
    date: [
      `response date, survey date, answer date, answered at, responded at, submitted at, date of response, completed at, dato, svardato, besvart dato, undersøkelsesdato, datum, svarsdatum, enkätdatum, undersøgelsesdato, besvaret dato,
       Antwortdatum, Umfragedatum, Befragungsdatum, date de réponse, date réponse, date de l'enquête, date d'enquête`,
      "date received, received at, received, created at, timestamp, submit date, end date, mottatt, mottatt dato, mottagen, modtaget, Eingangsdatum, date de réception, horodatage, tidspunkt, Zeitstempel",
      // The typing error stands in a widely used export.
      "data received, day, dag, Tag, jour",
    ],
    score: [
      `nps score, nps rating, nps value, nps-score, nps svar, nps betyg, nps-poeng, nps poäng, NPS-Wert, NPS Bewertung, note NPS, score NPS, likelihood to recommend, ltr, recommendation score, recommendation, anbefaling, anbefalingsscore, Weiterempfehlung, Weiterempfehlungswert, recommandation, note de recommandation`,
      `nps, rating, karakter, poengsum, poeng, vurdering, betyg, poäng, bedømmelse, Bewertung, Punktzahl, Punkte, évaluation`,
      "answer, response, value, svar, Antwort, Wert, réponse",
    ],
    respondent: [
      `respondent id, respondent name, respondent email, contact id, svarperson, respondent-id, svarande, svarperson id, Teilnehmer, Teilnehmer-ID, Befragter, Umfrageteilnehmer, répondant, ID répondant, participant, participant id`,
      `contact, contact person, kontakt, kontaktperson, kontakt-id, Ansprechpartner, Kontaktperson, personne de contact, interlocuteur`,
      `email, e-mail, email address, contact email, e-post, epost, e-postadress, E-Mail-Adresse, courriel, adresse e-mail`,
      "contact name, person, user, user id, kontaktnavn, kontaktnamn, Kontaktname, nom du contact, utilisateur, bruker, användare, bruger, Nutzer",
    ],
    role: [
      `job role, job title, contact role, position, rolle, stilling, stillingstittel, roll, befattning, jobbtitel, jobtitel, stillingsbetegnelse, Funktion, rôle, fonction, poste`,
      "title, tittel, titel, titre, jobb, Beruf",
    ],
    seniority: [
      `seniority level, job level, management level, senioritet, stillingsnivå, befattningsnivå, stillingsniveau, Senioritätsstufe, Hierarchieebene, Hierarchiestufe, Führungsebene, niveau hiérarchique, séniorité`,
      "level, nivå, niveau, Ebene",
    ],
    department,
    region,
    comment: [
      `comments, feedback, verbatim, nps comment, survey comment, free text, kommentar, kommentarer, tilbakemelding, fritekst, synpunkter, återkoppling, fritext, tilbagemelding, Kommentare, Rückmeldung, Freitext, commentaire, commentaires, retour, verbatim client`,
      "remark, remarks, notes, text, reason, merknad, begrunnelse, anmärkning, motivering, bemærkning, begrundelse, Anmerkung, Bemerkung, Begründung, remarque, remarques, raison",
    ],
  },

  customers: {
    customer_id: [
      ...customerId.slice(0, 2),
      "id, number, no, nr, nummer, numéro",
      "customer, client, kunde, kund, Debitor, account",
    ],
    name: [
      ...customerName,
      "navn, namn, nom, company, firma, selskap, bedrift, bolag, företag, virksomhed, Unternehmen, société, entreprise",
      "organisation, organization",
      "kunde, kund, customer, client, account",
    ],
    segment,
    industry,
    employees: [
      `no of employees, number of employees, employee count, employees count, num employees, headcount, staff, fte, company size, size, ansatte, antall ansatte, årsverk, anställda, antal anställda, medarbetare, antal medarbetare,
       antal ansatte, medarbejdere, antal medarbejdere, Mitarbeiter, Mitarbeiterzahl, Mitarbeiteranzahl, Anzahl Mitarbeiter, Beschäftigte, Anzahl Beschäftigte, Firmengröße, Unternehmensgröße,
       employés, nombre d'employés, nombre de salariés, salariés, effectif, effectifs, taille de l'entreprise`,
      "employees range, employee range, size band, bedriftsstørrelse, företagsstorlek, virksomhedsstørrelse, tranche d'effectif",
    ],
    company_revenue: [
      `revenue of company, company turnover, firm revenue, selskapets omsetning, bedriftens omsetning, firmaomsetning, företagets omsättning, bolagets omsättning, virksomhedens omsætning,
       Unternehmensumsatz, Firmenumsatz, Jahresumsatz des Kunden, chiffre d'affaires de l'entreprise, CA de l'entreprise, CA entreprise`,
      "annual revenue, annual turnover, årsomsetning, årsomsättning, årsomsætning, Jahresumsatz, chiffre d'affaires annuel, CA annuel",
    ],
    country,
    region,
    legal_form: [
      `company form, legal entity type, selskapsform, organisasjonsform, bolagsform, företagsform, selskabsform, virksomhedsform, Rechtsform, Gesellschaftsform, forme juridique, statut juridique`,
      "company type, entity type, Firmentyp, type de société",
    ],
    founded: [
      `founded year, year founded, founding year, founding date, date founded, established, incorporated, incorporation date, stiftet, stiftelsesår, stiftelsesdato, grundlagt, etablert, etableringsår, grundad, grundat, grundår, registreringsår, etableret, etableringsdato,
       gegründet, Gründung, Gründungsjahr, Gründungsdatum, fondée, fondé, année de création, année de fondation, date de création`,
    ],
    since: [
      `customer since, client since, active since, first contract, kunde siden, kunde fra, kund sedan, kund från och med, kund från, kunde siden dato, Kunde seit, Kunde ab, client depuis, cliente depuis`,
      `activation date, activated, signup date, sign up date, onboarding date, start date, contract start, contract start date, subscription start, startdato, avtalestart, kontraktstart, aktivert dato, startdatum, avtalsstart, aftalestart, aktiveringsdato, Startdatum, Vertragsbeginn, Aktivierungsdatum, Vertragsstart, date d'activation, date de début, début de contrat, début du contrat`,
      "from, start, created, created at, create date, date created, fra, fra dato, opprettet, från, från datum, skapad, oprettet, von, ab, erstellt am, angelegt am, depuis",
    ],
    until: [
      `customer until, churn date, churned, churned at, churned on, cancellation date, cancelled at, canceled at, termination date, kunde til, oppsagt, oppsagt dato, oppsigelsesdato, kund till, uppsagd, uppsägningsdatum, opsagt, opsigelsesdato,
       Kunde bis, gekündigt, gekündigt am, gekündigt zum, Kündigungsdatum, client jusqu'à, client jusqu'au, date de résiliation, résilié le`,
      `end date, contract end, contract end date, subscription end, sluttdato, avtaleslutt, kontraktslutt, slutdatum, avtalsslut, slutdato, aftaleslut, Enddatum, Vertragsende, date de fin, fin de contrat, fin du contrat`,
      "to, end, ended, til, til dato, avsluttet, till, till datum, avslutad, afsluttet, bis, beendet, jusqu'à, jusqu'au",
    ],
    churn_reason: [
      `reason for leaving, reason for churn, cancellation reason, lost reason, termination reason, oppsigelsesgrunn, oppsigelsesårsak, sluttårsak, frafallsårsak, uppsägningsorsak, uppsägningsanledning, opsigelsesårsag, Kündigungsgrund, Abwanderungsgrund, Grund der Kündigung, motif de résiliation, motif de départ, raison du départ, cause de résiliation`,
    ],
    owner: [
      `account owner, account manager, key account manager, KAM, customer owner, customer manager, responsible, kundeansvarlig, ansvarlig, kundeeier, kundansvarig, ansvarig, kontoansvarig, Kundenbetreuer, Kundenverantwortlicher, Kundenmanager, Betreuer, Verantwortlicher, chargé de compte, chargé de clientèle, responsable, responsable client, responsable de compte, gestionnaire de compte`,
      "salesperson, sales rep, sales representative, csm, customer success manager, selger, säljare, sælger, Verkäufer, Vertriebsmitarbeiter, commercial, vendeur",
    ],
    source: [
      `lead source, acquisition source, acquisition channel, customer source, marketing source, kundekilde, leadkilde, kundkälla, leadkälla, Leadquelle, Kundenquelle, Akquisekanal, canal d'acquisition, source d'acquisition, source du prospect`,
      "channel, origin, kilde, kanal, opphav, källa, ursprung, Quelle, Herkunft, canal, origine, provenance",
    ],
    contract_months: [
      `contract term months, contract length months, contract duration months, term months, kontraktsmåneder, avtalemåneder, avtalstid månader, kontraktmåneder, Vertragslaufzeit Monate, Vertragsmonate, Laufzeit Monate, Laufzeit in Monaten, durée du contrat mois, mois de contrat`,
      `contract term, contract length, contract duration, kontraktslengde, kontraktstid, avtaletid, avtalelengde, avtalstid, avtalslängd, kontraktlængde, aftaleperiode, Vertragslaufzeit, Vertragsdauer, durée du contrat, durée contrat, durée d'engagement`,
    ],
    potential_grade: [
      `potential class, potential rating, potential score, grade of potential, potensialklasse, potensialkarakter, potensialgrad, potentialklass, potentialbetyg, potentialeklasse, potentialegrad, Potenzialklasse, Potentialklasse, Potenzialstufe, classe de potentiel, niveau de potentiel, note de potentiel`,
    ],
    potential_growth_pct: [
      `potential growth, potential growth percent, growth potential, growth potential pct, vekstpotensial, vekstpotensial prosent, potensiell vekst, tillväxtpotential, potentiell tillväxt, vækstpotentiale, potentiel vækst, Wachstumspotenzial, Wachstumspotential, potenzielles Wachstum, potentiel de croissance, croissance potentielle`,
    ],
    potential_revenue: [
      `revenue potential, sales potential, potential sales, potential turnover, potential amount, potensiell omsetning, omsetningspotensial, salgspotensial, potentiell omsättning, omsättningspotential, försäljningspotential, potentiel omsætning, omsætningspotentiale, salgspotentiale,
       Umsatzpotenzial, Umsatzpotential, potenzieller Umsatz, potentieller Umsatz, chiffre d'affaires potentiel, CA potentiel, potentiel de chiffre d'affaires, potentiel de ventes, ventes potentielles`,
      "potential, potential value, potensial, potensialverdi, potentiale, Potenzial, potentiel",
    ],
    wallet: [
      `wallet size, customer wallet, customer spend, total spend, total customer spend, annual spend, lommebok, totalt innkjøp, totale innkjøp, innkjøpsvolum, totala inköp, inköpsvolym, samlet indkøb, indkøbsvolumen, Einkaufsvolumen, Gesamtbedarf, Kundenbudget, Gesamtausgaben, volume d'achats, volume d'achat, dépense totale, dépenses totales`,
    ],
    driver: [
      `growth driver, potential driver, vekstdriver, potensialdriver, tillväxtdrivare, drivkraft, vækstdriver, Wachstumstreiber, Potenzialtreiber, Treiber, moteur de croissance, levier de croissance, levier`,
    ],
    refused: [
      `refused offers, refused offer, offer refused, declined, declined offers, no offers, takket nei, avslått, avslår tilbud, tackat nej, avböjt, avvisat, afvist, takket nej, abgelehnt, Angebot abgelehnt, lehnt ab, refusé, a refusé, refus, offre refusée`,
    ],
    active_users: [
      `users active, seats used, used seats, licenses used, licences used, used licenses, used licences, seats in use, aktive brukere, brukte lisenser, lisenser i bruk, aktiva användare, använda licenser, aktive brugere, brugte licenser,
       aktive Nutzer, aktive Benutzer, aktive Anwender, genutzte Lizenzen, verwendete Lizenzen, belegte Lizenzen, utilisateurs actifs, licences utilisées, nombre d'utilisateurs actifs`,
      "users, number of users, brukere, antall brukere, användare, antal användare, brugere, antal brugere, Nutzer, Benutzer, Anzahl Nutzer, utilisateurs, nombre d'utilisateurs",
    ],
    potential_users: [
      `possible users, addressable users, total potential users, max users, potensielle brukere, mulige brukere, potentiella användare, möjliga användare, potentielle brugere, mulige brugere, potenzielle Nutzer, potentielle Nutzer, mögliche Nutzer, potenzielle Benutzer, utilisateurs potentiels, utilisateurs possibles`,
    ],
    licensed_seats: [
      `seats, licensed users, license count, licence count, licenses, licences, number of licenses, number of seats, purchased seats, seats purchased, seats licensed, lisenser, antall lisenser, kjøpte lisenser, licenser, antal licenser, köpta licenser, købte licenser,
       Lizenzen, Anzahl Lizenzen, Lizenzanzahl, gekaufte Lizenzen, nombre de licences, licences achetées, sièges, nombre de sièges`,
    ],
    regions_served: [
      `served regions, regions supplied, regions covered, regioner vi leverer til, regioner betjent, betjente regioner, betjänade regioner, regioner som betjänas, belieferte Regionen, bediente Regionen, régions desservies, régions servies`,
    ],
    regions_present: [
      `regions, number of regions, customer regions, regions of customer, regioner, antall regioner, regioner til stede, antal regioner, kundens regioner, Regionen, Anzahl Regionen, Regionen des Kunden, régions, nombre de régions, régions présentes, régions du client`,
    ],
    usage: [
      "consumption, current usage, forbruk, bruk, förbrukning, användning, forbrug, brug, Nutzung, Verbrauch, utilisation, consommation, usage actuel",
    ],
    usage_limit: [
      `usage quota, usage cap, plan limit, bruksgrense, forbruksgrense, förbrukningsgräns, användningsgräns, forbrugsgrænse, Nutzungslimit, Nutzungsgrenze, Verbrauchsgrenze, limite d'utilisation, limite d'usage, limite de consommation, plafond d'utilisation`,
      "limit, quota, cap, grense, kvote, gräns, kvot, grænse, Grenze, Kontingent, limite, plafond",
    ],
    trust: ["trust score, tillit, tillitsscore, förtroende, tillid, Vertrauen, confiance"],
    commitment: [
      "commitment score, forpliktelse, engasjement, åtagande, engagemang, forpligtelse, engagement, Bindung, Verbundenheit, Verpflichtung",
    ],
    dependence: ["dependency, dependence score, avhengighet, beroende, afhængighed, Abhängigkeit, dépendance"],
    norms: [
      "relational norms, norms score, normer, relasjonelle normer, relationsnormer, Normen, Beziehungsnormen, normes, normes relationnelles",
    ],
    fiscal_year_start: [
      `fiscal year begin, start of fiscal year, financial year start, fy start, regnskapsår start, regnskapsårets start, start regnskapsår, räkenskapsår start, räkenskapsårets början, räkenskapsårets start, regnskabsår start, regnskabsårets start,
       Geschäftsjahresbeginn, Beginn Geschäftsjahr, Beginn des Geschäftsjahres, Wirtschaftsjahr Beginn, début d'exercice, début de l'exercice, début exercice, début exercice fiscal`,
    ],
  },

  events: {
    customer_id: customerId,
    date: [
      `event date, date of event, occurred at, occurred on, happened at, hendelsesdato, dato, händelsedatum, datum, hændelsesdato, Ereignisdatum, Datum des Ereignisses, date de l'événement, date d'événement, date événement`,
      "created at, created, timestamp, datetime, time, activity date, opprettet, tidspunkt, tid, skapad, oprettet, Zeitpunkt, Zeitstempel, erstellt am, créé le, horodatage",
      "day, dag, Tag, jour",
    ],
    type: [
      `event type, event, event name, kind of event, hendelse, hendelsestype, händelse, händelsetyp, hændelse, hændelsestype, Ereignis, Ereignistyp, Ereignisart, événement, type d'événement, type événement`,
      "kind, activity, activity type, action, typ, art, aktivitet, Aktivität, Vorgang, activité, nature",
    ],
    value: [
      "event value, quantity, verdi, värde, værdi, Wert, valeur",
      "amount, number, count, antall, beløp, antal, belopp, beløb, Anzahl, Betrag, nombre, montant, quantité",
    ],
    limit: ["usage limit, quota, cap, max, grense, gräns, grænse, Grenze, Limit, Kontingent, limite, plafond"],
    person: [
      `person name, contact, contact person, contact name, kontakt, kontaktperson, navn på person, Ansprechpartner, Kontaktperson, personne, interlocuteur, personne de contact`,
      "user, user name, owner, new owner, bruker, ansvarlig, användare, ansvarig, bruger, Nutzer, Benutzer, Verantwortlicher, utilisateur, responsable",
    ],
    department,
    region,
    note: [
      `notes, comment, comments, remark, remarks, merknad, notat, kommentar, anteckning, anmärkning, bemærkning, Notiz, Notizen, Bemerkung, Anmerkung, remarque, remarques, commentaire, commentaires`,
      "description, details, text, subject, beskrivelse, emne, beskrivning, ämne, Beschreibung, Betreff, description de l'événement, objet, détails",
    ],
  },
};

/**
 * Names that are close to a column's meaning but not it: amounts with VAT, costs of a unit, margins that may be percent.
 * They are never taken by themselves; they are what the hint offers where nothing else fits.
 */
const similar: Readonly<Record<string, string>> = {
  amount: `gross amount, gross sales, gross revenue, gross value, gross total, amount incl vat, amount inc vat, amount including vat, total incl vat, brutto, bruttobeløp, bruttoomsetning, beløp inkl mva, sum inkl mva, bruttobelopp, belopp inkl moms, bruttobeløb, beløb inkl moms,
    Bruttobetrag, Bruttoumsatz, Betrag brutto, Umsatz brutto, Betrag inkl MwSt, montant TTC, montant brut, total TTC, CA TTC, price, value, verdi, pris, värde, værdi, Wert, Preis, prix, valeur, mrr, arr`,
  customer_id:
    "org nr, organisasjonsnummer, organisationsnummer, cvr, cvr-nummer, siren, siret, vat number, USt-IdNr, account number, kontonummer, kontonr, Konto, Kontonummer, numéro de compte, compte, user id, email",
  date: "delivery date, ship date, shipping date, due date, payment date, leveringsdato, forfallsdato, leveransdatum, förfallodatum, forfaldsdato, Lieferdatum, Fälligkeitsdatum, date d'expédition, date de livraison, date d'échéance, month, year, måned, månad, Monat, mois",
  score: "note, Note, grade, csat, ces, satisfaction, tilfredshet, Zufriedenheit",
  cost: "cost price, unit cost, purchase price, kostpris, innkjøpspris, inköpspris, indkøbspris, Einkaufspreis, Einstandspreis, EK-Preis, prix d'achat, prix de revient",
  profit: "margin, gross margin, margin %, margin pct, margin percent, marge, marginal, margin prosent",
};

/** The names of a column by rank: `[0]` are those of rank 1. Empty where it has only its own. */
export const namesOf = (role: Role, column: string): readonly (readonly string[])[] =>
  (names[role][column] ?? []).map(split);

/** Names that the hint for a missing column offers, though they are never taken by themselves. */
export const similarNames = (column: string): readonly string[] => split(similar[column] ?? "");

const split = (list: string): string[] =>
  list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
