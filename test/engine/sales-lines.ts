import type { Engine } from "../../src/engine/port.ts";
import type { Period } from "../../src/facts/period.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { openEngine } from "../helpers/read-table.ts";

/** D = 2026-01-31: the window begins with 2025-02-01. */
export const period: Period = {
  asOf: "2026-01-31",
  months: 12,
  window: { from: "2025-01-31", to: "2026-01-31" },
  prior: { from: "2024-01-31", to: "2025-01-31" },
  costsTo: "2026-01-31",
  windowCovered: true,
  priorCovered: true,
};

/** Asks something of these sales lines. */
export async function withSales<T>(
  columns: readonly string[],
  lines: readonly (readonly RowValue[])[],
  ask: (engine: Engine) => Promise<T>,
): Promise<T> {
  const { engine } = await openEngine([]);
  try {
    await engine.createTable("sales", columns, false);
    const sink = await engine.append("sales");
    for (const line of lines) sink.add(line);
    await sink.close();
    return await ask(engine);
  } finally {
    await engine.close();
  }
}
