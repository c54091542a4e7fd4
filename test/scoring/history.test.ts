import { describe, expect, it } from "vitest";
import { tellsNewFromOld } from "../../src/scoring/history.ts";

// The period's first day is 2025-10-01; the day 12 months before is 2024-10-01.
describe("new customers of a period after 2025-09-30", () => {
  it.each([
    ["no sale", null, null, false],
    ["sales from 12 months before its first day", "2024-10-01", null, true],
    ["a day less", "2024-10-02", null, false],
    ["complete from its first day", "2025-01-01", "2025-10-01", true],
    ["complete from long before", "2025-01-01", "2020-01-01", true],
    ["complete from the day after", "2025-01-01", "2025-10-02", false],
    ["no sale, whatever is complete", null, "2020-01-01", false],
  ])("%s", (_, firstSale, historyFrom, known) =>
    expect(tellsNewFromOld("2025-09-30", { firstSale, historyFrom })).toBe(known));
});
