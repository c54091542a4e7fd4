// The models behind the predictions, in words, lines and json.
import type { JsonValue, Segment, SummaryLine } from "../../output/report.ts";
import type { NotFitted } from "../../scoring/clv/fit.ts";
import type { HoldoutCheck } from "../../scoring/value/holdout.ts";
import type { ModelFit, Prediction } from "../../scoring/value/prediction.ts";
import { counted } from "../figures.ts";

/** What the chosen models could not say, and what holds all the same. */
export const modelRemarks = (prediction: Prediction): string[] =>
  prediction.models
    .filter(({ chosen, fitted }) => chosen && !fitted.converged)
    .map((model) => `${model.name}: ${failureWords(model, prediction)}`);

/** A model in two lines: how well it fits; its parameters with their standard errors. */
export const modelLines = (prediction: Prediction): SummaryLine[] =>
  prediction.models.flatMap((model): SummaryLine[] => {
    const { name, fitted } = model;
    if (!fitted.converged) return [{ term: name, value: failureWords(model, prediction) }];
    const parameters = Object.entries(fitted.parameters).map(
      ([parameter, value]) =>
        `${parameter} ${value.toFixed(3)} ± ${(fitted.standardErrors[parameter] as number).toFixed(3)}`,
    );
    const { logLikelihood, customers } = fitted;
    return [
      { term: name, value: `log-likelihood ${logLikelihood.toFixed(2)} of ${counted(customers, "customer")}` },
      { term: "", value: parameters.join(", ") },
    ];
  });

function failureWords({ chosen, fitted }: ModelFit, { models }: Prediction): string {
  // What was fitted has no failure; asked of those that were not.
  const failed = fitted as NotFitted;
  if (!chosen) return `${reasonWords(failed)}; nothing rests on it here`;
  const lost = new Set(
    models.flatMap((model) => (model.chosen && !model.fitted.converged ? model.fitted.missing : [])),
  );
  const holding = failed.holds.filter((column) => !lost.has(column));
  const kept = [...holding, "all columns that are not predicted"].join(", ");
  const others = failed.reason === "no_convergence" ? otherWords(failed, models) : "";
  return `${reasonWords(failed)}; ${failed.missing.join(", ")} stay empty, ${kept} still hold${others}`;
}

/** Whether another model of purchases can say what this one cannot. */
function otherWords({ missing }: NotFitted, models: readonly ModelFit[]): string {
  if (!missing.includes("p_alive")) return "";
  const able = models.flatMap(({ name, chosen, fitted }) => (!chosen && fitted.converged ? [`--model ${name}`] : []));
  return able.length === 0 ? "; the other models cannot tell, either" : `; another model can: ${able.join(", ")}`;
}

function reasonWords({ reason, found, needed, missing }: NotFitted): string {
  switch (reason) {
    case "too_few_repeat_buyers":
      return `${counted(found, "customer")} bought again, and it takes ${needed}`;
    case "no_positive_repeat_spend":
      return "nobody spent anything after the first purchase";
    case "infinite_mean_spend":
      return `spend differs so much that it has no mean (q is ${found.toFixed(3)} and must be above ${needed})`;
    case "no_convergence":
      return missing.includes("p_alive")
        ? "the purchases look alike for all customers, so the model cannot tell who left"
        : "what is spent looks alike for all customers, so the model cannot tell them apart";
  }
}

export const modelsJson = (prediction: Prediction): JsonValue =>
  prediction.models.map((model) => ({ name: model.name, chosen: model.chosen, ...fitJson(model, prediction) }));

function fitJson(model: ModelFit, prediction: Prediction): Readonly<Record<string, JsonValue>> {
  const { fitted } = model;
  if (!fitted.converged)
    return {
      parameters: null,
      log_likelihood: null,
      standard_errors: null,
      customers: null,
      reason: fitted.reason,
      message: failureWords(model, prediction),
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
export function holdoutWords({ weeks, fittedTo, customers, purchases, models }: HoldoutCheck): string[] {
  const expected = models.flatMap(({ name, calibration }) =>
    calibration === null ? [] : [`${name} ${calibration.expected.toFixed(1)}`],
  );
  return [
    `${counted(purchases, "purchase")} in the ${counted(weeks, "week")} after ${fittedTo} by ${counted(customers, "customer")}`,
    ...(expected.length === 0 ? [] : [`expected: ${expected.join(", ")}`]),
    ...models.flatMap(({ name, fitted }) => (fitted.converged ? [] : [`${name}: ${reasonWords(fitted)}`])),
  ];
}

/** The calibration table: purchases a customer, counted and expected, by the number of purchases before. */
export function holdoutPicture({ models }: HoldoutCheck): Segment[][] {
  const fitted = models.flatMap(({ name, calibration }) => (calibration === null ? [] : [{ name, calibration }]));
  const [first] = fitted;
  if (first === undefined) return [];
  const mean = (value: number | null | undefined): string => value?.toFixed(2) ?? "";
  const lines = [
    ["repeat purchases before", "customers", "actual", ...fitted.map(({ name }) => name)],
    ...first.calibration.rows.map((row, i) => [
      `${row.repeatPurchases}${row.orMore ? " or more" : ""}`,
      String(row.customers),
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
