// Every rule just under, at and just over its limits, from the exports to the findings: fixtures/worked/triggers/README.md has the
// arithmetic.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { groupBy } from "../src/base/grouping.ts";
import { rules } from "../src/scoring/findings/registry.ts";
import { root } from "./helpers/folders.ts";
import { runPiped } from "./helpers/transcripts.ts";

interface Expected {
  readonly folder: string;
  readonly as_of: string;
  readonly customer_id: string;
  readonly rule: string;
  /** Empty: a finding that comes with another rule's case. */
  readonly limit: string;
  readonly step: string;
  /** Empty: the rule finds nothing. */
  readonly strength: string;
  readonly date: string;
  readonly evidence: string;
}

const folder = "fixtures/worked/triggers";
const expected = parse(readFileSync(path.join(root, folder, "expected.csv"), "utf8"), { columns: true }) as Expected[];

type Finding = Pick<Expected, "customer_id" | "rule" | "date" | "evidence"> & { readonly strength: number };

/** As one line: who, which rule, and what it says. */
const line = ({ customer_id, rule, strength, date, evidence }: Finding | Expected): string =>
  [customer_id, rule, strength, date, evidence].join(" | ");

const runs = groupBy(expected, (row) => `${row.folder} --as-of ${row.as_of}`);

describe.each([...runs])("%s", async (_, rows) => {
  const [{ folder: exports, as_of: asOf }] = rows as [Expected];
  const args = ["triggers", `${folder}/${exports}`, "--as-of", asOf, "--format", "json", "--quiet"];
  const { code, out, err } = await runPiped(args);
  const found: readonly Finding[] = code === 0 ? JSON.parse(out).rows : [];

  it.each(rows.filter(({ limit }) => limit !== ""))("$rule: $limit, $step", (row) => {
    expect(code, err).toBe(0);
    const own = found.filter(({ customer_id, rule }) => customer_id === row.customer_id && rule === row.rule);
    expect(own.map(line)).toEqual(row.strength === "" ? [] : [line(row)]);
  });

  it("finds nothing else", () => {
    const wanted = rows.filter(({ strength }) => strength !== "");
    expect(found.map(line).toSorted()).toEqual(wanted.map(line).toSorted());
  });
});

describe("the cases", () => {
  const stepsOf = groupBy(
    expected.filter(({ limit }) => limit !== ""),
    ({ rule, limit }) => `${rule} ${limit}`,
  );

  it.each(rules.map(({ id }) => id))("%s has one at, just under and just over a limit", (id) => {
    const own = [...stepsOf].filter(([name]) => name.startsWith(`${id} `)).map(([, rows]) => rows);
    const steps = own.map((rows) =>
      rows
        .map(({ step }) => step)
        .toSorted()
        .join(" "),
    );
    expect(steps, `add ${id} to ${folder}`).toContain("at over under");
  });

  it("come in threes or in pairs, are called after their customers, and the limit changes something", () => {
    for (const [name, rows] of stepsOf) {
      const steps = rows.map(({ step }) => step).toSorted();
      expect(
        [
          ["at", "over", "under"],
          ["absent", "present"],
        ],
        name,
      ).toContainEqual(steps);
      expect(new Set(rows.map(({ strength }) => strength)).size, name).toBeGreaterThan(1);
      for (const { customer_id, limit, step } of rows) expect([limit, `${limit}-${step}`], name).toContain(customer_id);
    }
  });

  it("name no rule that is not there", () => {
    const ids = rules.map(({ id }) => id);
    expect(expected.map(({ rule }) => rule).filter((rule) => !ids.includes(rule))).toEqual([]);
  });
});
