import { formatMoney, zero } from "../../base/money.ts";
import type { SourceEvidence } from "../../scoring/explain/evidence-by-source.ts";
import type { PeerEvidence } from "../../scoring/explain/peer-evidence.ts";
import type { PeerGroup } from "../../scoring/peers.ts";
import type { PotentialScore } from "../../scoring/potential.ts";
import { counted, percent } from "../figures.ts";
import { missingWords } from "../missing.ts";
import { amountText, type ExplainContext, type ExplainRow, moneyText, ratioText, row, spaced } from "./row.ts";

/** Axis two: the grade, every kind of evidence for it, and where the other grades begin. */
export function potentialRows(context: ExplainContext): ExplainRow[] {
  const { score, grades } = context.explanation;
  const { potentialRevenue, potentialGrowth, annualRevenue, potentialIncrement } = score;
  return [
    row("potential", score.potential, gradeRule(context), decidingText(context), score.because.grade),
    row("potential_source", score.potentialSource, "the first evidence that applies decides"),
    row("potential_confidence", score.potentialConfidence, confidenceRule(score.potentialConfidence)),
    row("potential_reason", score.potentialReason, "the evidence in words, or a code"),
    row(
      "potential_revenue",
      moneyText(potentialRevenue),
      potentialRevenue === null ? "no figure" : "what it could buy in a year",
    ),
    row(
      "potential_growth",
      ratioText(potentialGrowth),
      potentialRevenue === null
        ? "no figure"
        : potentialGrowth === null
          ? "no revenue to grow from"
          : `(${amountText(potentialRevenue)} - ${amountText(annualRevenue)}) / ${amountText(annualRevenue)}`,
    ),
    row(
      "potential_increment",
      moneyText(potentialIncrement),
      potentialRevenue === null
        ? "no figure"
        : `potential ${amountText(potentialRevenue)} - annual revenue ${amountText(annualRevenue)}`,
    ),
    row("driver", score.driver, driverRule(context)),
    ...context.explanation.evidence.map((evidence) => evidenceRow(evidence, context)),
    ...grades.map(({ grade, growth, from }) =>
      row(
        `potential_${grade}_from`,
        moneyText(from),
        `${grade} from +${growth * 100} %: ${amountText(from)} a year${distance(potentialRevenue, from)}`,
      ),
    ),
  ];
}

function gradeRule({ explanation: { score }, months }: ExplainContext): string {
  const { potential, potentialReason, potentialSource, annualRevenue, because } = score;
  if (potentialReason === "refused") return "refused: grade d whatever it buys";
  if (potential === "?") {
    if (score.status === "lapsed") return "lapsed: win it back first; nothing to grow from in the window";
    if (score.status === "prospect") return "a prospect buys nothing yet";
    if (potentialReason === "no_base")
      return `nothing to grow from: revenue of ${amountText(annualRevenue)} is not above 0`;
    return "no evidence applies: assess this customer first";
  }
  if (because.grade.rule === "stated_grade") return `grade ${potential} is stated and holds as it is`;
  const from = `${potentialSource}: growth ${growthText(score)} ${months === 12 ? "" : "a year "}`;
  if (potential === "d") return `${from}is below 10 %`;
  return `${from}reaches ${Number(because.grade.threshold) * 100} %, the limit of ${potential}`;
}

type Figures = Pick<PotentialScore, "potentialRevenue" | "potentialGrowth" | "annualRevenue">;

/** Growth in percent to one decimal, rounded down: 9.99 % would else read as the 10 % that it misses. */
function growthText({ potentialRevenue, potentialGrowth, annualRevenue }: Figures): string {
  // Of a long window a revenue of next to nothing is, by the year, rounded to nothing.
  if (annualRevenue === zero) return percent(potentialGrowth);
  const gained = 1000n * ((potentialRevenue ?? zero) - annualRevenue);
  const tenths = gained / annualRevenue - (gained % annualRevenue < zero ? 1n : 0n);
  return `${(Number(tenths) / 10).toFixed(1)} %`;
}

const confidenceRule = (confidence: string | null): string | null =>
  confidence === null
    ? null
    : `${{ high: "stated or known of the customer itself", medium: "derived from what is left to win", low: "inferred from others or from the past" }[confidence]}`;

function driverRule({ explanation: { facts, score } }: ExplainContext): string | null {
  if (score.driver === null) return "nothing suggests one";
  if ((facts.card?.driver ?? "").trim().toLowerCase() === score.driver) return "stated in the customers file";
  if (score.driver === "efficiency" && facts.efficiencyNeed) return "an efficiency_need event in the window";
  return `what the evidence (${score.potentialSource}) suggests`;
}

/** How far the potential is from a grade's limit. */
function distance(potential: bigint | null, from: bigint): string {
  if (potential === null) return "";
  const gap = from - potential;
  return gap > 0n ? `, ${amountText(gap)} above the potential` : `, reached with ${amountText(-gap)} to spare`;
}

/** One kind of evidence by itself, and what became of it. */
function evidenceRow(evidence: SourceEvidence, context: ExplainContext): ExplainRow {
  const { source, wanted, score } = evidence;
  const decided = context.explanation.score;
  const said =
    score === null
      ? null
      : `${score.potential}${score.potentialGrowth === null ? "" : `, growth ${growthText(score)}`}`;
  const rule = !wanted
    ? `set aside by the options${said === null ? "" : `; it would say ${said}`}`
    : score === null
      ? `does not apply: ${whyNot(evidence, context)}`
      : decided.potentialSource === source
        ? `decides: ${said}`
        : `would say ${said}; ${behind(source, decided.potentialSource)}`;
  return row(`evidence_${source}`, moneyText(score?.potentialRevenue ?? null), rule, evidenceText(evidence, context));
}

/** Why evidence that applies did not decide. */
function behind(source: string, decided: string | null): string {
  const pairs: readonly (readonly [string, string, string])[] = [
    ["seats", "regions", "the larger of seats and regions counts"],
    ["peers", "white_space", "the smaller of peers and white_space counts"],
  ];
  const pair = pairs.find(([a, b]) => (a === source && b === decided) || (b === source && a === decided));
  return pair === undefined ? `stands behind ${decided === "refused" ? "a refusal" : decided}` : pair[2];
}

function whyNot({ source, missing }: SourceEvidence, { explanation, months }: ExplainContext): string {
  if (source === "stated") return "nothing is stated";
  const { facts, peers, score } = explanation;
  if (score.annualRevenue <= 0n) return "no revenue to grow from";
  // Where nobody has a segment or an industry all customers are one group, and white space lacks neither.
  const needed = source === "white_space" && peers.categories !== null ? [] : missing;
  if (needed.length > 0) return needed.map((data) => missingWords[data]).join(", ");
  switch (source) {
    case "seats":
      return "no active users to grow from";
    case "regions":
      return "no region served to grow from";
    case "peers":
      return peers.perEmployee === null
        ? "fewer than 5 other active customers with known employees in its segment or industry"
        : "revenue per employee is at or above the upper quartile of its peers";
    case "white_space":
      return peers.categories === null
        ? "fewer than 5 other active customers in its segment or industry"
        : "it buys every category that at least half of its peers buy, or nothing can be expected of the others";
    case "trend": {
      if (months % 4 !== 0) return "the window is no multiple of 4 months";
      const [now, before] = [facts.sales?.quartersWithPurchase ?? 0, facts.sales?.quartersWithPurchasePrior ?? 0];
      return now < 3 || before < 3
        ? `purchases in ${counted(now, "quarter")} of the window and ${before} of the prior one, 3 of 4 are needed in both`
        : "the prior revenue is not above 0";
    }
    case "wallet":
      return missingWords.wallet;
  }
}

/** Peers and white space promise twice the revenue at most. */
const cap = (score: SourceEvidence["score"]): string =>
  score !== null && score.potentialRevenue === 2n * score.annualRevenue ? "; twice the revenue at most" : "";

const groupWords = ({ kind, name, others }: PeerGroup): string =>
  kind === "all" ? `${others} other customers` : `${others} others in ${kind} ${name}`;

/** The figures behind the evidence that decided. */
function decidingText(context: ExplainContext): string {
  const { evidence, score } = context.explanation;
  const deciding = evidence.find(({ source }) => source === score.potentialSource);
  return (deciding === undefined ? null : evidenceText(deciding, context)) ?? score.potentialReason;
}

/** The figures behind one kind of evidence: for peers the group and its quartile, for white space the categories. */
function evidenceText(
  { source, score, figures }: SourceEvidence,
  { explanation: { peers } }: ExplainContext,
): string | null {
  if (source === "peers" && peers.perEmployee !== null) {
    const { group, own, median, upperQuartile } = peers.perEmployee;
    return `${groupWords(group)}: a year and employee ${spaced(formatMoney(own))} of its own, median ${spaced(formatMoney(median))}, upper quartile ${spaced(formatMoney(upperQuartile))}${figures === null ? "" : `; ${figures}`}`;
  }
  if (source === "white_space" && peers.categories !== null) return `${categoryText(peers.categories)}${cap(score)}`;
  return figures;
}

function categoryText({ group, purchased, missing }: NonNullable<PeerEvidence["categories"]>): string {
  const start = `${groupWords(group)}; it buys ${counted(purchased, "category", "categories")}`;
  if (missing.length === 0) return start;
  const each = missing.map(
    ({ category, buyers, share }) =>
      `${category} (${counted(buyers, "buyer")}${share === null ? "" : `, median ${percent(share)} of other spend`})`,
  );
  return `${start} and not ${each.join(", ")}`;
}
