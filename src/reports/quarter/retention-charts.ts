import type { Money } from "../../base/money.ts";
import type { Box, ChartBlock, Grid, Waterfall } from "../../output/html/page.ts";
import type { QuarterContent } from "./content.ts";
import { periodRow } from "./headline.ts";
import { toNumber, type View, viewsOf } from "./view.ts";

/** Periods that the drawing has room for. */
const mostPeriods = 24;

/** Retention period by period, strict and by the formula; `null` where no period had customers at its start. */
export function retentionChart({ reports, words }: QuarterContent): ChartBlock | null {
  const rows = viewsOf(reports.retention)
    .filter((view) => view.text("group") === null && view.number("retention") !== null)
    .slice(-mostPeriods);
  if (rows.length === 0) return null;
  const { figures, quarter } = words;
  const { heads, ...said } = quarter.retention;
  const periodOf = (view: View): string => view.text("period") ?? "";
  const nameOf = (view: View): string =>
    view.text("unfinished") === "yes" ? said.unfinished(periodOf(view)) : figures.period(periodOf(view));
  const hasFormula = rows.some((view) => view.number("retention_formula") !== null);
  return {
    kind: "chart",
    id: "retention-chart",
    title: said.title,
    description: said.description,
    drawing: {
      kind: "lines",
      unit: "share",
      ticks: rows.map((view) => said.tick(periodOf(view))),
      series: [
        {
          name: said.strict,
          values: rows.map((view) => view.number("retention")),
          tips: rows.map((view) =>
            said.strictTip(nameOf(view), view.number("retention"), view.number("lost") ?? 0, view.number("start")),
          ),
        },
        ...(hasFormula
          ? [
              {
                name: said.formula,
                dashed: true,
                values: rows.map((view) => view.number("retention_formula")),
                tips: rows.map((view) => said.formulaTip(nameOf(view), view.number("retention_formula"))),
              },
            ]
          : []),
      ],
    },
    table: [
      [
        ...[heads.period, heads.start, heads.lost, heads.won, heads.back, heads.end],
        ...[heads.retention, heads.formula],
      ],
      ...rows.map((view) => [
        nameOf(view),
        ...["start", "lost", "new", "reactivated", "end"].map((name) => {
          const count = view.number(name);
          return count === null ? "" : figures.count(count);
        }),
        figures.percent(view.number("retention")),
        view.number("retention_formula") === null ? "" : figures.percent(view.number("retention_formula")),
      ]),
    ],
  };
}

const mostCohorts = 12;
const mostAges = 12;

/** Who began in one period, followed through the next ones: a heat map of the latest cohorts; `null` without any. */
export function cohortGrid({ reports, words }: QuarterContent): Grid | null {
  const rows = viewsOf(reports.cohorts).filter((view) => view.number("age") !== null);
  const cohorts = [...new Set(rows.map((view) => view.text("cohort") ?? ""))].slice(-mostCohorts);
  if (cohorts.length === 0) return null;
  const shown = rows.filter(
    (view) => cohorts.includes(view.text("cohort") ?? "") && (view.number("age") ?? 0) <= mostAges,
  );
  const oldest = shown.reduce((most, view) => Math.max(most, view.number("age") ?? 0), 0);
  const places = new Map(shown.map((view) => [`${view.text("cohort")} ${view.number("age")}`, view]));
  const ages = Array.from({ length: oldest + 1 }, (_, age) => age);
  const { retention } = words.quarter;
  return {
    kind: "grid",
    id: "cohorts",
    caption: retention.cohorts,
    heads: [retention.beganIn, retention.customers, ...ages.map(String)],
    rows: cohorts.map((cohort) => ({
      head: retention.tick(cohort),
      boxes: [
        { lines: [String(places.get(`${cohort} 0`)?.number("cohort_size") ?? "")], level: 0 },
        ...ages.map((age) => cohortBox(places.get(`${cohort} ${age}`), words)),
      ],
    })),
  };
}

function cohortBox(view: View | undefined, { quarter }: QuarterContent["words"]): Box {
  const share = view?.number("customer_share") ?? null;
  if (view === undefined || share === null) return { lines: [], level: 0 };
  const open = view.text("unfinished") === "yes" ? "*" : "";
  return { lines: [`${quarter.retention.wholePercent(share)}${open}`], level: Math.min(5, Math.ceil(share * 5)) };
}

type Step = Waterfall["steps"][number];

/** What became of the revenue from the period before to this one; `null` where one of them is not known. */
export function movementChart(content: QuarterContent): ChartBlock | null {
  const row = periodRow(content);
  const [previous, current] = [row?.money("revenue_previous") ?? null, row?.money("revenue_current") ?? null];
  if (row === undefined || previous === null || current === null) return null;
  const { currency, words } = content;
  const { figures, quarter } = words;
  const said = quarter.movements;
  const period = figures.period(content.period);
  const moves = movesOf(row, previous, current, words);
  let height = previous;
  const steps: Step[] = [total(said.before, previous, currency, words)];
  for (const { name, amount } of moves) {
    const from = height;
    height += amount;
    steps.push({
      name,
      from: toNumber(from),
      to: toNumber(height),
      tone: amount < 0n ? "bad" : "good",
      label: figures.gain(amount),
      tip: said.step(name, amount, currency),
    });
  }
  steps.push(total(period, current, currency, words));
  const isPreviousCut = row.text("reason") === "previous_period_cut";
  const cut = content.unfinished ? said.cut(content.period, content.asOf) : "";
  return {
    kind: "chart",
    id: "movements-chart",
    title: said.title(content.period),
    description: `${said.description(previous, current, currency)}${cut}${isPreviousCut ? said.previousCut(content.salesFrom ?? "") : ""}`,
    drawing: { kind: "waterfall", unit: "money", steps },
    table: [
      [said.movement, said.amount],
      [said.before, figures.amount(previous)],
      ...moves.map(({ name, amount }) => [name, figures.amount(amount)]),
      [period, figures.amount(current)],
    ],
  };
}

const total = (
  name: string,
  amount: Money,
  currency: string | null,
  { figures, quarter }: QuarterContent["words"],
): Step => ({
  name,
  from: 0,
  to: toNumber(amount),
  tone: "plain",
  label: figures.shortMoney(amount),
  tip: quarter.movements.total(name, amount, currency),
});

/** Where new customers cannot be told from those who came back, both are one: what the others leave. */
function movesOf(
  row: View,
  previous: Money,
  current: Money,
  { quarter: { movements } }: QuarterContent["words"],
): { readonly name: string; readonly amount: Money }[] {
  const amountOf = (name: string): Money => row.money(name) ?? 0n;
  const [won, back] = [row.money("revenue_new"), row.money("revenue_reactivated")];
  const others = [
    { name: movements.more, amount: amountOf("revenue_expansion") },
    { name: movements.less, amount: -amountOf("revenue_contraction") },
    { name: movements.lost, amount: -amountOf("revenue_churned") },
  ];
  const rest = current - previous - others.reduce((sum, { amount }) => sum + amount, 0n);
  return won === null || back === null
    ? [{ name: movements.newOrBack, amount: rest }, ...others]
    : [{ name: movements.won, amount: won }, { name: movements.back, amount: back }, ...others];
}
