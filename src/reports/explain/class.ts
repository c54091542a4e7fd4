import { zero } from "../../base/money.ts";
import { type ExplainContext, type ExplainRow, moneyText, ratioText, row } from "./row.ts";

/** Axis one, and what would change the class. */
export function classRows(context: ExplainContext): ExplainRow[] {
  const { explanation, options, words } = context;
  const { score, ranked, summary } = explanation;
  const said = words.explain.class;
  const measure = options.abc.rankBy === "contribution" && score.contribution !== null ? "contribution" : "revenue";
  return [
    row("class", score.class, classRule(context, measure), classCuts(context), score.because.class),
    row("value_class", score.valueClass, score.rank === null ? said.notRanked : said.letterAlone(options.abc.method)),
    row("rank", score.rank, score.rank === null ? said.onlySalesRanked : said.rank(ranked, measure)),
    row(
      "revenue_share",
      ratioText(score.revenueShare, words),
      score.revenueShare === null ? null : said.share(score.revenue, summary.revenue, score.revenueShare),
    ),
    row("cum_share", ratioText(score.cumShare, words), score.cumShare === null ? null : said.cumulative(measure)),
    row("class_reason", words.explain.value("class_reason", score.classReason), said.reasonCode),
    ...lossRows(context),
    ...reachRows(context, measure),
  ];
}

type Score = ExplainContext["explanation"]["score"];
type Measure = "revenue" | "contribution";

function classRule({ explanation: { score, ranked }, words }: ExplainContext, measure: Measure): string {
  const { classReason, contribution, costs, revenue } = score;
  const said = words.explain.class;
  switch (classReason) {
    case "negative_contribution":
      return said.loss(contribution ?? zero);
    case "partial_costs":
      return said.partialCosts(contribution ?? zero);
    case "cost_without_sales":
      return said.costsOnly(costs ?? zero);
    case "net_negative_revenue":
      return said.negativeRevenue(revenue);
    case "no_sales_in_window":
      return said.noSales;
    case "total_not_positive":
      return said.noTotal;
    default:
      return `${rankRule(score, ranked, measure, said)}${contribution === null ? said.notEvaluated : said.notLoss(contribution)}`;
  }
}

type ClassWords = ExplainContext["words"]["explain"]["class"];

/** By rank in a sentence of its own, by the other methods as the class says it. */
function rankRule(
  { because, class: letter, classReason }: Score,
  ranked: number,
  measure: Measure,
  said: ClassWords,
): string {
  const { rule, value, threshold } = because.class;
  if (rule !== "abc_rank") return said.otherMethod(classReason, measure);
  return said.byRank(String(value), ranked, measure, String(letter), String(threshold));
}

/** The least amount of each class. */
const classCuts = ({ explanation: { summary }, words }: ExplainContext): string | null => {
  const said = words.explain.class;
  const cuts = summary.classes.flatMap(({ class: letter, cut }) => (cut === null ? [] : [said.cut(letter, cut)]));
  return cuts.length === 0 ? null : said.cuts(cuts.join(", "));
};

/** What a loss lacks to leave D, what another could lose before it is D. */
function lossRows({ explanation: { score }, words }: ExplainContext): ExplainRow[] {
  const { contribution, revenue, status, class: letter } = score;
  const said = words.explain.class;
  const amount = contribution ?? revenue;
  const measure = contribution === null ? "revenue" : "contribution";
  if (letter === "D") {
    const missing = zero - amount;
    return [
      row(
        "class_without_d",
        moneyText(missing, words),
        said.noLonger(missing, measure, contribution !== null, score.valueClass),
      ),
    ];
  }
  if (status !== "active") return [];
  return [row("class_d_below", words.explain.decimal(0, 2), said.lossBelow(measure, amount))];
}

/** How much more makes a better letter, and how much less keeps this one. */
function reachRows({ explanation: { reach, score }, words }: ExplainContext, measure: Measure): ExplainRow[] {
  if (reach === null) return [];
  const said = words.explain.class;
  const letter = score.valueClass as string;
  const butForD = score.class === "D";
  return [
    ...reach.better.map(({ letter: better, from }) =>
      row(
        `class_${better.toLowerCase()}_from`,
        moneyText(from, words),
        said.better(butForD, better, from, measure, from - reach.amount),
      ),
    ),
    ...(reach.keptFrom === null
      ? []
      : [
          row(
            "class_kept_from",
            moneyText(reach.keptFrom, words),
            said.kept(butForD, letter, reach.keptFrom, measure, reach.amount - reach.keptFrom),
          ),
        ]),
  ];
}
