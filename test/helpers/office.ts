import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { folderOf } from "./folders.ts";

/** The LibreOffice of this machine; `null`, and one line that says so, where there is none. */
export function findOffice(what: string): string | null {
  const found = ["soffice", "libreoffice"].find((program) => {
    try {
      execFileSync(program, ["--version"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
  if (found === undefined)
    process.stderr.write(`left out: ${what}, because LibreOffice was not found (package libreoffice-calc)\n`);
  return found ?? null;
}

/** Comma, double quotes, UTF-8, cells as shown, every sheet in a file of its own. */
const asShown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";

/** What LibreOffice shows on each sheet of a workbook: rows of texts, by the sheet's name. */
export function shownByOffice(office: string, workbook: Uint8Array): Record<string, string[][]> {
  const folder = folderOf({ "workbook.xlsx": workbook });
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
  const convert = ["--headless", "--convert-to", asShown, "--outdir", folder, path.join(folder, "workbook.xlsx")];
  execFileSync(office, [profile, ...convert], { stdio: "ignore", env: { ...process.env, LC_ALL: "C.UTF-8" } });
  const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  return Object.fromEntries(
    files.map((name) => [
      name.slice("workbook-".length, -".csv".length),
      parse(readFileSync(path.join(folder, name), "utf8"), { relax_column_count: true, skip_empty_lines: false }),
    ]),
  );
}

/** A figure as a spreadsheet shows it (`1,234.50`, `73.82%`) as csv has it (1234.50, 0.7382); any other text as it is. */
export function asInCsv(shown: string): string {
  const percent = /^(-?\d+\.\d\d)%$/.exec(shown)?.[1];
  if (percent !== undefined) return (Number(percent) / 100).toFixed(4);
  const plain = /^-?\d{1,3}(?:,\d{3})+\.\d\d$/.test(shown) ? shown.replaceAll(",", "") : shown;
  return /^-0\.0+$/.test(plain) ? plain.slice(1) : plain;
}
