import type { Command, OptionValues } from "@commander-js/extra-typings";
import type { Io } from "../base/io.ts";
import type { CommandEntry, Outcome } from "../cli/command-entry.ts";

type Loaded = (io: Io, outcome: Outcome) => Command<never[], OptionValues>;

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: "inspect",
    summary: "how a file is read and why: encoding, delimiter, header, numbers, dates, columns",
    examples: ["portfolio inspect fixtures/inspect/umsatz.csv", "portfolio inspect fixtures/inspect/umsatz.csv --rows"],
    load: async () => (await import("./inspect.ts")).inspectCommand as unknown as Loaded,
  },
  {
    name: "classify",
    summary: "both axes, a row a customer: class A–D by value, grade a–d by potential",
    examples: [
      "portfolio classify fixtures/demo",
      "portfolio classify fixtures/demo --columns customer_id,cell,revenue --limit 5",
    ],
    load: async () => (await import("./classify.ts")).classifyCommand as unknown as Loaded,
  },
  {
    name: "matrix",
    summary: "the cells of the matrix: customers, revenue, what there is to win, what to do",
    examples: [
      "portfolio matrix fixtures/demo",
      "portfolio matrix fixtures/demo --columns cell,customers,increment,play --sort -increment",
    ],
    load: async () => (await import("./matrix.ts")).matrixCommand as unknown as Loaded,
  },
  {
    name: "nps",
    summary: "how satisfied customers are: NPS counted four ways, by period and group, who answers and who is silent",
    examples: ["portfolio nps fixtures/demo", "portfolio nps fixtures/demo --period quarter --group segment"],
    load: async () => (await import("./nps.ts")).npsCommand as unknown as Loaded,
  },
  {
    name: "swot",
    summary: "value and satisfaction together: strengths, opportunities, threats, weaknesses",
    examples: ["portfolio swot fixtures/demo", "portfolio swot fixtures/demo --value-cut 500000 --nps-cut 50"],
    load: async () => (await import("./swot.ts")).swotCommand as unknown as Loaded,
  },
  {
    name: "explain",
    summary: "one customer: every number, its rule, the evidence down to file and line, and what would change it",
    examples: ["portfolio explain 10014 fixtures/demo", "portfolio explain skisenter fixtures/demo --format json"],
    load: async () => (await import("./explain.ts")).explainCommand as unknown as Loaded,
  },
  {
    name: "retention",
    summary: "who stayed: retention by period, strict and by the formula, movements of revenue, cohorts, early losses",
    examples: ["portfolio retention fixtures/demo", "portfolio retention fixtures/demo --cohorts --period month"],
    load: async () => (await import("./retention.ts")).retentionCommand as unknown as Loaded,
  },
  {
    name: "value",
    summary: "what customers are worth: lifetime value, what it cost to win them, and what they can be expected to buy",
    examples: ["portfolio value fixtures/demo", "portfolio value fixtures/demo --group segment --format json"],
    load: async () => (await import("./value.ts")).valueCommand as unknown as Loaded,
  },
  {
    name: "concentration",
    summary: "how much of revenue, contribution and complaints few customers have",
    examples: [
      "portfolio concentration fixtures/demo",
      "portfolio concentration fixtures/demo --columns measure,customers,top20_share",
    ],
    load: async () => (await import("./concentration.ts")).concentrationCommand as unknown as Loaded,
  },
  {
    name: "stages",
    summary: "the stage of each relationship, what it calls for, where the effort does not fit, and how it got there",
    examples: ["portfolio stages fixtures/demo", "portfolio stages fixtures/stages --previous 2026-03-31"],
    load: async () => (await import("./stages.ts")).stagesCommand as unknown as Loaded,
  },
  {
    name: "winback",
    summary: "lost customers: who is worth a call, why each left, what is left to offer, and whom not to chase",
    examples: ["portfolio winback fixtures/demo", "portfolio winback fixtures/winback --lost-after 180"],
    load: async () => (await import("./winback.ts")).winbackCommand as unknown as Loaded,
  },
  {
    name: "triggers",
    summary: "what to act on: opportunities, what blocks an offer, warnings, timing, each with its evidence",
    examples: ["portfolio triggers fixtures/triggers", "portfolio triggers fixtures/triggers --per customer"],
    load: async () => (await import("./triggers.ts")).triggersCommand as unknown as Loaded,
  },
  {
    name: "plan",
    summary: "whom to call, in which order, why, when, and what to do first; a call sheet for each owner",
    examples: ["portfolio plan fixtures/demo", "portfolio plan fixtures/demo --capacity 5 --format md"],
    load: async () => (await import("./plan.ts")).planCommand as unknown as Loaded,
  },
  {
    name: "icp",
    summary: "whom to look for: what the best customers have in common, whom to avoid, how well prospects fit",
    examples: ["portfolio icp fixtures/demo", "portfolio icp fixtures/demo --score fixtures/icp/prospects.csv"],
    load: async () => (await import("./icp.ts")).icpCommand as unknown as Loaded,
  },
  {
    name: "query",
    summary: "SQL of your own over the analysis as tables: customers, cells, months, answers, events, findings, plan",
    examples: [
      'portfolio query "select cell, count(*) as customers from customers group by cell order by cell" fixtures/demo',
      "portfolio query --schema",
    ],
    load: async () => (await import("./query.ts")).queryCommand as unknown as Loaded,
  },
  {
    name: "compare",
    summary: "what changed since an earlier day or a snapshot: who moved where, and the figures that caused it",
    examples: [
      "portfolio compare fixtures/demo --against 2026-06-30",
      "portfolio compare fixtures/demo --against 2026-03-31 --where \"move = 'down'\"",
    ],
    load: async () => (await import("./compare.ts")).compareCommand as unknown as Loaded,
  },
  {
    name: "report",
    summary: "the quarter on one page: pictures, lists, a workbook and every table, in one folder",
    examples: [
      "portfolio report fixtures/demo --period 2026-Q3 -o quarter --force",
      "portfolio report fixtures/demo --period 2026-Q2 -o quarter --force --quiet",
    ],
    load: async () => (await import("./report.ts")).reportCommand as unknown as Loaded,
  },
  {
    name: "check",
    summary: "what is odd in the exports, where it stands, and what to do about it",
    examples: ["portfolio check fixtures/check", "portfolio check fixtures/demo --fail-on error"],
    load: async () => (await import("./check.ts")).checkCommand as unknown as Loaded,
  },
];
