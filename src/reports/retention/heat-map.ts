import type { Segment, Tone } from "../../output/report.ts";
import type { CohortScore } from "../../scoring/retention/cohorts.ts";
import type { Words } from "../../wording/wording.ts";

/** Of the latest; more would not fit 80 characters. */
const mostCohorts = 12;
const mostAges = 12;
/** A blank follows the label, which is `2026-Q3` or longer. */
const leastLabelWidth = 8;
/** A shade, three digits, the mark of an unfinished period. */
const cellWidth = 5;
const sizeWidth = 6;

/** How warm a share is: its shade shows without colours. */
const shades = [
  { from: 75, shade: "█", tone: "good" },
  { from: 50, shade: "▓", tone: "fair" },
  { from: 25, shade: "▒", tone: "weak" },
  { from: 0, shade: "░", tone: "bad" },
] as const satisfies readonly { from: number; shade: string; tone: Tone }[];

/**
 * Cohorts down, ages across, in each cell the percent of the cohort that was active at that age; nothing where no cohort is
 * known. The latest cohorts and the first ages, where there are more.
 */
export function cohortHeatMap(scores: readonly CohortScore[], words: HeatMapWords): readonly (readonly Segment[])[] {
  const known = scores.filter(({ age }) => age !== null);
  const names = [...new Set(known.map(({ cohort }) => cohort))].slice(-mostCohorts);
  if (names.length === 0) return [];
  const rows = names.map((name) => known.filter(({ cohort }) => cohort === name).slice(0, mostAges));
  const ages = Math.max(...rows.map((row) => row.length));
  const labels = names.map(words.period);
  const labelWidth = Math.max(leastLabelWidth, ...labels.map((label) => label.length + 1));
  const head = [
    words.cohort.padEnd(labelWidth),
    words.size.padStart(sizeWidth - 1),
    " ",
    ...Array.from({ length: ages }, (_, age) =>
      String(age)
        .padStart(cellWidth - 1)
        .padEnd(age === ages - 1 ? 0 : cellWidth),
    ),
  ].join("");
  return [
    [{ text: head, strong: true }],
    ...rows.map((row, i) => [
      { text: (labels[i] as string).padEnd(labelWidth) },
      { text: `${String((row[0] as CohortScore).size).padStart(sizeWidth - 1)} ` },
      ...row.map((score, age) => cellOf(score, age === row.length - 1)),
    ]),
    [{ text: legendOf(rows, words) }],
  ];
}

function cellOf({ customerShare, unfinished }: CohortScore, isLast: boolean): Segment {
  const percent = Math.round((customerShare as number) * 100);
  const { shade, tone } = shades.find(({ from }) => percent >= from) ?? shades[3];
  return { text: `${shade}${String(percent).padStart(3)}${unfinished ? "*" : isLast ? "" : " "}`, tone };
}

type HeatMapWords = Words<"retention">["retention"]["heatMap"];

const legendOf = (rows: readonly (readonly CohortScore[])[], { legend, unfinished: mark }: HeatMapWords): string =>
  [legend, ...(rows.some((row) => row.some(({ unfinished }) => unfinished)) ? [mark] : [])].join("; ");
