import { betaGeometric } from "./beta-geometric.ts";
import { pareto } from "./pareto.ts";
import type { PurchaseModel, Values } from "./purchase-model.ts";

export const purchaseModelNames = ["mbg_nbd", "bg_nbd", "pareto_nbd"] as const;
export type PurchaseModelName = (typeof purchaseModelNames)[number];

/** A parameter's value by its name: r, alpha and a, b or s, beta; p, q, gamma of the spend model. Time in weeks. */
export type Parameters = Readonly<Record<string, number>>;

export const purchaseModels: Readonly<Record<PurchaseModelName, PurchaseModel>> = {
  mbg_nbd: betaGeometric(true),
  bg_nbd: betaGeometric(false),
  pareto_nbd: pareto,
};

export const named = (names: readonly string[], values: readonly number[]): Parameters =>
  Object.fromEntries(names.map((name, i) => [name, values[i] as number]));

export const valuesOf = ({ parameterNames }: PurchaseModel, parameters: Parameters): Values =>
  parameterNames.map((name) => parameters[name]) as unknown as Values;
