// The models behind the predictions, in words, lines and json.
import type { JsonValue, Segment, SummaryLine } from "../../output/report.ts";
import type { NotFitted } from "../../scoring/clv/fit.ts";
import type { HoldoutCheck } from "../../scoring/value/holdout.ts";
import type { ModelFit, Prediction } from "../../scoring/value/prediction.ts";
import type { Words } from "../../wording/wording.ts";

type ValueWording = Words<"value">;

/** What the chosen models could not say, and what holds all the same. */
export const modelRemarks = (prediction: Prediction, words: ValueWording): string[] =>
  prediction.models
    .filter(({ chosen, fitted }) => chosen && !fitted.converged)
    .map((model) => words.common.line(model.name, failureWords(model, prediction, words)));

/** A model in two lines: how well it fits; its parameters with their standard errors. */
export const modelLines = (prediction: Prediction, words: ValueWording): SummaryLine[] =>
  prediction.models.flatMap((model): SummaryLine[] => {
    const { name, fitted } = model;
    if (!fitted.converged) return [{ term: name, value: failureWords(model, prediction, words) }];
    const { figures, value } = words;
    const parameters = Object.entries(fitted.parameters).map(
      ([parameter, estimate]) =>
        `${parameter} ${figures.fixed(estimate, 3)} ± ${figures.fixed(fitted.standardErrors[parameter] as number, 3)}`,
    );
    const { logLikelihood, customers } = fitted;
    return [
      { term: name, value: value.logLikelihood(logLikelihood, customers) },
      { term: "", value: parameters.join(", ") },
    ];
  });

function failureWords({ chosen, fitted }: ModelFit, { models }: Prediction, words: ValueWording): string {
  // What was fitted has no failure; asked of those that were not.
  const failed = fitted as NotFitted;
  const { value } = words;
  const reason = reasonWords(failed, words);
  if (!chosen) return value.nothingRests(reason);
  const lost = new Set(
    models.flatMap((model) => (model.chosen && !model.fitted.converged ? model.fitted.missing : [])),
  );
  const holding = failed.holds.filter((column) => !lost.has(column)).map((column) => named(column, words));
  const others = failed.reason === "no_convergence" ? otherWords(failed, models, words) : "";
  const missing = failed.missing.map((column) => named(column, words)).join(", ");
  return value.stayEmpty(reason, missing, [...holding, value.notPredicted].join(", "), others);
}

const named = (column: string, { headings }: ValueWording): string => headings[column] ?? column;

/** Whether another model of purchases can say what this one cannot. */
function otherWords({ missing }: NotFitted, models: readonly ModelFit[], { value }: ValueWording): string {
  if (!missing.includes("p_alive")) return "";
  const able = models.flatMap(({ name, chosen, fitted }) => (!chosen && fitted.converged ? [`--model ${name}`] : []));
  return able.length === 0 ? value.othersCannot : value.othersCan(able.join(", "));
}

function reasonWords({ reason, found, needed, missing }: NotFitted, { value }: ValueWording): string {
  switch (reason) {
    case "too_few_repeat_buyers":
      return value.tooFewRepeat(found, needed ?? 0);
    case "no_positive_repeat_spend":
      return value.noRepeatSpend;
    case "infinite_mean_spend":
      return value.infiniteMean(found, needed ?? 0);
    case "no_convergence":
      return missing.includes("p_alive") ? value.purchasesAlike : value.spendAlike;
  }
}

export const modelsJson = (prediction: Prediction, words: ValueWording): JsonValue =>
  prediction.models.map((model) => ({ name: model.name, chosen: model.chosen, ...fitJson(model, prediction, words) }));

function fitJson(model: ModelFit, prediction: Prediction, words: ValueWording): Readonly<Record<string, JsonValue>> {
  const { fitted } = model;
  if (!fitted.converged)
    return {
      parameters: null,
      log_likelihood: null,
      standard_errors: null,
      customers: null,
      reason: fitted.reason,
      message: failureWords(model, prediction, words),
    };
  return {
    parameters: fitted.parameters,
    log_likelihood: fitted.logLikelihood,
    standard_errors: fitted.standardErrors,
    customers: fitted.customers,
    reason: null,
    message: null,
  };
}

/** How many purchases there were, how many each model expected, and which could not be fitted. */
export function holdoutWords(
  { weeks, fittedTo, customers, purchases, models }: HoldoutCheck,
  words: ValueWording,
): string[] {
  const { figures, value } = words;
  const expected = models.flatMap(({ name, calibration }) =>
    calibration === null ? [] : [`${name} ${figures.fixed(calibration.expected, 1)}`],
  );
  return [
    value.holdout(purchases, weeks, fittedTo, customers),
    ...(expected.length === 0 ? [] : [value.expected(expected.join(", "))]),
    ...models.flatMap(({ name, fitted }) => (fitted.converged ? [] : [`${name}: ${reasonWords(fitted, words)}`])),
  ];
}

/** The calibration table: purchases a customer, counted and expected, by the number of purchases before. */
export function holdoutPicture({ models }: HoldoutCheck, { figures, value }: ValueWording): Segment[][] {
  const fitted = models.flatMap(({ name, calibration }) => (calibration === null ? [] : [{ name, calibration }]));
  const [first] = fitted;
  if (first === undefined) return [];
  const mean = (count: number | null | undefined): string => (count == null ? "" : figures.fixed(count, 2));
  const lines = [
    [
      value.calibration.before,
      value.calibration.customers,
      value.calibration.actual,
      ...fitted.map(({ name }) => name),
    ],
    ...first.calibration.rows.map((row, i) => [
      row.orMore ? value.orMore(row.repeatPurchases) : String(row.repeatPurchases),
      figures.count(row.customers),
      mean(row.actual),
      ...fitted.map(({ calibration }) => mean(calibration.rows[i]?.expected)),
    ]),
  ];
  const widths = (lines[0] as string[]).map((header) => header.length);
  return lines.map((cells, line) => [
    {
      text: cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "),
      strong: line === 0,
    },
  ]);
}

export const holdoutJson = ({ weeks, fittedTo, customers, purchases, models }: HoldoutCheck): JsonValue => ({
  weeks,
  fitted_to: fittedTo,
  customers,
  actual_purchases: purchases,
  models: models.map(({ name, fitted, calibration }) => ({
    name,
    expected_purchases: calibration === null ? null : calibration.expected,
    parameters: fitted.converged ? fitted.parameters : null,
    log_likelihood: fitted.converged ? fitted.logLikelihood : null,
    reason: fitted.converged ? null : fitted.reason,
    calibration:
      calibration === null
        ? null
        : calibration.rows.map((row) => ({
            repeat_purchases: row.repeatPurchases,
            or_more: row.orMore,
            customers: row.customers,
            actual: row.actual,
            expected: row.expected,
          })),
  })),
});
