import { describe, expect, it } from "vitest";
import { writePage } from "../../src/output/html/document.ts";
import { de } from "../../src/wording/de.ts";
import { nb } from "../../src/wording/nb.ts";
import { everyBlock } from "../output/html/page.ts";

describe.each([
  ["nb", nb, ["`rad $", "{shown} av $", "{count}`"].join(""), "Vis alle"],
  ["de", de, ["`Zeilen $", "{shown} von $", "{count}`"].join(""), "Alle anzeigen"],
] as const)("a page in %s", (language, { base }, said, button) => {
  it("has tools, script and axes in the language, and the script is one", async () => {
    const page = await writePage(everyBlock, base.output);
    const script = page.match(/<script>(.*)<\/script>/s)?.[1] ?? "";
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(button);
    expect(script).toContain(said);
    expect(script).not.toMatch(/in all`|is chosen\.|"none"/);
    expect(() => new Function(script)).not.toThrow();
  });
});
