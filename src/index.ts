// The library: the scores, for programs that have their facts already. Pure functions over plain data; the command line and
// its files are not part of it.
export { dayNumber, type IsoDate } from "./base/calendar.ts";
export { exactMoney, formatMoney, type Money, money, zero } from "./base/money.ts";
export type { Answer } from "./facts/answers.ts";
export type { Baskets } from "./facts/baskets.ts";
export type { Card } from "./facts/card.ts";
export type { CostFacts } from "./facts/costs.ts";
export type { CustomerFacts } from "./facts/customer.ts";
export type { CustomerDays } from "./facts/days.ts";
export type { CustomerEvent, EventType } from "./facts/events.ts";
export type { CostDay, Ledger, SalesDay } from "./facts/ledger.ts";
export type { AcquisitionCosts, LifetimeFacts } from "./facts/lifetime.ts";
export type { CustomerMonths } from "./facts/months.ts";
export type { Period } from "./facts/period.ts";
export type { ProductFacts } from "./facts/products.ts";
export type { SalesFacts } from "./facts/sales.ts";
export { AbcOptions, type AbcScore, type ClassLetter, classifyAbc } from "./scoring/abc.ts";
export type { Because } from "./scoring/because.ts";
export type { CustomerScore } from "./scoring/classify/row.ts";
export type { ClassifySummary, ClassSummary, NotEvaluated } from "./scoring/classify/summary.ts";
export { type Classification, type ClassifyContext, ClassifyOptions, classify } from "./scoring/classify.ts";
export { type Calibration, calibrationTable, type Holdout } from "./scoring/clv/calibration.ts";
export { type Fitted, type FittedPurchases, fitModel, type NotFitted } from "./scoring/clv/fit.ts";
export type { RepeatHistories } from "./scoring/clv/histories.ts";
export { type Parameters, type PurchaseModelName, purchaseModelNames } from "./scoring/clv/models.ts";
export { type Horizon, type Predictions, predict, weeksOf } from "./scoring/clv/predict.ts";
export { expectedSpend, fitSpend, type SpendHistories } from "./scoring/clv/spend.ts";
export type { Cause, CauseFigure, CauseInput } from "./scoring/compare/cause.ts";
export { type Migration, type MigrationAxis, migrationsOn } from "./scoring/compare/migration.ts";
export type { Move as ClassMove } from "./scoring/compare/move.ts";
export { type ComparedScore, type DatedScores, type KeptScore, withStages } from "./scoring/compare/score.ts";
export { type ComparedCustomer, type Comparison, compareScores } from "./scoring/compare.ts";
export {
  type ConcentrationMeasures,
  concentrationMeasures,
  type Measure,
  type Measured,
} from "./scoring/concentration/measures.ts";
export { type ConcentrationScore, type LorenzPoint, type Share, scoreConcentration } from "./scoring/concentration.ts";
export {
  ContributionOptions,
  type ContributionScore,
  type CostInformation,
  costInformation,
  scoreContribution,
} from "./scoring/contribution.ts";
export { type Explanation, explainCustomer } from "./scoring/explain.ts";
export type { Finding, FindingKind, Strength } from "./scoring/findings/finding.ts";
export type { DatedAnswer } from "./scoring/findings/needs.ts";
export { TriggerOptions } from "./scoring/findings/options.ts";
export type { FindingFacts } from "./scoring/findings/subjects.ts";
export { type CustomerFindings, type Findings, findFindings, type RuleSummary } from "./scoring/findings.ts";
export type { History } from "./scoring/history.ts";
export { type CellTally, type MatrixTally, type Tallied, tallyMatrix } from "./scoring/matrix/tally.ts";
export { type Cell, cellOf, cellOrder, inPriorityOrder } from "./scoring/matrix.ts";
export { type CountingWay, countNps, type NpsFigure, npsInterval, type SurveyRow } from "./scoring/nps/counting.ts";
export { type EarnedGrowth, earnedGrowth } from "./scoring/nps/earned-growth.ts";
export { type Launch, type LaunchRecipient, pickLaunch } from "./scoring/nps/launch.ts";
export { type Survey, SurveyOptions, type SurveyScore, type SurveySummary, scoreSurvey } from "./scoring/nps/survey.ts";
export { accountNps, netPromoterScore } from "./scoring/nps.ts";
export type { PlanRow } from "./scoring/plan/row.ts";
export { type Plan, type PlanAsked, type PlanFacts, PlanOptions, planCustomers } from "./scoring/plan.ts";
export { gradePotential, PotentialOptions, type PotentialScore } from "./scoring/potential.ts";
export type { CohortScore } from "./scoring/retention/cohorts.ts";
export {
  type EarlyChurn,
  type EarlyChurnContext,
  type EarlyChurnScore,
  scoreEarlyChurn,
} from "./scoring/retention/early-churn.ts";
export type { RetentionCustomer } from "./scoring/retention/timeline.ts";
export { scoreWhatIf, type WhatIf, type WhatIfPeriod } from "./scoring/retention/what-if.ts";
export {
  type Retention,
  type RetentionContext,
  RetentionOptions,
  type RetentionScore,
  scoreRetention,
} from "./scoring/retention.ts";
export type { Change, CustomerSensitivity } from "./scoring/sensitivity/customer.ts";
export type { VariantSummary } from "./scoring/sensitivity/summary.ts";
export type { Variant } from "./scoring/sensitivity/variants.ts";
export { type OtherWindow, type Sensitivity, scoreSensitivity } from "./scoring/sensitivity.ts";
export { type Move, movesBetween, type StageMove } from "./scoring/stage/move.ts";
export type { PartFacts, PartScore, Stage, StageContext } from "./scoring/stage/parts.ts";
export { type StageScore, scoreStages } from "./scoring/stage.ts";
export { type Status, statusOf } from "./scoring/status.ts";
export { type Quadrant, type Swot, SwotOptions, type SwotScore, scoreSwot } from "./scoring/swot.ts";
export type { AverageCost } from "./scoring/value/acquisition.ts";
export { historiesTo, type PurchaseHistories } from "./scoring/value/histories.ts";
export { checkOnHoldout, type HoldoutCheck, type HoldoutModel } from "./scoring/value/holdout.ts";
export {
  type ModelFit,
  type PredictedValue,
  type Prediction,
  predictValue,
  ValueOptions,
} from "./scoring/value/prediction.ts";
export type { ValueScore } from "./scoring/value/row.ts";
export type { SumOf, ValueFigures } from "./scoring/value/summary.ts";
export { scoreValue, type Value, type ValueContext } from "./scoring/value.ts";
export { type Loss, lossOfCustomer } from "./scoring/winback/lost.ts";
export {
  scoreWinback,
  type Winback,
  type WinbackContext,
  type WinbackFacts,
  WinbackOptions,
  type WinbackScore,
} from "./scoring/winback.ts";
