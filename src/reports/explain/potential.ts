import { zero } from "../../base/money.ts";
import type { SourceEvidence } from "../../scoring/explain/evidence-by-source.ts";
import type { PeerEvidence } from "../../scoring/explain/peer-evidence.ts";
import type { PeerGroup } from "../../scoring/peers.ts";
import type { PotentialScore } from "../../scoring/potential.ts";
import { type ExplainContext, type ExplainRow, type ExplainWording, moneyText, ratioText, row } from "./row.ts";

type PotentialWords = ExplainWording["explain"]["potential"];

/** Axis two: the grade, every kind of evidence for it, and where the other grades begin. */
export function potentialRows(context: ExplainContext): ExplainRow[] {
  const { explanation, words } = context;
  const { score, grades } = explanation;
  const { potentialRevenue, potentialGrowth, annualRevenue, potentialIncrement } = score;
  const { potential: said, value } = words.explain;
  const inWords = (column: string, code: string | null) => (code === null ? null : value(column, code));
  return [
    row("potential", score.potential, gradeRule(context), decidingText(context), score.because.grade),
    row("potential_source", inWords("potential_source", score.potentialSource), said.first),
    row(
      "potential_confidence",
      inWords("potential_confidence", score.potentialConfidence),
      score.potentialConfidence === null ? null : (said.confidence[score.potentialConfidence] ?? null),
    ),
    row("potential_reason", inWords("potential_reason", score.potentialReason), said.reason),
    row(
      "potential_revenue",
      moneyText(potentialRevenue, words),
      potentialRevenue === null ? said.noFigure : said.couldBuy,
    ),
    row(
      "potential_growth",
      ratioText(potentialGrowth, words),
      potentialRevenue === null
        ? said.noFigure
        : potentialGrowth === null
          ? said.noRevenue
          : said.growth(potentialRevenue, annualRevenue),
    ),
    row(
      "potential_increment",
      moneyText(potentialIncrement, words),
      potentialRevenue === null ? said.noFigure : said.increment(potentialRevenue, annualRevenue),
    ),
    row("driver", inWords("driver", score.driver), driverRule(context)),
    ...explanation.evidence.map((evidence) => evidenceRow(evidence, context)),
    ...grades.map(({ grade, growth, from }) =>
      row(
        `potential_${grade}_from`,
        moneyText(from, words),
        `${said.from(grade, growth, from)}${distance(potentialRevenue, from, said)}`,
      ),
    ),
  ];
}

function gradeRule({ explanation: { score }, months, words }: ExplainContext): string {
  const { potential, potentialReason, potentialSource, annualRevenue, because } = score;
  const said = words.explain.potential;
  if (potentialReason === "refused") return said.refused;
  if (potential === "?") {
    if (score.status === "lapsed") return said.lapsed;
    if (score.status === "prospect") return said.prospect;
    return potentialReason === "no_base" ? said.noBase(annualRevenue) : said.noBasis;
  }
  if (because.grade.rule === "stated_grade") return said.statedGrade(String(potential));
  const [source, growth, aYear] = [String(potentialSource), growthText(score, words), months !== 12];
  if (potential === "d") return said.below(source, growth, aYear);
  return said.reaches(source, growth, aYear, Number(because.grade.threshold) * 100, String(potential));
}

type Figures = Pick<PotentialScore, "potentialRevenue" | "potentialGrowth" | "annualRevenue">;

/** Growth in percent to one decimal, rounded down: 9.99 % would else read as the 10 % that it misses. */
function growthText(
  { potentialRevenue, potentialGrowth, annualRevenue }: Figures,
  { figures, explain }: ExplainWording,
): string {
  // Of a long window a revenue of next to nothing is, by the year, rounded to nothing.
  if (annualRevenue === zero) return figures.percent(potentialGrowth);
  const gained = 1000n * ((potentialRevenue ?? zero) - annualRevenue);
  const tenths = gained / annualRevenue - (gained % annualRevenue < zero ? 1n : 0n);
  return explain.potential.tenths(Number(tenths));
}

function driverRule({ explanation: { facts, score }, words }: ExplainContext): string | null {
  const said = words.explain.potential;
  if (score.driver === null) return said.noDriver;
  if ((facts.card?.driver ?? "").trim().toLowerCase() === score.driver) return said.driverStated;
  if (score.driver === "efficiency" && facts.efficiencyNeed) return said.driverNeed;
  return said.driverSuggested(String(score.potentialSource));
}

/** How far the potential is from a grade's limit. */
function distance(potential: bigint | null, from: bigint, said: PotentialWords): string {
  if (potential === null) return "";
  const gap = from - potential;
  return gap > 0n ? said.above(gap) : said.reached(-gap);
}

/** One kind of evidence by itself, and what became of it. */
function evidenceRow(evidence: SourceEvidence, context: ExplainContext): ExplainRow {
  const { source, wanted, score } = evidence;
  const { words } = context;
  const said = words.explain.potential;
  const decided = context.explanation.score;
  const told =
    score === null
      ? null
      : said.would(String(score.potential), score.potentialGrowth === null ? null : growthText(score, words));
  const rule = !wanted
    ? said.setAside(told)
    : told === null
      ? said.doesNotApply(whyNot(evidence, context))
      : decided.potentialSource === source
        ? said.decides(told)
        : said.wouldSay(told, behind(source, decided.potentialSource, said));
  return row(
    `evidence_${source}`,
    moneyText(score?.potentialRevenue ?? null, words),
    rule,
    evidenceText(evidence, context),
  );
}

/** Why evidence that applies did not decide. */
function behind(source: string, decided: string | null, said: PotentialWords): string {
  const pairs: readonly (readonly [string, string, string])[] = [
    ["seats", "regions", said.largerOf],
    ["peers", "white_space", said.smallerOf],
  ];
  const pair = pairs.find(([a, b]) => (a === source && b === decided) || (b === source && a === decided));
  return pair === undefined ? said.behind(String(decided)) : pair[2];
}

function whyNot({ source, missing }: SourceEvidence, { explanation, months, words }: ExplainContext): string {
  const said = words.explain.potential;
  if (source === "stated") return said.nothingStated;
  const { facts, peers, score } = explanation;
  if (score.annualRevenue <= 0n) return said.noRevenue;
  // Where nobody has a segment or an industry all customers are one group, and white space lacks neither.
  const needed = source === "white_space" && peers.categories !== null ? [] : missing;
  if (needed.length > 0) return needed.map((data) => words.common.missing[data]).join(", ");
  switch (source) {
    case "seats":
      return said.noUsers;
    case "regions":
      return said.noRegions;
    case "peers":
      return peers.perEmployee === null ? said.fewPeers : said.aboveQuartile;
    case "white_space":
      return peers.categories === null ? said.fewOthers : said.buysAll;
    case "trend": {
      if (months % 4 !== 0) return said.notFourMonths;
      const [now, before] = [facts.sales?.quartersWithPurchase ?? 0, facts.sales?.quartersWithPurchasePrior ?? 0];
      return now < 3 || before < 3 ? said.fewQuarters(now, before) : said.priorNotPositive;
    }
    case "wallet":
      return words.common.missing.wallet;
  }
}

/** Peers and white space promise twice the revenue at most. */
const cap = (score: SourceEvidence["score"], said: PotentialWords): string =>
  score !== null && score.potentialRevenue === 2n * score.annualRevenue ? said.cap : "";

const groupWords = ({ kind, name, others }: PeerGroup, said: PotentialWords): string =>
  said.group(kind, String(name), others);

/** The figures behind the evidence that decided. */
function decidingText(context: ExplainContext): string {
  const { evidence, score } = context.explanation;
  const deciding = evidence.find(({ source }) => source === score.potentialSource);
  return (
    (deciding === undefined ? null : evidenceText(deciding, context)) ??
    context.words.explain.value("potential_reason", score.potentialReason)
  );
}

/** The figures behind one kind of evidence: for peers the group and its quartile, for white space the categories. */
function evidenceText(
  { source, score, figures }: SourceEvidence,
  { explanation: { peers }, words }: ExplainContext,
): string | null {
  const said = words.explain.potential;
  if (source === "peers" && peers.perEmployee !== null) {
    const { group, own, median, upperQuartile } = peers.perEmployee;
    return said.peers(groupWords(group, said), own, median, upperQuartile, figures);
  }
  if (source === "white_space" && peers.categories !== null)
    return `${categoryText(peers.categories, said)}${cap(score, said)}`;
  return figures === null ? null : words.say(figures);
}

function categoryText(
  { group, purchased, missing }: NonNullable<PeerEvidence["categories"]>,
  said: PotentialWords,
): string {
  const start = said.buys(groupWords(group, said), purchased);
  if (missing.length === 0) return start;
  const each = missing.map(({ category, buyers, share }) => said.missingCategory(category, buyers, share));
  return said.andNot(start, each.join(", "));
}
