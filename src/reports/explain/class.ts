import { zero } from "../../base/money.ts";
import { percent } from "../figures.ts";
import { amountText, type ExplainContext, type ExplainRow, moneyText, ratioText, row } from "./row.ts";

/** Axis one, and what would change the class. */
export function classRows({ explanation, options }: ExplainContext): ExplainRow[] {
  const { score, ranked, summary } = explanation;
  const measure = options.abc.rankBy === "contribution" && score.contribution !== null ? "contribution" : "revenue";
  return [
    row("class", score.class, classRule(explanation, measure), classCuts(explanation), score.because.class),
    row(
      "value_class",
      score.valueClass,
      score.rank === null ? "not ranked" : `the letter by ${options.abc.method} alone, whatever class D says`,
    ),
    row(
      "rank",
      score.rank,
      score.rank === null
        ? "not ranked: only customers with a sales line in the window are"
        : `of ${ranked} by ${measure}: 1 + the number of customers with more`,
    ),
    row(
      "revenue_share",
      ratioText(score.revenueShare),
      score.revenueShare === null
        ? null
        : `${amountText(score.revenue)} of ${amountText(summary.revenue)}: ${percent(score.revenueShare)} of all customers' revenue in the window`,
    ),
    row(
      "cum_share",
      ratioText(score.cumShare),
      score.cumShare === null
        ? null
        : `of the ranked ${measure}: this customer, its equals and all larger ones together`,
    ),
    row("class_reason", score.classReason, "the class in a few words, or a code"),
    ...lossRows(explanation),
    ...reachRows(explanation, measure),
  ];
}

type Score = ExplainContext["explanation"]["score"];

function classRule({ score, ranked }: ExplainContext["explanation"], measure: string): string {
  const { classReason, contribution, costs, revenue } = score;
  switch (classReason) {
    case "negative_contribution":
      return `costs more than it brings in: contribution ${amountText(contribution ?? zero)} is below 0`;
    case "partial_costs":
      return `contribution ${amountText(contribution ?? zero)} is below 0, though the cost of goods is not known of every line`;
    case "cost_without_sales":
      return `costs of ${amountText(costs ?? zero)} and no sales line in the window`;
    case "net_negative_revenue":
      return `revenue ${amountText(revenue)} is below 0; there are no costs to judge by`;
    case "no_sales_in_window":
      return "no sales line in the window, so no rank and no class";
    case "total_not_positive":
      return "the total is not above 0, so there are no shares and no classes";
    default:
      return `${rankRule(score, ranked, measure)}${notLoss(contribution)}`;
  }
}

/** By rank in a sentence of its own, by the other methods as the class says it. */
function rankRule({ because, class: letter, classReason }: Score, ranked: number, measure: string): string {
  const { rule, value, threshold } = because.class;
  if (rule !== "abc_rank") return `${classReason}, by ${measure}`;
  return `rank ${value} of ${ranked} by ${measure}; ${letter} ${letter === "C" ? "begins at" : "reaches"} rank ${threshold}`;
}

/** Why it is not D. */
const notLoss = (contribution: bigint | null): string =>
  contribution === null
    ? "; class D by costs is not evaluated"
    : `; not D, as contribution ${amountText(contribution)} is not below 0`;

/** The least amount of each class. */
const classCuts = ({ summary }: ExplainContext["explanation"]): string | null => {
  const cuts = summary.classes.flatMap(({ class: letter, cut }) =>
    cut === null ? [] : [`${letter} ${amountText(cut)}`],
  );
  return cuts.length === 0 ? null : `least ranked amount of each class: ${cuts.join(", ")}`;
};

/** What a loss lacks to leave D, what another could lose before it is D. */
function lossRows({ score }: ExplainContext["explanation"]): ExplainRow[] {
  const { contribution, revenue, status, class: letter } = score;
  const amount = contribution ?? revenue;
  const measure = contribution === null ? "revenue" : "contribution";
  if (letter === "D") {
    const missing = zero - amount;
    const then = score.valueClass === null ? "" : `; the class by rank is then ${score.valueClass}`;
    const lever = contribution === null ? "" : ", by price or by cost";
    return [
      row(
        "class_without_d",
        moneyText(missing),
        `${amountText(missing)} more ${measure} in the window${lever}, and it is no longer D${then}`,
      ),
    ];
  }
  if (status !== "active") return [];
  return [row("class_d_below", "0.00", `D if ${measure} fell below 0: more than ${amountText(amount)} less`)];
}

/** How much more makes a better letter, and how much less keeps this one. */
function reachRows({ reach, score }: ExplainContext["explanation"], measure: string): ExplainRow[] {
  if (reach === null) return [];
  const letter = score.valueClass as string;
  const byRank = score.class === "D" ? "but for D, " : "";
  return [
    ...reach.better.map(({ letter: better, from }) =>
      row(
        `class_${better.toLowerCase()}_from`,
        moneyText(from),
        `${byRank}${better} from ${amountText(from)} ${measure}, ${amountText(from - reach.amount)} more, if nobody else changes`,
      ),
    ),
    ...(reach.keptFrom === null
      ? []
      : [
          row(
            "class_kept_from",
            moneyText(reach.keptFrom),
            `${byRank}${letter} down to ${amountText(reach.keptFrom)} ${measure}, ${amountText(reach.amount - reach.keptFrom)} less, if nobody else changes`,
          ),
        ]),
  ];
}
