import { describe, expect, it } from "vitest";
import { classifyColumns } from "../../src/reports/classify.ts";
import { compareColumns } from "../../src/reports/compare.ts";
import { concentrationColumns } from "../../src/reports/concentration.ts";
import { prospectColumns } from "../../src/reports/icp/prospects.ts";
import { icpColumns } from "../../src/reports/icp.ts";
import { matrixColumns } from "../../src/reports/matrix.ts";
import { launchColumns } from "../../src/reports/nps/launch.ts";
import { npsColumns } from "../../src/reports/nps.ts";
import { planColumns } from "../../src/reports/plan.ts";
import { retentionColumns } from "../../src/reports/retention.ts";
import { sensitivityColumns } from "../../src/reports/sensitivity.ts";
import { stagesColumns } from "../../src/reports/stages.ts";
import { swotColumns } from "../../src/reports/swot.ts";
import { triggersColumns } from "../../src/reports/triggers.ts";
import { valueColumns } from "../../src/reports/value.ts";
import { winbackColumns } from "../../src/reports/winback.ts";
import { headings as headingsDe } from "../../src/wording/de/headings.ts";
import { sentences as sentencesDe } from "../../src/wording/de/sentences.ts";
import { values as valuesDe } from "../../src/wording/de/values.ts";
import { de } from "../../src/wording/de.ts";
import { sentenceForms } from "../../src/wording/en/sentences.ts";
import { en } from "../../src/wording/en.ts";
import { headings as headingsNb } from "../../src/wording/nb/headings.ts";
import { sentences as sentencesNb } from "../../src/wording/nb/sentences.ts";
import { values as valuesNb } from "../../src/wording/nb/values.ts";
import { nb } from "../../src/wording/nb.ts";
import { partsOf } from "../../src/wording/sentences.ts";
import type { Catalogue, Group } from "../../src/wording/wording.ts";

/** Every text and function of a catalogue, by its path. */
async function leavesOf({ base, groups }: Catalogue): Promise<ReadonlyMap<string, unknown>> {
  const leaves = new Map<string, unknown>();
  const add = (path: string, value: unknown): void => {
    if (typeof value === "object" && value !== null)
      for (const [name, inner] of Object.entries(value)) add(`${path}.${name}`, inner);
    else leaves.set(path, value);
  };
  add("common", base.common);
  add("output", { ...base.output, page: { ...base.output.page, script: null }, notation: null });
  for (const group of Object.keys(groups) as Group[]) add(group, await groups[group]());
  return leaves;
}

/** The same word in both languages, or a name. */
const sameAsEnglish: ReadonlySet<string> = new Set([
  ...["NPS", "plan", "share", "n/a", "trend", "name", "service", "portfolio", "region", "Service", "Plan"],
]);

const english = await leavesOf(en);

describe.each([
  ["nb", nb, headingsNb, valuesNb, sentencesNb],
  ["de", de, headingsDe, valuesDe, sentencesDe],
] as const)("%s", (_, catalogue, headings, values, sentences) => {
  it("says what English says, in as many parts, and nothing is empty", async () => {
    const own = await leavesOf(catalogue);
    const codes = (path: string): boolean => path.startsWith("quarter.bubbles.quadrants");
    expect([...own.keys()].filter((path) => !codes(path)).sort()).toEqual(
      [...english.keys()].filter((path) => !codes(path)).sort(),
    );
    for (const [path, text] of english) {
      const said = own.get(path);
      expect(typeof said, path).toBe(typeof text);
      if (typeof text === "function") expect((said as () => void).length, path).toBe(text.length);
      if (typeof text === "string" && text !== "") expect(said, path).not.toBe("");
    }
  });

  it("has no text left in English", async () => {
    const own = await leavesOf(catalogue);
    const left = [...own].filter(
      ([path, text]) => typeof text === "string" && text === english.get(path) && !sameAsEnglish.has(text),
    );
    expect(left.map(([path]) => path)).toEqual(left.map(([path]) => path).filter((path) => path === "output.tag"));
  });

  it("says every sentence with the parts that it has, and none as it was", () => {
    expect(Object.keys(sentences).sort()).toEqual([...sentenceForms].sort());
    for (const [form, text] of Object.entries(sentences)) {
      expect(partsOf(text), form).toEqual(partsOf(form));
      expect(text, form).not.toBe(form);
      expect(text.trim(), form).not.toBe("");
    }
  });

  it("has a heading for every column", () => {
    const columns = [
      ...[...classifyColumns(6), ...sensitivityColumns, ...matrixColumns, ...planColumns, ...compareColumns],
      ...[
        ...concentrationColumns,
        ...icpColumns,
        ...prospectColumns,
        ...launchColumns,
        ...winbackColumns,
        ...swotColumns,
      ],
      ...[...triggersColumns(true), ...triggersColumns(false), ...stagesColumns(true)],
      ...npsColumns({ byPeriod: true, byGroup: true }),
      ...retentionColumns({ byGroup: true, cohorts: false }),
      ...retentionColumns({ byGroup: true, cohorts: true }),
      ...valueColumns({ predicted: true, byGroup: true }),
    ];
    expect(columns.map(({ name }) => name).filter((name) => !headings[name])).toEqual([]);
  });

  it("has a word for each code that the other language has one for", () => {
    const shape = (all: typeof values) => Object.entries(all).map(([column, words]) => [column, Object.keys(words)]);
    expect(shape(values)).toEqual(shape(valuesNb));
    expect(Object.keys(headings)).toEqual(Object.keys(headingsNb));
  });
});
