import { formatMoney, type Money } from "../../base/money.ts";
import type { Box, ChartBlock, Grid, Waterfall } from "../../output/html/page.ts";
import { counted, gain, percent, shortMoney } from "../figures.ts";
import type { QuarterContent } from "./content.ts";
import { periodRow } from "./headline.ts";
import { toNumber, type View, viewsOf } from "./view.ts";

/** Periods that the drawing has room for. */
const mostPeriods = 24;

/** Retention period by period, strict and by the formula; `null` where no period had customers at its start. */
export function retentionChart({ reports }: QuarterContent): ChartBlock | null {
  const rows = viewsOf(reports.retention)
    .filter((view) => view.text("group") === null && view.number("retention") !== null)
    .slice(-mostPeriods);
  if (rows.length === 0) return null;
  const nameOf = (view: View) => `${view.text("period")}${view.text("unfinished") === "yes" ? " (unfinished)" : ""}`;
  const hasFormula = rows.some((view) => view.number("retention_formula") !== null);
  return {
    kind: "chart",
    id: "retention-chart",
    title: "Retention",
    description:
      "Of the customers at the start of each period, the share that is there at its end. The formula of the books also counts who came back.",
    drawing: {
      kind: "lines",
      unit: "share",
      ticks: rows.map((view) => view.text("period") ?? ""),
      series: [
        {
          name: "strict",
          values: rows.map((view) => view.number("retention")),
          tips: rows.map(
            (view) =>
              `${nameOf(view)}: ${percent(view.number("retention"))}\n${counted(view.number("lost") ?? 0, "customer")} lost of ${view.number("start")}`,
          ),
        },
        ...(hasFormula
          ? [
              {
                name: "by the formula",
                dashed: true,
                values: rows.map((view) => view.number("retention_formula")),
                tips: rows.map(
                  (view) => `${nameOf(view)}: ${percent(view.number("retention_formula"))} by the formula`,
                ),
              },
            ]
          : []),
      ],
    },
    table: [
      ["period", "start", "lost", "new", "back", "end", "retention", "by the formula"],
      ...rows.map((view) => [
        nameOf(view),
        ...["start", "lost", "new", "reactivated", "end"].map((name) => String(view.number(name) ?? "")),
        percent(view.number("retention")),
        view.number("retention_formula") === null ? "" : percent(view.number("retention_formula")),
      ]),
    ],
  };
}

const mostCohorts = 12;
const mostAges = 12;

/** Who began in one period, followed through the next ones: a heat map of the latest cohorts; `null` without any. */
export function cohortGrid({ reports }: QuarterContent): Grid | null {
  const rows = viewsOf(reports.cohorts).filter((view) => view.number("age") !== null);
  const cohorts = [...new Set(rows.map((view) => view.text("cohort") ?? ""))].slice(-mostCohorts);
  if (cohorts.length === 0) return null;
  const shown = rows.filter(
    (view) => cohorts.includes(view.text("cohort") ?? "") && (view.number("age") ?? 0) <= mostAges,
  );
  const oldest = shown.reduce((most, view) => Math.max(most, view.number("age") ?? 0), 0);
  const places = new Map(shown.map((view) => [`${view.text("cohort")} ${view.number("age")}`, view]));
  const ages = Array.from({ length: oldest + 1 }, (_, age) => age);
  return {
    kind: "grid",
    id: "cohorts",
    caption: "Cohorts: share of those who began in a period that are active so many periods later; * unfinished",
    heads: ["began in", "customers", ...ages.map(String)],
    rows: cohorts.map((cohort) => ({
      head: cohort,
      boxes: [
        { lines: [String(places.get(`${cohort} 0`)?.number("cohort_size") ?? "")], level: 0 },
        ...ages.map((age) => cohortBox(places.get(`${cohort} ${age}`))),
      ],
    })),
  };
}

function cohortBox(view: View | undefined): Box {
  const share = view?.number("customer_share") ?? null;
  if (view === undefined || share === null) return { lines: [], level: 0 };
  const open = view.text("unfinished") === "yes" ? "*" : "";
  return { lines: [`${Math.round(share * 100)} %${open}`], level: Math.min(5, Math.ceil(share * 5)) };
}

type Step = Waterfall["steps"][number];

/** What became of the revenue from the period before to this one; `null` where one of them is not known. */
export function movementChart(content: QuarterContent): ChartBlock | null {
  const row = periodRow(content);
  const [previous, current] = [row?.money("revenue_previous") ?? null, row?.money("revenue_current") ?? null];
  if (row === undefined || previous === null || current === null) return null;
  const moves = movesOf(row, previous, current);
  const unit = content.currency === null ? "" : ` ${content.currency}`;
  let height = previous;
  const steps: Step[] = [total("period before", previous, unit)];
  for (const { name, amount } of moves) {
    const from = height;
    height += amount;
    steps.push({
      name,
      from: toNumber(from),
      to: toNumber(height),
      tone: amount < 0n ? "bad" : "good",
      label: gain(amount),
      tip: `${name}: ${gain(amount)}${unit}`,
    });
  }
  steps.push(total(content.period, current, unit));
  const cut = content.unfinished ? ` ${content.period} is unfinished: it goes up to ${content.asOf}.` : "";
  return {
    kind: "chart",
    id: "movements-chart",
    title: `Revenue from the period before to ${content.period}`,
    description: `From ${shortMoney(previous)} of the customers at its start to ${shortMoney(current)}${unit}: what customers won, back, or buying more have added, and what customers buying less or lost have taken away.${cut}`,
    drawing: { kind: "waterfall", unit: "money", steps },
    table: [
      ["movement", "amount"],
      ["period before", formatMoney(previous)],
      ...moves.map(({ name, amount }) => [name, formatMoney(amount)]),
      [content.period, formatMoney(current)],
    ],
  };
}

const total = (name: string, amount: Money, unit: string): Step => ({
  name,
  from: 0,
  to: toNumber(amount),
  tone: "plain",
  label: shortMoney(amount),
  tip: `${name}: ${shortMoney(amount)}${unit}`,
});

/** Where new customers cannot be told from those who came back, both are one: what the others leave. */
function movesOf(row: View, previous: Money, current: Money): { readonly name: string; readonly amount: Money }[] {
  const amountOf = (name: string): Money => row.money(name) ?? 0n;
  const [won, back] = [row.money("revenue_new"), row.money("revenue_reactivated")];
  const others = [
    { name: "buying more", amount: amountOf("revenue_expansion") },
    { name: "buying less", amount: -amountOf("revenue_contraction") },
    { name: "lost", amount: -amountOf("revenue_churned") },
  ];
  const rest = current - previous - others.reduce((sum, { amount }) => sum + amount, 0n);
  return won === null || back === null
    ? [{ name: "new or back", amount: rest }, ...others]
    : [{ name: "new", amount: won }, { name: "back", amount: back }, ...others];
}
