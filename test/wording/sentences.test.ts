import { describe, expect, it } from "vitest";
import { say as sayDe } from "../../src/wording/de/say.ts";
import { say as sayNb } from "../../src/wording/nb/say.ts";

describe("a sentence of a score in another language", () => {
  it.each([
    ["no_basis", "ingen opplysninger å vurdere etter"],
    ["phase out", "fas ut"],
    ["grade a stated", "grad a oppgitt"],
    [
      "wallet 6200000.00 against 1770512.49 a year",
      "totalforbruk 6\u00a0200\u00a0000,00 mot 1\u00a0770\u00a0512,49 per år",
    ],
    ["rank 1 of 54, A to 11", "plass 1 av 54, A til og med 11"],
    [
      "2 categories that most of 12 peers in segment Hotel buy: Tea, Mugs; capped at 2 × revenue",
      "2 varegrupper som de fleste av 12 sammenlignbare kunder i segmentet Hotel kjøper: Tea, Mugs; høyst 2 × omsetningen",
    ],
    [
      "does not buy 1 category that most of 5 other customers buy: Tea",
      "kjøper ikke 1 varegruppe som de fleste av 5 andre kunder kjøper: Tea",
    ],
    [
      "orders every 30.5 days, the last on 2026-01-02, due 2026-02-01, 1 day ago",
      "bestiller med 30,5 dagers mellomrom, sist 02.01.2026, ventet 01.02.2026, for 1 dag siden",
    ],
    ["3 new employees, a market launch on 2026-05-04", "3 nye ansatte, lansering i et nytt marked 04.05.2026"],
    ["before 2025-Q4", "før 4. kvartal 2025"],
    ["usage 80 of 100, 80 %", "bruk 80 av 100, 80\u00a0%"],
    [
      "revenue 80.00 after 100.00 in the prior window, -20 %",
      "omsetning 80,00 mot 100,00 i forrige måleperiode, -20\u00a0%",
    ],
  ])("%s", (english, norwegian) => expect(sayNb(english)).toBe(norwegian));

  it.each([
    [
      "12345 rows dated after 2026-09-30, 1234.50 in all; left out",
      "12.345 Zeilen nach dem 30.09.2026 datiert, insgesamt 1.234,50; nicht berücksichtigt",
    ],
    ["1 customer not in customers.csv", "1 Kunde nicht in customers.csv"],
    ["50 to under 250", "50 bis unter 250"],
    ["before 2025-Q4", "vor dem 4. Quartal 2025"],
    ["before 2025-03", "vor März 2025"],
    ["before 2025", "vor 2025"],
  ])("%s", (english, german) => expect(sayDe(english)).toBe(german));

  it("what has no form is the user's own, and stays", () => {
    expect(sayNb("revenue 12.00, nps 7")).toBe("revenue 12.00, nps 7");
    expect(sayDe("call them on 2026-01-01 or so")).toBe("call them on 2026-01-01 or so");
  });
});
