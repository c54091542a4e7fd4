import type { Block, Page, Section } from "../output/html/page.ts";
import type { Report, SummaryLine } from "../output/report.ts";
import { spokenRows } from "../wording/spoken.ts";
import { bubbleChart } from "./quarter/bubbles.ts";
import type { QuarterContent } from "./quarter/content.ts";
import { flowChart } from "./quarter/flows.ts";
import { bewareOf, changeSentences, taskSentences, unfinishedWords } from "./quarter/headline.ts";
import { matrixGrid } from "./quarter/matrix-grid.ts";
import { noticeSentence } from "./quarter/notices.ts";
import { paretoChart } from "./quarter/pareto.ts";
import { cohortGrid, movementChart, retentionChart } from "./quarter/retention-charts.ts";
import { pick } from "./quarter/view.ts";

/** The report of a period as a page: says and draws what the commands found, and adds nothing to it. */
export const quarterPage = (content: QuarterContent): Page => {
  const { common, quarter } = content.words;
  return {
    title: quarter.title(content.period),
    facts: [
      { term: common.asOf, value: common.asOfText(content.asOf, content.months, content.windowFrom) },
      ...(content.unfinished ? [{ term: quarter.unfinished, value: unfinishedWords(content) }] : []),
      ...bewareOf(content),
      ...(content.currency === null ? [] : [{ term: quarter.currency, value: content.currency }]),
    ],
    sections: [
      headline(content),
      matrix(content),
      plan(content),
      satisfaction(content),
      concentration(content),
      retention(content),
      movements(content),
      ...migration(content),
      findings(content),
      quality(content),
      {
        id: "definitions",
        title: quarter.sections.definitions,
        blocks: [{ kind: "terms", terms: quarter.definitions }],
      },
    ],
    footer: [quarter.footer],
  };
};

const known = <Item>(item: Item | null): Item[] => (item === null ? [] : [item]);

/** What a section says where there is nothing to draw. */
const orElse = (blocks: readonly Block[], sentence: string): readonly Block[] =>
  blocks.length > 0 ? blocks : [{ kind: "sentences", items: [sentence] }];

/** The summary of a report, without the date that stands at the top of the page; what cuts the period is said as it is there. */
const summary = ({ summaryLines }: Report, content: QuarterContent): SummaryLine[] => {
  const { common, quarter } = content.words;
  return summaryLines
    .filter(({ term }) => term !== common.asOf)
    .map((line) =>
      content.unfinished && line.term === quarter.unfinished ? { ...line, value: unfinishedWords(content) } : line,
    );
};

/** A gain is written with its sign, in every language. */
const gain = /[+]\d/;

/** The summary of a report whose figures are those of the window; where that is not whole, each gain says so too. */
const windowSummary = (report: Report, content: QuarterContent): SummaryLine[] => {
  const { quarter } = content.words;
  const lines = summary(report, content);
  if (content.windowCovered) return lines;
  const said = lines.map((line) => (gain.test(line.value) ? { ...line, value: quarter.byPart(line.value) } : line));
  return [...bewareOf(content), ...said];
};

const sentences = (heading: string, items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [{ kind: "sentences", heading, items }];

const headline = (content: QuarterContent): Section => ({
  id: "headline",
  title: content.words.quarter.sections.headline,
  blocks: orElse(
    [
      ...sentences(content.words.quarter.whatChanged, changeSentences(content)),
      ...sentences(content.words.quarter.whatToDo, taskSentences(content)),
    ],
    content.words.quarter.nothing,
  ),
});

const customerColumns = [
  "customer_id",
  "customer_name",
  "cell",
  "revenue",
  "growth",
  "contribution",
  "margin",
  "potential_increment",
  "potential_source",
  "driver",
  "nps",
  "last_purchase",
  "status",
];

const matrix = (content: QuarterContent): Section => ({
  id: "matrix",
  title: content.words.quarter.sections.matrix,
  blocks: [
    matrixGrid(content.reports.matrix, content.words),
    {
      kind: "rows",
      id: "customers",
      caption: content.words.quarter.customersCaption,
      ...spokenRows(pick(content.reports.customers, customerColumns), content.words),
      filters: ["cell", "status", "driver"],
      below: ["driver", "potential_source"],
      note: content.words.quarter.customersNote,
    },
    { kind: "terms", terms: windowSummary(content.reports.matrix, content) },
  ],
});

const planColumns = [
  "rank",
  "customer_id",
  "customer_name",
  "owner",
  "cell",
  "increment",
  "driver",
  "when",
  "first_action",
  "blocked_by",
  "evidence",
  "next_product",
];

const plan = (content: QuarterContent): Section => ({
  id: "plan",
  title: content.words.quarter.sections.plan,
  blocks: [
    { kind: "terms", terms: windowSummary(content.reports.plan, content) },
    {
      kind: "rows",
      id: "plan-rows",
      caption: content.words.quarter.planCaption,
      ...spokenRows(pick(content.reports.plan, planColumns), content.words),
      filters: ["owner", "cell", "when"],
      below: ["driver", "next_product", "evidence"],
      note: content.words.quarter.planNote,
    },
  ],
});

const satisfaction = (content: QuarterContent): Section => ({
  id: "satisfaction",
  title: content.words.quarter.sections.satisfaction,
  blocks: orElse(
    [
      ...known(content.reports.nps).map((nps): Block => ({ kind: "terms", terms: summary(nps, content) })),
      ...known(bubbleChart(content)),
      ...known(content.reports.swot).map(
        ({ summaryTable }): Block => ({
          kind: "table",
          caption: content.words.quarter.swotCaption,
          rows: summaryTable,
        }),
      ),
    ],
    content.leftOut
      .filter(({ score }) => score === "nps")
      .map((left) => leftOutWords(left, content.words))
      .join(" "),
  ),
});

const concentration = (content: QuarterContent): Section => ({
  id: "concentration",
  title: content.words.quarter.sections.concentration,
  blocks: [
    { kind: "terms", terms: windowSummary(content.reports.concentration, content) },
    ...known(paretoChart(content)),
  ],
});

const retention = (content: QuarterContent): Section => ({
  id: "retention",
  title: content.words.quarter.sections.retention,
  blocks: [
    { kind: "terms", terms: summary(content.reports.retention, content) },
    ...known(retentionChart(content)),
    ...known(cohortGrid(content)),
  ],
});

const movements = (content: QuarterContent): Section => ({
  id: "movements",
  title: content.words.quarter.sections.movements,
  blocks: orElse(known(movementChart(content)), content.words.quarter.noBefore(content.period)),
});

const moveColumns = [
  "customer_id",
  "customer_name",
  "from_cell",
  "to_cell",
  "move",
  "cause",
  "revenue_from",
  "revenue_to",
];

function migration(content: QuarterContent): Section[] {
  const { words } = content;
  const { compare } = content.reports;
  if (compare === null) return [];
  const moved = pick(compare, moveColumns);
  const at = moved.columns.findIndex(({ name }) => name === "move");
  return [
    {
      id: "migration",
      title: words.quarter.sections.migration,
      blocks: [
        { kind: "terms", terms: summary(compare, content) },
        ...known(flowChart(content)),
        {
          kind: "rows",
          id: "moves",
          caption: words.quarter.movesCaption,
          ...spokenRows({ columns: moved.columns, rows: moved.rows.filter((row) => row[at] !== "same") }, words),
          filters: ["move", "from_cell", "to_cell"],
        },
      ],
    },
  ];
}

/** Findings that the page holds: the strongest; the file has them all. */
const mostFindings = 500;

function findings(content: QuarterContent): Section {
  const { words } = content;
  const { triggers } = content.reports;
  const left = triggers.rows.length - mostFindings;
  return {
    id: "findings",
    title: words.quarter.sections.findings,
    blocks: [
      { kind: "terms", terms: summary(triggers, content) },
      { kind: "table", caption: words.quarter.findingsByKind, rows: triggers.summaryTable },
      {
        kind: "rows",
        id: "findings-rows",
        caption: words.quarter.findingsCaption,
        ...spokenRows({ columns: triggers.columns, rows: triggers.rows.slice(0, mostFindings) }, words),
        filters: ["kind", "rule"],
        ...(left > 0 ? { note: words.quarter.findingsNote(mostFindings, left) } : {}),
      },
    ],
  };
}

const quality = ({ notices, remarks, leftOut, words }: QuarterContent): Section => ({
  id: "quality",
  title: words.quarter.sections.quality,
  blocks: [
    {
      kind: "sentences",
      items: [
        ...remarks,
        ...(notices.length === 0 ? [words.quarter.nothingOdd] : notices.map((notice) => noticeSentence(notice, words))),
        ...leftOut.map((left) => leftOutWords(left, words)),
      ],
    },
  ],
});

const leftOutWords = (
  { score, reason }: QuarterContent["leftOut"][number],
  { quarter }: QuarterContent["words"],
): string => quarter.notInReport(quarter.score(score), quarter.leftOut(reason));
