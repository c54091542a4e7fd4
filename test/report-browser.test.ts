// The report as a person meets it: opened from the disk in a real browser.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser, type Opened, openBrowser, openFile, seriousViolations } from "./helpers/browser.ts";
import { folderOf, root } from "./helpers/folders.ts";
import { run } from "./helpers/run.ts";

const executable = findBrowser("the report in a browser");
const patience = 180_000;

/** Pixels across a sheet of A4 between its margins: 210 mm less 14 mm twice. */
const a4Room = 688;

/** Names that a page might obey; customers with sales of two years, so that every part of the report speaks of them. */
const names = [
  '<img src=x onerror="window.PWNED=1">',
  "</script><script>window.PWNED=1</script>",
  "<svg onload=window.PWNED=1>",
  "\"><iframe srcdoc='<script>top.PWNED=1</script>'>",
  "javascript:window.PWNED=1",
  "Evil\u202egnp.exe",
];
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const days = [
  "2024-09-15",
  "2024-12-01",
  "2025-03-10",
  "2025-06-10",
  "2025-09-10",
  "2025-12-10",
  "2026-03-10",
  "2026-06-10",
  "2026-09-20",
];
const payloads = {
  "data/sales.csv": `customer_id,customer_name,date,amount,product,segment\n${names
    .flatMap((name, i) =>
      days.map(
        (day, j) =>
          `${quoted(name)},${quoted(name)},${day},${(i + 1) * 1000 * (1 + j)},${quoted(name)},${quoted(name)}`,
      ),
    )
    .join("\n")}\n`,
  "data/nps.csv": `customer_id,date,score,respondent\n${names.map((name, i) => `${quoted(name)},2026-09-01,${i * 2},${quoted(name)}`).join("\n")}\n`,
  "data/customers.csv": `customer_id,name,owner,wallet\n${names.map((name) => `${quoted(name)},${quoted(name)},${quoted(name)},500000`).join("\n")}\n`,
};

describe.skipIf(executable === null)("the report in a browser", () => {
  let browser: Browser;
  const files = { demo: "", german: "", norwegian: "", many: "", hostile: "" };

  const report = async (cwd: string, dir: string, lang = "en"): Promise<string> => {
    const { code, err } = await run(["report", dir, "-o", "out", "--quiet", "--lang", lang], { cwd });
    expect(code, err).toBe(0);
    return path.join(cwd, "out/report.html");
  };

  beforeAll(async () => {
    browser = await openBrowser(executable as string);
    files.demo = await report(folderOf(), path.resolve("fixtures/demo"));
    files.german = await report(folderOf(), path.resolve("fixtures/demo"), "de");
    files.norwegian = await report(folderOf(), path.resolve("fixtures/demo"), "nb");
    files.hostile = await report(folderOf(payloads), "data");
    const cwd = folderOf();
    execFileSync(process.execPath, ["test/bench/generate.mjs", "60000", "10000", path.join(cwd, "data")], {
      cwd: root,
    });
    files.many = await report(cwd, "data");
  }, patience);

  afterAll(() => browser.close());

  const clean = ({ complaints, requests }: Opened) => expect([complaints, requests]).toEqual([[], []]);
  const rowsOf = (page: Page, table: string) => page.locator(`table[data-rows="${table}"] tbody tr:not(.below)`);
  const columnOf = (page: Page, table: string, name: string): Promise<string[]> =>
    page.locator(`table[data-rows="${table}"]`).evaluate((element, wanted) => {
      const found = element as unknown as { tHead: { rows: never[] }; tBodies: { rows: never[] }[] };
      const headers = [...(found.tHead.rows[0] as unknown as { cells: { dataset: { column: string } }[] }).cells];
      const at = headers.findIndex(({ dataset }) => dataset.column === wanted);
      const rows = [...(found.tBodies[0]?.rows ?? [])] as unknown as {
        className: string;
        cells: { textContent: string }[];
      }[];
      return rows
        .filter(({ className }) => className !== "below")
        .map(({ cells }) => (cells[at] as { textContent: string }).textContent);
    }, name);

  it.each(["demo", "hostile", "many"] as const)("%s opens without a complaint or a request", async (name) => {
    const opened = await openFile(browser, files[name]);
    clean(opened);
    expect(await opened.page.locator("h1").textContent()).toContain("Customer portfolio 2026-Q3");
    await opened.page.context().close();
  });

  it("a box of the matrix shows its customers, in every table, and lets them go again", async () => {
    const opened = await openFile(browser, files.demo);
    const { page } = opened;
    const box = page.locator('button[data-value="Ba"]');
    await box.click();
    expect(await box.getAttribute("aria-pressed")).toBe("true");
    expect(new Set(await columnOf(page, "customers", "cell"))).toEqual(new Set(["Ba"]));
    expect(await rowsOf(page, "customers").count()).toBe(5);
    expect(new Set(await columnOf(page, "plan-rows", "cell"))).toEqual(new Set(["Ba"]));
    expect(await page.locator("[data-chosen]").textContent()).toContain("Ba is chosen. Customers: 5");
    await page.locator('button[data-value="Aa"]').click();
    expect(new Set(await columnOf(page, "customers", "cell"))).toEqual(new Set(["Aa"]));
    expect(await box.getAttribute("aria-pressed")).toBe("false");
    await page.locator('button[data-value="Aa"]').click();
    expect(await rowsOf(page, "customers").count()).toBe(25);
    clean(opened);
    await page.context().close();
  });

  it("tables sort, search, filter and turn pages, by keys alone too", async () => {
    const opened = await openFile(browser, files.demo);
    const { page } = opened;
    const header = page.locator('table[data-rows="customers"] th[data-column="revenue"]');
    const revenue = async () =>
      (await columnOf(page, "customers", "revenue")).map((text) => Number(text.replaceAll(" ", "")));
    await header.locator("button").focus();
    await page.keyboard.press("Enter");
    expect(await header.getAttribute("aria-sort")).toBe("descending");
    const largest = await revenue();
    expect(largest).toEqual(largest.toSorted((a, b) => b - a));
    await page.keyboard.press("Enter");
    expect(await header.getAttribute("aria-sort")).toBe("ascending");
    expect((await revenue())[0]).toBeLessThanOrEqual(0);

    await page.locator('[data-pages="customers"] button[data-step="1"]').click();
    expect(await page.locator('[data-pages="customers"] span').textContent()).toBe("page 2 of 3");

    await page.locator('[data-search="customers"]').fill("brygga HOTELL");
    expect(await columnOf(page, "customers", "customer_name")).toEqual(["Brygga Hotell og Konferanse AS"]);
    // Letters with and without their marks are the same.
    await page.locator('[data-search="customers"]').fill("alesnes");
    expect(await columnOf(page, "customers", "customer_name")).toEqual(["Ålesnes Fiskeindustri AS"]);
    await page.locator('[data-search="customers"]').fill("nobody at all");
    expect(await rowsOf(page, "customers").count()).toBe(0);
    expect(await page.locator('[data-count="customers"]').textContent()).toBe("none of 62 rows");
    await page.locator('[data-reset="customers"]').click();
    expect(await rowsOf(page, "customers").count()).toBe(25);

    await page.locator('[data-choice="customers"][data-column="status"]').selectOption({ label: "lapsed" });
    expect(new Set(await columnOf(page, "customers", "status"))).toEqual(new Set(["lapsed"]));
    clean(opened);
    await page.context().close();
  });

  it("parts of a drawing say what they are", async () => {
    const opened = await openFile(browser, files.demo);
    const { page } = opened;
    await page.locator("#movements-chart").scrollIntoViewIfNeeded();
    await page.locator('#movements-chart .wide [data-tip="1.0"]').hover();
    expect(await page.locator("#tip").textContent()).toContain("period before:");
    await page.keyboard.press("Escape");
    expect(await page.locator("#tip").isHidden()).toBe(true);
    await page.locator("#movements-chart summary").click();
    expect(await page.locator("#movements-chart table").isVisible()).toBe(true);
    clean(opened);
    await page.context().close();
  });

  it("names that are scripts are names", async () => {
    const opened = await openFile(browser, files.hostile);
    const { page } = opened;
    for (const box of await page.locator("button[data-filter]").all()) await box.click();
    await page.locator('[data-reset="customers"]').click();
    for (const header of await page.locator("[data-sort]").all()) await header.click();
    for (const part of await page.locator(".wide [data-tip]").all()) await part.dispatchEvent("pointermove");
    await page.locator('[data-search="customers"]').fill("<img");
    expect(await columnOf(page, "customers", "customer_name")).toEqual([names[0]]);
    expect(await page.evaluate("window.PWNED")).toBeUndefined();
    expect(await page.locator("main img, main iframe, main svg svg, main script:not([type])").count()).toBe(0);
    clean(opened);
    await page.context().close();
  });

  it("ten thousand customers answer at once", async () => {
    const opened = await openFile(browser, files.many);
    const { page } = opened;
    const count = await page.locator('[data-count="customers"]').textContent();
    expect(count).toBe("rows 1 to 25 of 10000");
    const took = await page.evaluate(`(() => {
      const start = performance.now();
      document.querySelector('table[data-rows="customers"] th[data-column="revenue"] button').click();
      const search = document.querySelector('[data-search="customers"]');
      search.value = "k0077";
      search.dispatchEvent(new Event("input"));
      return performance.now() - start;
    })()`);
    expect(took).toBeLessThan(1_000);
    const found = await columnOf(page, "customers", "customer_id");
    expect(found.length).toBe(25);
    expect(found.filter((id) => !id.startsWith("K0077"))).toEqual([]);
    clean(opened);
    await page.context().close();
  });

  it.each([360, 390, 768, 1280, 1600])("nothing is wider than a page of %i", async (width) => {
    const { page } = await openFile(browser, files.demo, { width });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    expect(await page.locator("#pareto .wide").isVisible()).toBe(width > 620);
    expect(await page.locator("#pareto .narrow").isVisible()).toBe(width <= 620);
    await page.context().close();
  });

  it.each([
    "demo",
    "german",
    "norwegian",
  ] as const)("%s: every table of rows is in sight whole at 1280", async (name) => {
    const { page } = await openFile(browser, files[name]);
    const widths = (await page.evaluate(
      `[...document.querySelectorAll("table[data-rows]")].map((table) => [table.dataset.rows, table.offsetWidth, table.parentElement.clientWidth])`,
    )) as [string, number, number][];
    expect(widths.map(([id]) => id)).toEqual(["customers", "plan-rows", "moves", "findings-rows"]);
    expect(widths.filter(([, table, room]) => table > room)).toEqual([]);
    await page.context().close();
  });

  it("long texts stand below their rows and are searched with them", async () => {
    const { page } = await openFile(browser, files.demo);
    await page.locator('[data-search="plan-rows"]').fill("wallet 6200000");
    expect(await columnOf(page, "plan-rows", "customer_id")).toEqual(["10001"]);
    expect(await page.locator('table[data-rows="plan-rows"] tr.below').allTextContents()).toEqual([
      expect.stringContaining("evidence wallet 6200000.00 against 1770512.49 a year"),
    ]);
    await page.context().close();
  });

  it("moments sort by the day, now first and any time last, whatever the language", async () => {
    const moments = async (file: string) => {
      const { page } = await openFile(browser, file);
      const options = await page.locator('[data-choice="plan-rows"][data-column="when"] option').allTextContents();
      await page.locator('table[data-rows="plan-rows"] th[data-column="when"] button').click();
      const first = await columnOf(page, "plan-rows", "when");
      await page.context().close();
      return { options: options.slice(1), first };
    };
    const { options, first } = await moments(files.demo);
    const kinds = options.map((text) => /^now|^before|^any time|^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] as string);
    const days = kinds.filter((kind) => /^\d/.test(kind));
    expect([...new Set(kinds)]).toEqual(["now", "before", ...new Set(days), "any time"]);
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual(days.toSorted());
    expect(first.map((text) => options.indexOf(text))).toEqual(
      first.map((text) => options.indexOf(text)).toSorted((a, b) => a - b),
    );
    const inOrder = (texts: readonly string[]) =>
      texts.flatMap((text) => {
        const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4}):/.exec(text) ?? [];
        return day === undefined ? [] : [`${year}-${month}-${day}`];
      });
    const german = await moments(files.german);
    expect(inOrder(german.options)).toEqual(days);
    expect(german.first[0]).toMatch(/^jetzt/);
    expect(inOrder((await moments(files.norwegian)).options)).toEqual(days);
  });

  it("labels of a drawing keep all digits of money", async () => {
    const { page } = await openFile(browser, files.german);
    const labels = await page.locator("#movements-chart .wide text").allTextContents();
    const money = labels.filter((text) => /^[+-]\d+\.\d/.test(text));
    expect(money.length).toBeGreaterThan(0);
    expect(money.filter((text) => !/^[+-]\d{1,3}(\.\d{3})+$/.test(text))).toEqual([]);
    await page.context().close();
  });

  it.each(["demo", "german"] as const)("%s: paper has every row and every column", async (name) => {
    const { page } = await openFile(browser, files[name], { width: a4Room });
    await page.locator('[data-pages="plan-rows"] button[data-step="1"]').click();
    const second = await columnOf(page, "plan-rows", "rank");
    await page.emulateMedia({ media: "print" });
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    expect(await rowsOf(page, "customers").count()).toBe(62);
    const ranks = await columnOf(page, "plan-rows", "rank");
    expect(ranks).toEqual(Array.from({ length: ranks.length }, (_, i) => String(i + 1)));
    expect(await page.locator('[data-count="plan-rows"]').textContent()).toContain(
      `1 ${name === "demo" ? "to" : "bis"} ${ranks.length}`,
    );
    const tooWide = `[...document.querySelectorAll("table")].filter((table) => table.offsetWidth > ${a4Room}).map((table) => table.textContent.slice(0, 40))`;
    expect(await page.evaluate(tooWide)).toEqual([]);
    expect(await page.locator(".on-paper").count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    expect(await columnOf(page, "plan-rows", "rank")).toEqual(second);
    await page.context().close();
  });

  it("paper has the first of many rows and says so, of those that are asked for", async () => {
    const { page } = await openFile(browser, files.many);
    const note = page.locator("#customers .on-paper");
    expect(await note.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    expect(await rowsOf(page, "customers").count()).toBe(200);
    expect(await page.locator('[data-count="customers"]').textContent()).toBe("rows 1 to 200 of 10000");
    expect(await note.isVisible()).toBe(true);
    await page.locator('[data-search="customers"]').evaluate((search) => {
      (search as unknown as { value: string }).value = "k0077";
      search.dispatchEvent(new Event("input"));
    });
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('[data-count="customers"]').textContent()).toMatch(
      /^rows 1 to 100 of 100; 10000 in all$/,
    );
    await page.context().close();
  });

  it("captions are in sight on a telephone, however far a table is moved", async () => {
    const { page } = await openFile(browser, files.german, { width: 390 });
    const beyond = `[...document.querySelectorAll(".scroll")].flatMap((scroll) => {
      scroll.scrollLeft = 200;
      const captions = scroll.querySelectorAll("caption span, tr.below div");
      return [...captions].filter((part) => {
        const { left, right, width } = part.getBoundingClientRect();
        return width > 0 && (left < 0 || right > innerWidth);
      });
    }).length`;
    expect(await page.evaluate(beyond)).toBe(0);
    await page.context().close();
  });

  it("is dark where that is wished for, and light on paper", async () => {
    const { page } = await openFile(browser, files.demo, { colorScheme: "dark" });
    const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(await paper()).toBe("rgb(20, 23, 27)");
    await page.emulateMedia({ media: "print" });
    expect(await paper()).toBe("rgb(255, 255, 255)");
    expect(await page.locator(".tools, nav, details").filter({ visible: true }).count()).toBe(0);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const [, sheetWidth, sheetHeight] = /\/MediaBox ?\[0 0 (\d+)[.\d]* (\d+)/.exec(pdf.toString("latin1")) ?? [];
    // A4, in points.
    expect([Math.abs(Number(sheetWidth) - 595) <= 1, Math.abs(Number(sheetHeight) - 842) <= 1]).toEqual([true, true]);
    await page.context().close();
  });

  it.each([
    ["demo", {}],
    ["demo", { colorScheme: "dark" }],
    ["demo", { width: 390 }],
    ["hostile", {}],
  ] as const)("%s %j keeps nobody out, says axe", async (name, look) => {
    expect(await seriousViolations(browser, files[name], look)).toEqual([]);
  });

  it("a page of one command works the same", async () => {
    const cwd = folderOf();
    mkdirSync(path.join(cwd, "data"));
    writeFileSync(path.join(cwd, "data/sales.csv"), payloads["data/sales.csv"]);
    await run(["classify", "data", "-o", "result.html", "--quiet"], { cwd });
    const opened = await openFile(browser, path.join(cwd, "result.html"));
    expect(await rowsOf(opened.page, "rows").count()).toBe(names.length);
    expect(await opened.page.evaluate("window.PWNED")).toBeUndefined();
    // Too many columns for a sheet: on paper each cell says what it is.
    await opened.page.emulateMedia({ media: "print" });
    await opened.page.setViewportSize({ width: a4Room, height: 900 });
    expect(await opened.page.evaluate("document.documentElement.scrollWidth")).toBe(a4Room);
    const label = `getComputedStyle(document.querySelector('td[data-label="class"]'), "::before").content`;
    expect(await opened.page.evaluate(label)).toContain(" class ");
    clean(opened);
    await opened.page.context().close();
    expect(await seriousViolations(browser, path.join(cwd, "result.html"))).toEqual([]);
  });
});
