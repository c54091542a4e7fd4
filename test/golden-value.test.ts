// Published figures and those of other programs for the CDNOW sample (Fader, Hardie & Lee 2005), through the command from the
// file as it is distributed; see ../shared/golden/README.md. Run where ../shared/data is.
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isThere, sharedData } from "./helpers/folders.ts";
import { run } from "./helpers/run.ts";

const slow = 60_000;

interface Model {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly log_likelihood: number;
  readonly expected_purchases: number;
}

async function value(...args: readonly string[]) {
  const { code, out, err } = await run(["value", "--predict", "--quiet", "--format", "json", ...args]);
  expect(code, err).toBe(0);
  return JSON.parse(out);
}

describe.runIf(isThere(sharedData, "the golden values of lifetime value"))("golden values", () => {
  const cdnow = [
    ...["--sales", path.join(sharedData, "cdnow/CDNOW_sample.txt"), "--delimiter", "whitespace", "--no-header"],
    ...["--map", "sales.customer_id=#1", "--map", "sales.date=#3", "--map", "sales.amount=#5"],
  ];

  it("cdnow, fitted to its first 39 weeks", { timeout: slow }, async () => {
    const { summary, rows } = await value(...cdnow, "--as-of", "1997-09-30");
    const fitted = {
      mbg_nbd: [{ r: 0.524843, alpha: 6.183086, a: 0.891359, b: 1.614002 }, -9582.135716],
      bg_nbd: [{ r: 0.2425945, alpha: 4.413602, a: 0.792922, b: 2.4259071 }, -9582.429207],
      pareto_nbd: [{ r: 0.553277, alpha: 10.57768, s: 0.60624, beta: 11.66874 }, -9594.976179],
      gamma_gamma: [{ p: 6.249573, q: 3.744225, gamma: 15.44352 }, -4055.917695],
    } as const;
    expect(summary.models).toHaveLength(4);
    for (const { name, parameters, log_likelihood } of summary.models as Model[]) {
      const [expected, likelihood] = fitted[name as keyof typeof fitted];
      expect(Math.abs(log_likelihood - likelihood)).toBeLessThan(1e-4);
      for (const [parameter, found] of Object.entries(parameters))
        expect(found / Number((expected as Readonly<Record<string, number>>)[parameter])).toBeCloseTo(1, 4);
    }
    // The first ten customers of the file.
    const spendOf = new Map(rows.map((row: Record<string, string>) => [row.customer_id, Number(row.expected_spend)]));
    const ids = ["00004", "00021", "00050", "00071", "00086", "00111", "00112", "00113", "00114", "00131"];
    const spends = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    expect(ids.map((id) => (spendOf.get(id) as number).toFixed(2))).toEqual(spends.map((spend) => spend.toFixed(2)));
  });

  it("cdnow, its last 39 weeks held out", { timeout: slow }, async () => {
    const { holdout } = (await value(...cdnow, "--holdout", "39w")).summary;
    expect(holdout).toMatchObject({ fitted_to: "1997-09-30", customers: 2357, actual_purchases: 1882 });
    const expected = { mbg_nbd: 1576.7, bg_nbd: 1653.4, pareto_nbd: 1665.4 };
    for (const { name, expected_purchases } of holdout.models as Model[])
      expect(Math.abs(expected_purchases - expected[name as keyof typeof expected])).toBeLessThan(0.5);
  });

  it("online-retail", { timeout: slow }, async () => {
    const file = path.join(sharedData, "online-retail/online-retail.csv.gz");
    const { rows } = await value("--sales", file);
    expect(rows).toHaveLength(4372);
    for (const { p_alive, clv_predicted, tenure_years } of rows)
      expect([p_alive === null, clv_predicted === null]).toEqual([tenure_years === null, tenure_years === null]);
  });
});
