import { describe, expect, it } from "vitest";
import { UserError } from "../../src/base/errors.ts";
import { namesOf, similarNames } from "../../src/ingest/aliases.ts";
import { columnsOf, type Role, roles } from "../../src/ingest/columns.ts";
import { countKnownHeaders, mapHeaders, normalizeHeader, parseMapOption } from "../../src/ingest/mapping.ts";

const place = { file: "f.csv", line: 1 };
const run = (role: Role, headers: readonly string[], explicit: Record<string, string> = {}) =>
  mapHeaders(role, headers, new Map(Object.entries(explicit)), place);
/** Our names with the headers they got. */
const mapped = (role: Role, headers: readonly string[], explicit: Record<string, string> = {}) =>
  Object.fromEntries([...run(role, headers, explicit).mapping].map(([column, index]) => [column, headers[index]]));
const failure = (attempt: () => unknown): UserError => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("did not fail");
};

describe("normalizeHeader", () => {
  it.each([
    ["Customer\nID", "customerid"],
    ["Date d'expédition", "datedexpedition"],
    ["Währung", "wahrung"],
    ["Beløp (eks. mva)", "belopeksmva"],
    ["Straße", "strasse"],
    ["Omsætning", "omsaetning"],
    ["wartość", "wartosc"],
    ["İD", "id"],
    ["#!", ""],
    ["__proto__", "proto"],
  ])("%j is %s, composed or not", (text, expected) => {
    expect(normalizeHeader(text)).toBe(expected);
    expect(normalizeHeader(text.normalize("NFD"))).toBe(expected);
  });
});

describe("the names", () => {
  it.each(roles)("of %s have one meaning at each rank", (role) => {
    const owners = new Map<string, string>();
    for (const { name: column } of columnsOf[role])
      for (const [rank, names] of [[column], ...namesOf(role, column)].entries())
        for (const name of names) {
          const key = `${normalizeHeader(name)} at rank ${rank}`;
          expect(`${key}: ${owners.get(key) ?? column}`).toBe(`${key}: ${column}`);
          owners.set(key, column);
        }
  });

  it.each(roles)("of %s are at most one rank of a column each", (role) => {
    for (const { name: column } of columnsOf[role]) {
      const ranks = new Map<string, number>();
      for (const [rank, names] of namesOf(role, column).entries())
        for (const name of names) {
          expect(`${name} ${ranks.get(normalizeHeader(name)) ?? rank}`).toBe(`${name} ${rank}`);
          ranks.set(normalizeHeader(name), rank);
        }
    }
  });

  it("of a column that nobody knows are none", () => expect(namesOf("sales", "constructor2")).toEqual([]));

  it("that are only similar are nobody's", () => {
    for (const { name: column } of columnsOf.sales) {
      const own = new Set(namesOf("sales", column).flat().map(normalizeHeader));
      expect(similarNames(column).filter((name) => own.has(normalizeHeader(name)))).toEqual([]);
    }
  });

  it.each(roles)("of %s are for columns that exist", (role) => {
    for (const { insteadOf } of columnsOf[role])
      for (const name of insteadOf) expect(columnsOf[role].map((column) => column.name)).toContain(name);
  });
});

describe("mapHeaders", () => {
  it("reads a wholesaler's invoice lines", () =>
    expect(
      mapped("sales", "InvoiceNo StockCode Description Quantity InvoiceDate UnitPrice CustomerID Country".split(" ")),
    ).toEqual({
      order_id: "InvoiceNo",
      product: "StockCode",
      quantity: "Quantity",
      date: "InvoiceDate",
      unit_price: "UnitPrice",
      customer_id: "CustomerID",
      country: "Country",
    }));

  it("reads a French shop's sales, and takes the order's date, not the dispatch's", () => {
    const headers =
      "ID ligne;ID commande;Date de commande;Date d'expédition;Statut commande;ID client;Nom du client;Segment;Ville;Région;Pays;ID produit;Catégorie;Sous-catégorie;Nom du produit;Montant des ventes;Quantité;Remise;Profit".split(
        ";",
      );
    expect(mapped("sales", headers)).toEqual({
      order_id: "ID commande",
      date: "Date de commande",
      status: "Statut commande",
      customer_id: "ID client",
      customer_name: "Nom du client",
      segment: "Segment",
      region: "Région",
      country: "Pays",
      product: "ID produit",
      category: "Catégorie",
      amount: "Montant des ventes",
      quantity: "Quantité",
      discount: "Remise",
      profit: "Profit",
    });
    expect(run("sales", headers)).toMatchObject({
      ignored: [{ header: "Nom du produit", index: 14, column: "product", because: "`ID produit` is the better name" }],
      unmapped: ["ID ligne", "Date d'expédition", "Ville", "Sous-catégorie"],
    });
  });

  it.each<[string, Role, string, Record<string, string>]>([
    [
      "English",
      "sales",
      "Customer No.;Customer Name;Invoice Number;Invoice Date;Item;Product Category;Qty;Net Amount;Currency Code",
      {
        customer_id: "Customer No.",
        customer_name: "Customer Name",
        order_id: "Invoice Number",
        date: "Invoice Date",
        product: "Item",
        category: "Product Category",
        quantity: "Qty",
        amount: "Net Amount",
        currency: "Currency Code",
      },
    ],
    [
      "English",
      "costs",
      "Customer No.;Posting Date;Cost Type;Amount",
      { customer_id: "Customer No.", date: "Posting Date", type: "Cost Type", amount: "Amount" },
    ],
    [
      "English",
      "nps",
      "Customer No.;Contact;Survey Date;NPS Score;Feedback",
      {
        customer_id: "Customer No.",
        respondent: "Contact",
        date: "Survey Date",
        score: "NPS Score",
        comment: "Feedback",
      },
    ],
    [
      "English",
      "customers",
      "Customer No.;Customer Name;No. of Employees;Customer Since;Potential Revenue;Seats;Seats Used",
      {
        customer_id: "Customer No.",
        name: "Customer Name",
        employees: "No. of Employees",
        since: "Customer Since",
        potential_revenue: "Potential Revenue",
        licensed_seats: "Seats",
        active_users: "Seats Used",
      },
    ],
    [
      "a subscription's",
      "customers",
      "Company_ID;Company_Name;Company_Size;Activation_Date;Churn_Date",
      {
        customer_id: "Company_ID",
        name: "Company_Name",
        employees: "Company_Size",
        since: "Activation_Date",
        until: "Churn_Date",
      },
    ],
    [
      "a subscription's",
      "nps",
      "Company_ID;Data_Received;NPS_Score",
      { customer_id: "Company_ID", date: "Data_Received", score: "NPS_Score" },
    ],
    [
      "Norwegian",
      "sales",
      "Kundenr;Kundenavn;Fakturadato;Ordrenr;Varenr;Varegruppe;Antall;Beløp eks. mva;Valuta;Selger",
      {
        customer_id: "Kundenr",
        customer_name: "Kundenavn",
        date: "Fakturadato",
        order_id: "Ordrenr",
        product: "Varenr",
        category: "Varegruppe",
        quantity: "Antall",
        amount: "Beløp eks. mva",
        currency: "Valuta",
        salesperson: "Selger",
      },
    ],
    [
      "Swedish",
      "sales",
      "Kundnr;Kundnamn;Datum;Belopp;Valuta;Säljare",
      {
        customer_id: "Kundnr",
        customer_name: "Kundnamn",
        date: "Datum",
        amount: "Belopp",
        currency: "Valuta",
        salesperson: "Säljare",
      },
    ],
    [
      "Danish",
      "sales",
      "Kundenummer;Dato;Omsætning;Varekode",
      { customer_id: "Kundenummer", date: "Dato", amount: "Omsætning", product: "Varekode" },
    ],
    [
      "German",
      "sales",
      "Kundennummer;Kundenname;Auftragsnummer;Datum;Produkt;Kategorie;Menge;Betrag;Währung",
      {
        customer_id: "Kundennummer",
        customer_name: "Kundenname",
        order_id: "Auftragsnummer",
        date: "Datum",
        product: "Produkt",
        category: "Kategorie",
        quantity: "Menge",
        amount: "Betrag",
        currency: "Währung",
      },
    ],
    [
      "German",
      "customers",
      "Kundennummer;Name;Branche;Land;Mitarbeiter;Kunde seit;Potenzial;Lizenzen;Genutzte Lizenzen",
      {
        customer_id: "Kundennummer",
        name: "Name",
        industry: "Branche",
        country: "Land",
        employees: "Mitarbeiter",
        since: "Kunde seit",
        potential_revenue: "Potenzial",
        licensed_seats: "Lizenzen",
        active_users: "Genutzte Lizenzen",
      },
    ],
    [
      "without umlauts",
      "sales",
      "Kundennr;Datum;Umsatzerloes;Waehrung",
      { customer_id: "Kundennr", date: "Datum", amount: "Umsatzerloes", currency: "Waehrung" },
    ],
    [
      "French",
      "costs",
      "N° client;Date comptable;Montant HT;Nature",
      { customer_id: "N° client", date: "Date comptable", amount: "Montant HT", type: "Nature" },
    ],
    [
      "events",
      "events",
      "Kunde;Hendelse;Dato;Verdi",
      { customer_id: "Kunde", type: "Hendelse", date: "Dato", value: "Verdi" },
    ],
  ])("reads %s %s", (_, role, headers, expected) => {
    expect(mapped(role, headers.split(";"))).toEqual(expected);
    expect(mapped(role, headers.normalize("NFD").split(";"))).toEqual(
      Object.fromEntries(Object.entries(expected).map(([column, header]) => [column, header.normalize("NFD")])),
    );
  });

  it("takes the best name and says which it leaves alone", () => {
    expect(run("sales", ["Kundenr", "Dato", "Total", "Beløp", "Nettobeløp"])).toMatchObject({
      mapping: new Map([
        ["customer_id", 0],
        ["date", 1],
        ["amount", 4],
      ]),
      ignored: [
        { header: "Total", index: 2, column: "amount" },
        { header: "Beløp", index: 3, column: "amount", because: "`Nettobeløp` is the better name" },
      ],
    });
    expect(mapped("sales", ["customer_id", "date", "amount", "Net amount"])).toMatchObject({ amount: "amount" });
  });

  it("gives a header to the column it names better, else to the one that needs it", () => {
    expect(mapped("sales", ["Kunde", "Kundenr", "Dato", "Beløp"])).toMatchObject({
      customer_id: "Kundenr",
      customer_name: "Kunde",
    });
    expect(mapped("sales", ["Kunde", "Dato", "Beløp"])).toEqual({
      customer_id: "Kunde",
      date: "Dato",
      amount: "Beløp",
    });
    expect(run("sales", ["Kunde", "Kundenr", "Dato", "Beløp"]).ignored).toEqual([]);
  });

  it("lists a header that lost twice once", () =>
    expect(
      run("customers", ["customer_id", "name", "Kunde", "Account"]).ignored.map((column) => column.header),
    ).toEqual(["Kunde", "Account"]));

  it("leaves gross amounts, unit costs and margins to the user", () => {
    expect(mapped("sales", ["Kundenr", "Dato", "Bruttobeløp", "Nettobeløp", "Kostpris", "Margin"])).toEqual({
      customer_id: "Kundenr",
      date: "Dato",
      amount: "Nettobeløp",
    });
    const error = failure(() => run("sales", ["Kundenr", "Dato", "Bruttobeløp"]));
    expect(error.message).toBe("there is no column for `amount` (or `quantity` and `unit_price`)");
    expect(error.details).toEqual([
      "the columns are: `Kundenr`, `Dato`, `Bruttobeløp`",
      "perhaps `Bruttobeløp` is `amount`?",
    ]);
    expect(error.hint).toBe("--map sales.amount=Bruttobeløp");
    expect(error).toMatchObject({ place, exit: 3 });
  });

  it("leaves columns alone that nobody knows, whatever their names", () =>
    expect(
      run("costs", ["customer_id", "date", "type", "amount", "__proto__", "constructor", "", "  ", "toString"]),
    ).toEqual({
      mapping: new Map([
        ["customer_id", 0],
        ["date", 1],
        ["type", 2],
        ["amount", 3],
      ]),
      ignored: [],
      unmapped: ["__proto__", "constructor", "toString"],
    }));

  it("refuses two headers of equal rank", () => {
    const error = failure(() => run("sales", ["Kundenr", "Dato", "Beløp", "Omsetning"]));
    expect(error.message).toBe("`Beløp` and `Omsetning` could both be `amount`");
    expect(error.hint).toBe("--map sales.amount=Beløp  or  --map sales.amount=Omsetning");
    expect(error.place).toEqual({ ...place, column: "amount" });
  });

  it("refuses a header that is there twice, if it is mapped", () => {
    const error = failure(() => run("costs", ["customer_id", "date", "amount", "amount", "amount"]));
    expect(error.message).toBe("the column `amount` is there 3 times: columns 3 and 4 and 5");
    expect(error.hint).toContain("--map costs.amount=#3");
    expect(mapped("costs", ["customer_id", "date", "amount", "x", "x"])).toHaveProperty("amount");
    expect(mapped("costs", ["customer_id", "date", "Beløp", "Beløp"], { amount: "#4" })).toHaveProperty(
      "amount",
      "Beløp",
    );
  });

  describe("with --map", () => {
    const headers = ["Kunde", "Dato", "Beløp", "Mitt tall", "Mitt  tall", "'x'"];

    it("takes what the user names, by name or by place", () => {
      expect(run("sales", headers, { amount: "Mitt tall" }).mapping.get("amount")).toBe(3);
      expect(run("sales", headers, { amount: "#5" }).mapping.get("amount")).toBe(4);
      expect(run("sales", headers, { amount: "BELØP" }).mapping.get("amount")).toBe(2);
      expect(run("sales", headers, { amount: "#5" })).toMatchObject({
        ignored: [],
        unmapped: ["Beløp", "Mitt tall", "'x'"],
      });
    });

    it("lets one header be two columns, and takes it from others", () =>
      expect(mapped("sales", headers, { customer_id: "Kunde", customer_name: "Kunde" })).toMatchObject({
        customer_id: "Kunde",
        customer_name: "Kunde",
      }));

    it("takes no amount where the user names quantity and price", () =>
      expect(mapped("sales", headers, { quantity: "#4", unit_price: "#5" })).toEqual({
        customer_id: "Kunde",
        date: "Dato",
        quantity: "Mitt tall",
        unit_price: "Mitt  tall",
      }));

    it("refuses what is not there", () => {
      expect(failure(() => run("sales", headers, { amount: "Belop x" }))).toMatchObject({
        message: "there is no column `Belop x` (--map sales.amount)",
        hint: "--map sales.amount=Beløp",
      });
      expect(failure(() => run("sales", headers, { amount: "fjorårets resultat" })).hint).toBe("--map sales.amount=#1");
      expect(failure(() => run("sales", headers, { amount: "#7" }))).toMatchObject({
        message: "there is no column #7: the file has 6",
      });
      expect(failure(() => run("sales", headers, { amount: "#0" })).message).toBe(
        "there is no column #0: the file has 6",
      );
      expect(failure(() => run("sales", headers, { amount: "mitt_tall" }))).toMatchObject({
        message: "the column `mitt_tall` is there twice: columns 4 and 5",
        hint: "name it by its place: --map sales.amount=#4",
      });
    });

    it("refuses a column that we do not have, as a mistake of usage", () => {
      expect(failure(() => run("customers", ["customer_id"], { segmet: "#1" }))).toMatchObject({
        exit: 2,
        message: "customers has no column `segmet`",
        hint: "--map customers.segment=HEADER",
      });
      expect(failure(() => run("sales", headers, { omsetning: "#1" })).hint).toBe("--map sales.amount=HEADER");
      expect(failure(() => run("sales", headers, { qqqqqqqqqqqq: "#1" })).hint).toBe("--map sales.customer_id=HEADER");
    });
  });

  describe("with a required column missing", () => {
    it("guesses from what a header contains, then from how it is spelled", () => {
      const error = failure(() => run("sales", ["Kundnumer", "Datoen", "Belop excl", "Noe annet"]));
      expect(error.message).toBe(
        "there is no column for `customer_id`, `date` and `amount` (or `quantity` and `unit_price`)",
      );
      expect(error.hint).toBe(
        "--map sales.customer_id=Kundnumer --map sales.date=Datoen --map sales.amount='Belop excl'",
      );
    });

    it("guesses nothing where nothing is near", () =>
      expect(failure(() => run("costs", ["customer_id", "date", "qqq"]))).toMatchObject({
        details: ["the columns are: `customer_id`, `date`, `qqq`"],
        hint: "--map costs.amount=HEADER",
      }));

    it("needs both quantity and price", () => {
      expect(failure(() => run("sales", ["customer_id", "date", "quantity"])).message).toContain(
        "no column for `amount`",
      );
      expect(mapped("sales", ["customer_id", "date", "quantity", "price"])).toHaveProperty("unit_price", "price");
    });

    it("names headers by place where the shell would not take them, and shows long ones in part", () => {
      const long = `belop ${"x".repeat(60)}`;
      const error = failure(() => run("costs", ["customer_id", "date", long, "line\nbreak"]));
      expect(error.hint).toBe("--map costs.amount=#3");
      expect(error.details[0]).toBe(
        `the columns are: \`customer_id\`, \`date\`, \`belop ${"x".repeat(34)}…\`, \`line break\``,
      );
      expect(failure(() => run("costs", ["customer_id", "date", "belop`rm -rf`"])).hint).toBe("--map costs.amount=#3");
    });

    it("shows thirty headers", () =>
      expect(
        failure(() => run("costs", ["customer_id", ...Array.from({ length: 40 }, (_, i) => `k${i}`)])).details[0],
      ).toMatch(/`k28`, and 11 more$/));

    it("sees that the first line is data", () => {
      const error = failure(() =>
        run("sales", ["C0049", "Energi ApS", "10981", "2023-01-17", "Lisens", "-10", "-3655.85", "NOK"]),
      );
      expect(error).toMatchObject({
        message: "the first line looks like data, not like column names",
        place: { ...place, value: "10981" },
        hint: "if the file has no header line: --no-header --map sales.customer_id=#1 --map sales.date=#4 --map sales.amount=#7",
      });
      expect(failure(() => run("nps", ["C1", "2023-01-17", "9"])).hint).toContain(
        "--map nps.date=#2 --map nps.score=#3",
      );
      expect(failure(() => run("customers", ["17", "x"])).hint).toContain("--map customers.customer_id=#1");
      expect(failure(() => run("sales", ["foo", "bar"])).message).toContain("there is no column for");
    });

    it("says what to do without a header line", () => {
      expect(failure(() => run("costs", ["", "", ""]))).toMatchObject({
        message: "there is no column for `customer_id`, `date` and `amount`",
        details: ["without a header line, 3 columns have to be named by their place"],
        hint: "--map costs.customer_id=#1 --map costs.date=#2 --map costs.amount=#3",
      });
      expect(run("costs", ["", "", ""], { customer_id: "#1", date: "#2", amount: "#3" }).mapping.size).toBe(3);
    });
  });
});

describe("countKnownHeaders", () => {
  it.each<[string[], number]>([
    [["Kundenr", "Dato", "Beløp", "xyz"], 3],
    [["Kundenr", "xyz", "Mitt tall"], 2],
    [["Kunde", "kunde", "KUNDE"], 0],
    [["Salg", "", "", ""], 0],
    [["Salg"], 1],
    [["C0049", "Service", "10981", "2023-01-17"], 0],
    [["", ""], 0],
    [["__proto__", "constructor"], 0],
  ])("%j: %i", (fields, count) =>
    expect(
      countKnownHeaders(
        "sales",
        fields,
        new Map([
          ["amount", "mitt tall"],
          ["date", "#2"],
        ]),
      ),
    ).toBe(count));

  it("needs no choices of the user", () => expect(countKnownHeaders("costs", ["customer_id", "date"])).toBe(2));
});

describe("parseMapOption", () => {
  it("takes role, column and header apart", () => {
    expect(parseMapOption("sales.amount=Beløp = netto")).toEqual({
      role: "sales",
      column: "amount",
      target: "Beløp = netto",
    });
    expect(parseMapOption(" nps.score = #3 ")).toEqual({ role: "nps", column: "score", target: "#3" });
  });

  it.each(["amount=Beløp", "sales.amount", "sales.amount=", "sales.amount.x=Beløp", "=x", ""])("refuses %j", (text) =>
    expect(failure(() => parseMapOption(text))).toMatchObject({
      exit: 2,
      message: expect.stringContaining("is not ROLE.COLUMN=HEADER"),
    }));

  it("refuses roles and columns that do not exist", () => {
    expect(failure(() => parseMapOption("sale.amount=Min sum"))).toMatchObject({
      exit: 2,
      hint: "--map sales.amount='Min sum'",
    });
    expect(failure(() => parseMapOption("qqqqqqqq.amount=x")).hint).toBe("--map sales.amount=x");
    expect(failure(() => parseMapOption("sales.amont=x"))).toMatchObject({
      exit: 2,
      hint: "--map sales.amount=HEADER",
    });
  });
});
