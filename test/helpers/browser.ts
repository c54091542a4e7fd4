import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";

const places = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser of this machine; `null`, and one line that says so, where there is none. */
export function findBrowser(what: string): string | null {
  const found = places.find((place) => place !== "" && existsSync(place)) ?? null;
  if (found === null)
    process.stderr.write(`left out: ${what}, because no browser was found (CHROMIUM=/path/to/chromium names one)\n`);
  return found;
}

export const openBrowser = (executablePath: string): Promise<Browser> =>
  // The sandbox needs rights that containers do not give; the pages are our own.
  chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });

export interface Opened {
  readonly page: Page;
  /** Errors and warnings of the console, and errors of scripts. */
  readonly complaints: string[];
  /** Everything that was asked of anybody, the page itself apart. */
  readonly requests: string[];
}

export interface Look {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
}

/** Opens a file as a double click does: from the disk, in a browser that may not go anywhere. */
export async function openFile(browser: Browser, file: string, { width = 1280, colorScheme = "light" }: Look = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, offline: true });
  const page = await context.newPage();
  const opened: Opened = { page, complaints: [], requests: [] };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) opened.complaints.push(message.text());
  });
  page.on("pageerror", (error) => opened.complaints.push(error.message));
  page.on("dialog", (dialog) => {
    opened.complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const address = pathToFileURL(file).href;
  page.on("request", (request) => {
    if (request.url() !== address) opened.requests.push(request.url());
  });
  await page.goto(address);
  return opened;
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[];
}

/** What axe finds that keeps people out: serious and critical violations. The script comes from outside the page's policy. */
export async function seriousViolations(browser: Browser, file: string, look: Look = {}): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.colorScheme ?? "light",
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(axe.source);
  const found = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as {
    readonly violations: readonly Violation[];
  };
  await context.close();
  return found.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ""}`),
    );
}
