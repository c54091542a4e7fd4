import { expect, it } from "vitest";
import { churnReasons } from "../../../src/scoring/winback/reasons.ts";

it.each([
  [
    ["price"],
    ["Price", "too expensive", "PRICING", "for dyrt", "Høy pris", "prisøkning", "för dyrt", "priset", "for dyr"],
  ],
  [["price"], ["zu teuer", "Preiserhöhung", "günstigeres Angebot", "Kosten", "prix", "trop cher", "coût", "tarifs"]],
  [["service"], ["poor service", "support", "kundeservice", "dårlig oppfølging", "kundtjänst", "opfølgning"]],
  [["service"], ["Kundendienst", "schlechte Betreuung", "SAV", "suivi", "service client"]],
  [
    ["price", "service"],
    ["service and price", "Preis/Service"],
  ],
  [[], ["moved away", "konkurs", "", "cherche autre chose", "dyreklinikk"]],
])("%j: %j", (reasons, texts) => {
  for (const text of texts) expect(churnReasons(text), text).toEqual(reasons);
});

it("nothing stated, no reason", () => expect(churnReasons(null)).toEqual([]));
