import type { IsoDate } from "../../base/calendar.ts";
import type { AbcOptions } from "../abc.ts";
import type { CustomerScore } from "../classify/row.ts";
import type { Classification } from "../classify.ts";
import type { Stage } from "../stage/parts.ts";
import type { StageScore } from "../stage.ts";

/** What a comparison needs of a customer on one date. */
export interface ComparedScore
  extends Pick<
    CustomerScore,
    | "customerId"
    | "customerName"
    | "cell"
    | "class"
    | "valueClass"
    | "rank"
    | "revenue"
    | "costs"
    | "contribution"
    | "potential"
    | "annualRevenue"
    | "potentialRevenue"
    | "potentialGrowth"
    | "lastPurchase"
    | "status"
  > {
  /** The rule that decided the grade, or why there is none. */
  readonly gradeRule: string;
  readonly stage: Stage | null;
}

/** A classification of one date, all its rows. */
export interface DatedScores<Score extends ComparedScore = ComparedScore> {
  readonly asOf: IsoDate;
  readonly rows: readonly Score[];
  readonly abc: Pick<AbcOptions, "method" | "cuts" | "rankBy">;
}

/** A row as it is kept: everything that `classify` says of a customer, and the stage of the relationship. */
export type KeptScore = Omit<CustomerScore, "because"> & Pick<ComparedScore, "gradeRule" | "stage">;

/**
 * The rows of a classification with the stages of the same customers, in the order of the rows. The fields are named one by one:
 * a copy of so many by `...` takes twenty times as long.
 */
export function withStages(
  { rows }: Pick<Classification, "rows">,
  stages: readonly Pick<StageScore, "customerId" | "stage">[],
): KeptScore[] {
  const stageOf = new Map(stages.map(({ customerId, stage }) => [customerId, stage]));
  return rows.map((row) => ({
    customerId: row.customerId,
    customerName: row.customerName,
    cell: row.cell,
    class: row.class,
    potential: row.potential,
    priority: row.priority,
    revenue: row.revenue,
    revenueShare: row.revenueShare,
    cumShare: row.cumShare,
    rank: row.rank,
    valueClass: row.valueClass,
    costs: row.costs,
    contribution: row.contribution,
    margin: row.margin,
    revenuePrior: row.revenuePrior,
    growth: row.growth,
    potentialGrowth: row.potentialGrowth,
    potentialRevenue: row.potentialRevenue,
    potentialIncrement: row.potentialIncrement,
    potentialSource: row.potentialSource,
    potentialConfidence: row.potentialConfidence,
    potentialReason: row.potentialReason,
    driver: row.driver,
    nps: row.nps,
    firstPurchase: row.firstPurchase,
    lastPurchase: row.lastPurchase,
    orders: row.orders,
    status: row.status,
    classReason: row.classReason,
    annualRevenue: row.annualRevenue,
    gradeRule: row.because.grade.rule,
    stage: stageOf.get(row.customerId) ?? null,
  }));
}
