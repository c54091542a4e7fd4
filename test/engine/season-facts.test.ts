import { describe, expect, it } from "vitest";
import { seasonsByCustomer } from "../../src/engine/season-facts.ts";
import { withSales } from "./sales-lines.ts";

describe("seasonsByCustomer", () => {
  it("adds up the quarters of the last 24 months", async () => {
    const found = await withSales(
      ["customer_id", "sale_date", "amount"],
      [
        ["C1", "2024-01-31", 1n], // the day before the 24 months
        ["C1", "2024-02-01", 2n],
        ["C1", "2025-03-31", 4n],
        ["C1", "2025-04-01", 8n],
        ["C1", "2025-12-31", 16n],
        ["C1", "2025-10-01", -32n],
        ["C1", "2026-01-31", 64n],
        ["C1", "2026-02-01", 128n], // after D
        ["C2", "2025-09-30", 256n],
        ["C3", "2023-09-30", 512n],
        [null, "2025-09-30", 1024n],
      ],
      (engine) => seasonsByCustomer(engine, "2026-01-31"),
    );
    expect(Object.fromEntries(found)).toEqual({ C1: [70n, 8n, 0n, -16n], C2: [0n, 0n, 256n, 0n] });
  });
});
