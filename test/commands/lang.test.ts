import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../helpers/run.ts";
import { unzip } from "../helpers/unzip.ts";

const folder = mkdtempSync(path.join(tmpdir(), "portfolio-lang-"));
afterAll(() => rmSync(folder, { recursive: true }));

const demo = "fixtures/demo";

/** Each command that speaks, and options that make it say more. */
const commands: readonly (readonly string[])[] = [
  ["classify", demo, "--sensitivity"],
  ["matrix", demo],
  ["plan", demo, "--capacity", "3"],
  ["nps", demo, "--period", "quarter"],
  ["nps", demo, "--launch"],
  ["swot", demo],
  ["triggers", demo],
  ["triggers", "fixtures/triggers"],
  ["stages", demo],
  ["winback", demo],
  ["concentration", demo],
  ["retention", demo, "--what-if", "2"],
  ["retention", demo, "--cohorts"],
  ["value", demo, "--predict"],
  ["icp", demo],
  ["compare", demo, "--against", "2026-06-30"],
  ["explain", "10014", demo],
  ["check", demo],
];

/** Words that English sentences cannot do without; an underscore belongs to a word, so codes hold none. */
const englishWords =
  /(?<![-\w.])(the|of|and|with|without|customers?|revenue|window|years?|their|what|who|not known|as of|since|from)(?![-\w.@])/;

const said = async (args: readonly string[], language: string, format: string) => {
  const { code, out, err } = await run([...args, "--format", format, "--quiet", "--lang", language]);
  expect([code, err]).toEqual([0, ""]);
  return out;
};

describe.each(["nb", "de"])("%s", (language) => {
  it.each(commands)("%s %s %s: no English is left in the table", { timeout: 60_000 }, async (...args) => {
    const given = args.filter((arg) => arg !== undefined);
    const lines = (await said(given, language, "table")).split("\n");
    expect(lines.filter((line) => englishWords.test(line))).toEqual([]);
  });

  it("writes numbers and dates as the language does", async () => {
    const out = await said(["classify", demo, "--where", "customer_id = '10001'"], language, "table");
    expect(out).toContain(language === "nb" ? "1\u00a0770\u00a0512,49" : "1.770.512,49");
    expect(out).toContain("16,7\u00a0%");
    expect(out).toContain("30.09.2026");
    const page = await said(["classify", demo], language, "html");
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(language === "nb" ? "1\u00a0770\u00a0512,49" : "1.770.512,49");
    expect(page).toContain(language === "nb" ? "mulig mersalg" : "möglicher Mehrumsatz");
    expect(page).not.toMatch(/>Show all<|>Search |is chosen\./);
  });

  it.each(["csv", "json"])("%s is the same in every language", { timeout: 60_000 }, async (format) => {
    for (const command of ["plan", "winback"])
      expect(await said([command, demo], language, format)).toBe(await said([command, demo], "en", format));
  });

  it("conditions and columns are those of the codes", async () => {
    const out = await said(
      ["classify", demo, "--where", "status = 'lapsed'", "--columns", "customer_id,status"],
      language,
      "md",
    );
    expect(out).toMatch(/^\| customer_id \| status \|/);
    const table = await said(
      ["classify", demo, "--where", "status = 'lapsed'", "--columns", "status"],
      language,
      "table",
    );
    expect(table).toContain(language === "nb" ? "sovende" : "ruhend");
  });

  it("a call sheet is in the language", async () => {
    const out = await said(["plan", demo, "--capacity", "2"], language, "md");
    expect(out).toContain(language === "nb" ? "**Hvorfor:**" : "**Warum:**");
    expect(out.split("\n").filter((line) => englishWords.test(line))).toEqual([]);
  });

  it("the user's own columns stay as they are", async () => {
    const out = await said(["classify", demo, "--enrich"], language, "table");
    const [header = ""] = readFileSync(path.join(demo, "kunder.csv"), "utf8").split(/\r?\n/);
    const first = header.replace("\ufeff", "").split(/[;,]/)[0] ?? "";
    expect(out).toContain(first);
  });
});

it("English is what is said without the option", { timeout: 60_000 }, async () => {
  for (const format of ["table", "html", "md"])
    expect(await said(["plan", demo], "en", format)).toBe(
      (await run(["plan", demo, "--format", format, "--quiet"])).out,
    );
});

it("another language is not known, and the ones that are known are named", async () => {
  const { code, err } = await run(["classify", demo, "--lang", "fr"]);
  expect(code).toBe(2);
  expect(err).toContain("en, nb, de");
});

it.each([
  ["no", "nb"],
  ["NN", "nb"],
  ["nb-NO", "nb"],
  ["Norsk", "nb"],
  ["de-AT", "de"],
  ["German", "de"],
  ["en_GB", "en"],
])("%s is not known, and is near to %s", async (given, meant) => {
  const { code, err } = await run(["classify", demo, "--lang", given]);
  expect(code).toBe(2);
  expect(err).toContain(`Allowed choices are en, nb, de. Did you mean ${meant}?`);
});

describe("periods in cells", () => {
  it.each([
    ["nb", "4. kvartal 2025", "før 4. kvartal 2025", "4. kv. 2025 "],
    ["de", "4. Quartal 2025", "vor dem 4. Quartal 2025", "Q4 2025 "],
  ])("%s", { timeout: 60_000 }, async (language, period, before, label) => {
    const cohorts = ["retention", demo, "--cohorts"];
    for (const format of ["table", "html"]) {
      const out = await said(cohorts, language, format);
      expect(out).toContain(period);
      expect(out).toContain(before);
      expect(out).not.toMatch(/2025-Q4/);
    }
    // The heat map has room for a short name.
    expect(await said(cohorts, language, "table")).toMatch(new RegExp(`^${label}`, "m"));
    expect(await said(cohorts, language, "csv")).toContain("before 2025-Q4,2024-Q3");
    expect(await said(["retention", demo], language, "table")).toContain(period);
  });
});

describe("the report of a period", () => {
  const filesIn = (language: string) => {
    const own = path.join(folder, language);
    return Object.fromEntries(readdirSync(own).map((name) => [name, readFileSync(path.join(own, name))]));
  };
  beforeAll(async () => {
    for (const language of ["en", "nb", "de"]) {
      const { code } = await run([
        ...["report", demo, "--period", "2026-Q3", "--quiet", "--lang", language],
        ...["-o", path.join(folder, language)],
      ]);
      expect(code).toBe(0);
    }
  }, 120_000);

  it.each(["nb", "de"])("its tables are the same in %s", (language) => {
    const [english, own] = [filesIn("en"), filesIn(language)];
    expect(Object.keys(own)).toEqual(Object.keys(english));
    for (const name of Object.keys(own).filter((each) => each.endsWith(".csv")))
      expect(own[name]?.equals(english[name] as Buffer), name).toBe(true);
  });

  it.each([
    "nb",
    "de",
  ])("its manifest in %s names the language, and differs by the page and the workbook alone", (language) => {
    const [english, own] = ["en", language].map((each) => JSON.parse(String(filesIn(each)["manifest.json"])));
    expect([english.options.lang, own.options.lang]).toEqual(["en", language]);
    const rest = (manifest: typeof own) => ({
      ...manifest,
      options: { ...manifest.options, lang: null },
      outputs: manifest.outputs.filter(({ file }: { file: string }) => file.endsWith(".csv")),
    });
    expect(rest(own)).toEqual(rest(english));
  });

  it.each([
    ["nb", ["Sammendrag", "Matrise", "Datakvalitet", "Begreper"], "mulig mersalg"],
    ["de", ["Zusammenfassung", "Kundenmatrix", "Datenqualität", "Begriffe"], "möglicher Mehrumsatz"],
  ])("its workbook is in %s", (language, names, heading) => {
    const parts = unzip(filesIn(language)["portfolio.xlsx"] as Buffer);
    for (const name of names) expect(parts.get("xl/workbook.xml")).toContain(`name="${name}"`);
    const sheets = [...parts].filter(([name]) => name !== "docProps/core.xml").map(([, text]) => text);
    expect(sheets.join("")).toContain(heading);
    expect(sheets.join("").match(/.{0,40}20\d\d-Q\d.{0,20}/)).toBeNull();
  });

  it.each(["nb", "de"])("its page is in %s throughout", (language) => {
    const page = String(filesIn(language)["report.html"]);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page.match(/.{0,40}20\d\d-Q\d.{0,20}/)).toBeNull();
    const texts = page
      .replace(/<style>.*?<\/style>|<script>.*?<\/script>/gs, "")
      .replace(/<script type="application\/json" data-(?:of|tips)="[^"]*">(.*?)<\/script>/gs, (_, json: string) =>
        [...json.matchAll(/"(?:label|values)":("[^"]*"|\[[^\]]*\])|"((?:[^"\\]|\\.)*\\n(?:[^"\\]|\\.)*)"/g)]
          .map(([whole]) => whole.replace(/^"(?:label|values)":/, "").replaceAll('","', '"\n"'))
          .join("\n"),
      )
      .replace(/<[^>]*>/g, "\n")
      .split("\n");
    expect(texts.filter((text) => englishWords.test(text))).toEqual([]);
  });
});
