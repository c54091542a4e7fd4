// Two readers, one set of sums: whatever the bulk reader takes, the careful reader reads to the same facts.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "../src/base/errors.ts";
import { roleOf } from "../src/cli/inputs.ts";
import type { ColumnChoice, ReadOptions } from "../src/ingest/read-options.ts";
import type { TableRole } from "../src/ingest/rules.ts";
import { hostileCorpus, isThere, root, sharedData } from "./helpers/folders.ts";
import { readTable, type TableReading, type Way } from "./helpers/read-table.ts";

interface Export {
  readonly role: TableRole;
  readonly file: string;
}

/** The exports in a folder, however deep, each content once. */
function exportsIn(folder: string): Export[] {
  if (!existsSync(folder)) return [];
  const seen = new Set<string>();
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) => {
    const role = entry.isFile() ? roleOf(entry.name)?.role : undefined;
    if (role !== "sales" && role !== "costs" && role !== "nps") return [];
    const file = path.join(entry.parentPath, entry.name);
    const key = `${role} ${createHash("sha256").update(readFileSync(file)).digest("hex")}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ role, file }];
  });
}

type Outcome = TableReading | { readonly refused: string };

async function outcome({ role, file }: Export, options: Partial<ReadOptions>, way: Way): Promise<Outcome> {
  try {
    return await readTable(role, file, { ...options, ...way });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { refused: `${error.place?.line} ${error.message}` };
  }
}

/** Reads an export both ways and holds them together; returns the reader that the program would use. */
async function bothWays(from: Export, options: Partial<ReadOptions> = {}): Promise<string> {
  const careful = await outcome(from, options, { carefulOnly: true });
  // Large files are not searched for duplicates, and read in another way.
  const unhashed = await outcome(from, options, { withHash: false });
  if ("facts" in unhashed && "facts" in careful)
    expect({ ...(unhashed.facts as object), repeated: null }).toEqual({ ...(careful.facts as object), repeated: null });
  else expect(unhashed).toEqual(careful);
  const quick = await outcome(from, options, {});
  if ("refused" in quick || "refused" in careful) {
    expect(quick).toEqual(careful);
    return "refused";
  }
  expect(quick.facts).toEqual(careful.facts);
  const [a, b] = [quick.reading, careful.reading];
  expect(a.records).toBe(b.records);
  expect(a.rows).toBe(b.rows);
  expect(a.badRowCount).toBe(b.badRowCount);
  expect(a.rows + a.badRowCount).toBe(a.records);
  if (a.reader === "bulk") {
    expect(a.badRowCount).toBe(0);
    for (const ordinal of [0, 1, Math.floor(a.rows / 2), a.rows - 1].filter((row) => row >= 0 && row < a.rows))
      expect(a.lineOf(ordinal), `line of row ${ordinal}`).toBe(b.lineOf(ordinal));
    // What the formats are does not depend on who looked, only how much of the file was needed to know.
    expect(a.formats.numbers).toEqual(b.formats.numbers);
    expect(a.formats.dates).toEqual(b.formats.dates);
  }
  return a.reader;
}

const name = ({ file }: Export) => path.relative(root, file);

describe("the exports of fixtures", () => {
  const found = exportsIn(path.join(root, "fixtures"));
  it.runIf(found.length > 0).each(found.map((from) => [name(from), from] as const))("%s", async (_name, from) => {
    await bothWays(from, { onBadRow: "skip" });
    await bothWays(from);
  });
  it("are looked for", () => expect(found).toBeInstanceOf(Array));
});

const corpus = isThere(hostileCorpus, "the hostile exports") ? exportsIn(hostileCorpus) : [];

describe.runIf(corpus.length > 0)("the hostile exports", () => {
  it.each(corpus.map((from) => [name(from), from] as const))("%s", async (_name, from) => {
    await bothWays(from, { onBadRow: "skip" });
  });

  it("are read in bulk where nothing is odd", async () => {
    const base = corpus.filter(({ file }) => path.basename(path.dirname(file)) === "base");
    expect(base.length).toBe(3);
    for (const from of base) expect(await bothWays(from)).toBe("bulk");
  });
});

const map = (role: string, columns: Readonly<Record<string, string>>): ColumnChoice[] =>
  Object.entries(columns).map(([column, target]) => ({ role, column, target }));

const publicData: readonly (readonly [string, TableRole, Partial<ReadOptions>, string])[] = [
  ["online-retail/online-retail.csv.gz", "sales", {}, "bulk"],
  ["hypermarche/achats.csv", "sales", {}, "bulk"],
  [
    "violanova/sprzedaz.csv",
    "sales",
    { maps: map("sales", { customer_id: "numer_gr_klienta", date: "data", amount: "sprzedaz", profit: "marza" }) },
    "bulk",
  ],
  [
    "personio/nps.csv",
    "nps",
    { maps: map("nps", { customer_id: "Company_ID", date: "Data_Received", score: "NPS_Score" }) },
    "bulk",
  ],
  ["rfm/orders.csv", "sales", { maps: map("sales", { date: "order_date", amount: "revenue" }) }, "bulk"],
  [
    "cdnow/CDNOW_sample.txt",
    "sales",
    {
      noHeader: true,
      delimiter: "whitespace",
      maps: map("sales", { customer_id: "#1", date: "#3", quantity: "#4", amount: "#5" }),
    },
    "careful",
  ],
];

describe.runIf(isThere(sharedData, "the public data sets"))("the public data sets", () => {
  it.each(publicData)(
    "%s",
    async (file, role, options, reader) => {
      expect(await bothWays({ role, file: path.join(sharedData, file) }, options)).toBe(reader);
    },
    120_000,
  );
});
