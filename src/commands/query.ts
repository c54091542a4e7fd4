import { Command } from "@commander-js/extra-typings";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import type { TableNeeds } from "../cli/load.ts";
import { cellTypeOf, resultTableOf } from "../cli/result-table.ts";
import { checkOutputOptions, type OutputOptions, writeOutput } from "../cli/run-output.ts";
import { isFolder, wordAndFolder } from "../cli/word-and-folder.ts";
import type { Settings } from "../config/settings.ts";
import { answersToDate } from "../engine/answer-facts.ts";
import { monthsByCustomer } from "../engine/month-facts.ts";
import type { Row } from "../output/report.ts";
import {
  answerColumns,
  answerRows,
  eventColumns,
  eventRows,
  monthColumns,
  monthRows,
  queryReport,
  schemaReport,
  type TableWords,
} from "../reports/query.ts";
import { loadWords } from "../wording/load.ts";
import type { Group } from "../wording/wording.ts";
import { classifySpec } from "./classify.ts";
import { matrixSpec } from "./matrix.ts";
import { classifyNeeds, findingNeeds } from "./needs.ts";
import { planSpec } from "./plan.ts";
import { runScore, type Scored, type ScoreSpec, withScoreOptions } from "./score-command.ts";
import { stagesSpec } from "./stages.ts";
import { triggersSpec } from "./triggers.ts";
import { winbackSpec } from "./winback.ts";

type RowsOf = (scored: Omit<Scored<unknown>, "own">) => readonly Row[] | Promise<readonly Row[]>;

/** A table that a query may ask. */
interface Table extends Omit<TableWords, "columns"> {
  readonly columns: (months: number) => TableWords["columns"];
  readonly needs: TableNeeds;
  readonly needsSales: boolean;
  /** What the settings file says of it is checked before anything is read. */
  readonly prepare: (settings: Settings) => Promise<RowsOf>;
}

/** The rows that a command says, without its options. */
const said = <Own, G extends Group>(name: string, about: string, spec: ScoreSpec<Own, G>): Table => ({
  name,
  about,
  columns: spec.columns,
  needs: spec.needs,
  needsSales: spec.needsSales,
  prepare: async (settings) => {
    const own = await spec.own(settings);
    return async (scored) => (await spec.say({ ...scored, own })).report(await loadWords("en", spec.words)).rows;
  },
});

const counted = (name: string, about: string, columns: TableWords["columns"], rowsOf: RowsOf): Table => ({
  name,
  about,
  columns: () => columns,
  needs: findingNeeds,
  needsSales: false,
  prepare: async () => rowsOf,
});

const tables: readonly Table[] = [
  said("customers", "a row a customer, as classify has it", classifySpec({ enrich: false, sensitivity: false })),
  said("cells", "a row a cell that holds customers, as matrix has it", matrixSpec),
  counted(
    "months",
    "a row a customer and month with a sales line, by id and month (its first day)",
    monthColumns,
    async ({ portfolio: { engine, period, totals } }) =>
      totals.sales === null ? [] : monthRows(await monthsByCustomer(engine, period.asOf)),
  ),
  counted(
    "answers",
    "a row an NPS answer or invitation, up to the as-of date",
    answerColumns,
    async ({ portfolio: { engine, period, totals } }) =>
      totals.answers === null ? [] : answerRows(await answersToDate(engine, period.asOf)),
  ),
  counted(
    "events",
    "a row an event, up to the as-of date, and reviews that are planned",
    eventColumns,
    ({ portfolio: { customers } }) => eventRows(customers),
  ),
  said("findings", "a row a finding, the strongest first, as triggers has it", triggersSpec({})),
  said("stages", "a row a customer, as stages has it", stagesSpec({})),
  said("winback", "a row a lost customer, as winback has it", winbackSpec({})),
  said("plan", "a row a customer to call, in order, as plan has it", planSpec({})),
];

/** Manual: docs/query.md. */
export const queryCommand = (io: Io) =>
  withScoreOptions(new Command("query").argument("[sql]", "one SELECT over the tables of the analysis"))
    .option("--schema", "tables and columns that a query may ask; nothing is read")
    .action(async (first, second, options) => {
      if (options.schema === true) return writeSchema(io, first, options);
      if (first === undefined || (second === undefined && isFolder(io.cwd, first)))
        throw new UserError("there is no query", {
          hint: `portfolio query "select * from customers" ${first ?? "DIR"}`,
          exit: 2,
        });
      const [sql, dir] = wordAndFolder(io, first, second);
      const { memory } = options;
      const asked = tables.filter(({ name }) => mayAsk(sql, name));
      return runScore<ReadonlyMap<string, RowsOf>, never>(io, dir, options, {
        name: "query",
        words: [],
        needs: allNeeds(asked),
        needsSales: asked.some(({ needsSales }) => needsSales),
        // Known when the query has run.
        columns: () => [],
        own: async (settings) => {
          const { checkQuery } = await import("../engine/query.ts");
          await checkQuery(sql, empty(options.window ?? settings.window ?? defaultWindow), { memory });
          return new Map(
            await Promise.all(asked.map(async ({ name, prepare }) => [name, await prepare(settings)] as const)),
          );
        },
        ownJson: () => ({ sql }),
        say: async (scored) => {
          const { runQuery } = await import("../engine/query.ts");
          const filled = await Promise.all(
            tables.map(async ({ name, columns }) => {
              const rows = (await scored.own.get(name)?.(scored)) ?? [];
              return { name, ...resultTableOf({ columns: columns(scored.months), rows }) };
            }),
          );
          const { columns, rows } = await runQuery(sql, filled, { memory });
          const report = queryReport({ columns: columns.map(({ name, type: kind }) => ({ name, kind })), rows });
          return { report: () => report };
        },
      });
    });

const defaultWindow = 12;

/** The tables as they are before anything is read. */
const empty = (months: number) =>
  tables.map(({ name, columns }) => ({ name, ...resultTableOf({ columns: columns(months), rows: [] }) }));

/**
 * Whether a query can need a table's rows: it names it, or it asks for tables by other means (`query_table`, `show tables`,
 * the catalogue). What is not needed is not worked out, and findings cost more than all the rest.
 */
const mayAsk = (sql: string, table: string): boolean =>
  sql.toLowerCase().includes(table) || /query|duckdb|schema|pg_|show|describe|summarize/i.test(sql);

/** The columns that any of the tables needs. */
function allNeeds(asked: readonly Table[]): TableNeeds {
  const all = (role: keyof TableNeeds) => [
    ...new Set([classifyNeeds, ...asked.map(({ needs }) => needs)].flatMap((n) => n[role])),
  ];
  return { sales: all("sales"), costs: all("costs"), nps: all("nps") };
}

/** The tables are the same for all exports. */
async function writeSchema(io: Io, word: string | undefined, options: OutputOptions & { readonly window?: number }) {
  if (word !== undefined)
    throw new UserError("--schema reads nothing: the tables are the same for all exports", {
      hint: "portfolio query --schema",
      exit: 2,
    });
  const { sqlTypes } = await import("../engine/result-table.ts");
  const months = options.window ?? defaultWindow;
  const words = tables.map(({ name, about, columns }) => ({ name, about, columns: columns(months) }));
  const report = schemaReport(words, (kind) => sqlTypes[cellTypeOf(kind)]);
  await checkOutputOptions(io, options, [], report.columns);
  await writeOutput(io, options, [], [], report);
}
