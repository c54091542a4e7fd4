import type { Block, Page, Section } from "../output/html/page.ts";
import type { Report, SummaryLine } from "../output/report.ts";
import { bubbleChart } from "./quarter/bubbles.ts";
import type { QuarterContent } from "./quarter/content.ts";
import { definitions } from "./quarter/definitions.ts";
import { flowChart } from "./quarter/flows.ts";
import { changeSentences, taskSentences } from "./quarter/headline.ts";
import { matrixGrid } from "./quarter/matrix-grid.ts";
import { noticeSentence } from "./quarter/notices.ts";
import { paretoChart } from "./quarter/pareto.ts";
import { cohortGrid, movementChart, retentionChart } from "./quarter/retention-charts.ts";
import { pick } from "./quarter/view.ts";

/** The report of a period as a page: says and draws what the commands found, and adds nothing to it. */
export const quarterPage = (content: QuarterContent): Page => ({
  title: `Customer portfolio ${content.period}`,
  facts: [
    {
      term: "as of",
      value: `${content.asOf}, window of ${content.months} months after ${content.windowFrom}`,
    },
    ...(content.unfinished ? [{ term: "unfinished", value: `${content.period}, which the as-of date cuts` }] : []),
    ...(content.currency === null ? [] : [{ term: "currency", value: content.currency }]),
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
    { id: "definitions", title: "Definitions", blocks: [{ kind: "terms", terms: definitions }] },
  ],
  footer: ["Made by portfolio from the exports named in manifest.json, with nothing from elsewhere."],
});

const known = <Item>(item: Item | null): Item[] => (item === null ? [] : [item]);

/** What a section says where there is nothing to draw. */
const orElse = (blocks: readonly Block[], sentence: string): readonly Block[] =>
  blocks.length > 0 ? blocks : [{ kind: "sentences", items: [sentence] }];

/** The summary of a report, without the date that stands at the top of the page. */
const summary = ({ summaryLines }: Report): SummaryLine[] => summaryLines.filter(({ term }) => term !== "as of");

const sentences = (heading: string, items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [{ kind: "sentences", heading, items }];

const headline = (content: QuarterContent): Section => ({
  id: "headline",
  title: "In short",
  blocks: orElse(
    [...sentences("What changed", changeSentences(content)), ...sentences("What to do", taskSentences(content))],
    "Nothing changed, and nothing is to be done.",
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

const matrix = ({ reports }: QuarterContent): Section => ({
  id: "matrix",
  title: "The matrix",
  blocks: [
    matrixGrid(reports.matrix),
    {
      kind: "rows",
      id: "customers",
      caption: "Customers",
      ...pick(reports.customers, customerColumns),
      filters: ["cell", "status", "driver"],
      note: "customers.csv has every column, with those of your own customers file.",
    },
    { kind: "terms", terms: summary(reports.matrix) },
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

const plan = ({ reports }: QuarterContent): Section => ({
  id: "plan",
  title: "The plan",
  blocks: [
    { kind: "terms", terms: summary(reports.plan) },
    {
      kind: "rows",
      id: "plan-rows",
      caption: "Plan",
      ...pick(reports.plan, planColumns),
      filters: ["owner", "cell", "when"],
      note: "plan.csv has every column.",
    },
  ],
});

const satisfaction = (content: QuarterContent): Section => ({
  id: "satisfaction",
  title: "Value and satisfaction",
  blocks: orElse(
    [
      ...known(content.reports.nps).map((nps): Block => ({ kind: "terms", terms: summary(nps) })),
      ...known(bubbleChart(content)),
      ...known(content.reports.swot).map(
        ({ summaryTable }): Block => ({
          kind: "table",
          caption: "Customers by value and satisfaction",
          rows: summaryTable,
        }),
      ),
    ],
    "There are no survey answers among the exports.",
  ),
});

const concentration = (content: QuarterContent): Section => ({
  id: "concentration",
  title: "Concentration",
  blocks: [{ kind: "terms", terms: summary(content.reports.concentration) }, ...known(paretoChart(content))],
});

const retention = (content: QuarterContent): Section => ({
  id: "retention",
  title: "Retention",
  blocks: [
    { kind: "terms", terms: summary(content.reports.retention) },
    ...known(retentionChart(content)),
    ...known(cohortGrid(content)),
  ],
});

const movements = (content: QuarterContent): Section => ({
  id: "movements",
  title: "Movements of revenue",
  blocks: orElse(known(movementChart(content)), `There is no period before ${content.period} in the exports.`),
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
  const { compare } = content.reports;
  if (compare === null) return [];
  const moved = pick(compare, moveColumns);
  const at = moved.columns.findIndex(({ name }) => name === "move");
  return [
    {
      id: "migration",
      title: "Who moved",
      blocks: [
        { kind: "terms", terms: summary(compare) },
        ...known(flowChart(content)),
        {
          kind: "rows",
          id: "moves",
          caption: "Customers that moved",
          columns: moved.columns,
          rows: moved.rows.filter((row) => row[at] !== "same"),
          filters: ["move", "from_cell", "to_cell"],
        },
      ],
    },
  ];
}

/** Findings that the page holds: the strongest; the file has them all. */
const mostFindings = 500;

function findings({ reports: { triggers } }: QuarterContent): Section {
  const left = triggers.rows.length - mostFindings;
  return {
    id: "findings",
    title: "What was found",
    blocks: [
      { kind: "terms", terms: summary(triggers) },
      { kind: "table", caption: "Findings by kind", rows: triggers.summaryTable },
      {
        kind: "rows",
        id: "findings-rows",
        caption: "Findings",
        columns: triggers.columns,
        rows: triggers.rows.slice(0, mostFindings),
        filters: ["kind", "rule"],
        ...(left > 0 ? { note: `The ${mostFindings} strongest; ${left} more are in triggers.csv.` } : {}),
      },
    ],
  };
}

const quality = ({ notices, remarks, leftOut }: QuarterContent): Section => ({
  id: "quality",
  title: "Data quality",
  blocks: [
    {
      kind: "sentences",
      items: [
        ...remarks,
        ...(notices.length === 0 ? ["Nothing odd was found in the exports."] : notices.map(noticeSentence)),
        ...leftOut.map(({ score, reason }) => `Not in this report: ${score}, as ${reason}.`),
      ],
    },
  ],
});
