import { z } from "zod";
import { UserError } from "../base/errors.ts";
import { nearest } from "../base/nearest.ts";
import { AbcOptions } from "../scoring/abc.ts";
import { ContributionOptions } from "../scoring/contribution.ts";
import { TriggerOptions } from "../scoring/findings/options.ts";
import { OwnRule, ownRules } from "../scoring/findings/own-rules.ts";
import { rules } from "../scoring/findings/registry.ts";
import { IcpOptions } from "../scoring/icp/options.ts";
import { BandOptions } from "../scoring/icp/traits.ts";
import { MatrixOptions } from "../scoring/matrix/plays.ts";
import { cellOrder } from "../scoring/matrix.ts";
import { AssociationOptions } from "../scoring/plan/association.ts";
import { PlanOptions } from "../scoring/plan.ts";
import { PotentialOptions } from "../scoring/potential.ts";
import { RetentionOptions } from "../scoring/retention.ts";
import { ValueOptions } from "../scoring/value/prediction.ts";
import { WinbackFactors } from "../scoring/winback/factors.ts";
import { WinbackOptions } from "../scoring/winback.ts";

const ratePattern = /^\d{1,6}(?:\.\d{1,6})?$/;

/**
 * The settings file, `portfolio.yaml`: what is the same for every run over a set of exports. Each score owns its options; here
 * they are put together with how the files are read. Names are written with underscores (`rank_by`).
 */
export const Settings = z.strictObject({
  window: z.number().int().min(1).max(1200).optional().describe("length of the window, in months"),
  map: z
    .record(z.string(), z.record(z.string(), z.string()))
    .optional()
    .describe("headers of columns, by role and column: sales: { amount: Beløp }"),
  decimal: z.enum([".", ","]).optional().describe("decimal mark of all numbers"),
  dateFormat: z.string().optional().describe("order of all dates: dmy, mdy, iso, yyyymmdd, serial"),
  delimiter: z.string().optional().describe("field delimiter of all files, or whitespace"),
  encoding: z.string().optional().describe("encoding of all files"),
  currency: z
    .strictObject({
      base: z
        .string()
        .regex(/^[A-Z]{3}$/, "must be three capital letters, as NOK")
        .describe("currency of every result"),
      rates: z
        .record(z.string(), z.union([z.string(), z.number()]).transform(String))
        .refine((rates) => Object.values(rates).every((rate) => ratePattern.test(rate) && Number(rate) > 0), {
          error: "must be decimals above zero with at most six places, as EUR: 11.62",
        })
        .describe("what one of each other currency is worth in the base"),
    })
    .optional()
    .describe("how several currencies become one; without it they are refused"),
  abc: z.looseObject({}).optional().describe("the value axis; see abc"),
  contribution: z.looseObject({}).optional().describe("what customers cost"),
  potential: z.looseObject({}).optional().describe("the potential axis"),
  matrix: z.looseObject({}).optional().describe("what to do with the customers of each cell"),
  retention: z.looseObject({}).optional().describe("how retention is counted"),
  value: z.looseObject({}).optional().describe("how the worth to come is predicted"),
  winback: z.looseObject({}).optional().describe("who counts as lost, and what makes one worth more than another"),
  icp: z.looseObject({}).optional().describe("who the best customers are, and what they are told by"),
  plan: z.looseObject({}).optional().describe("what the plan looks at beside the scores"),
  triggers: z.looseObject({}).optional().describe("rules that are switched off, their limits, rules of your own"),
});
export type Settings = z.infer<typeof Settings>;

/** The settings that a parsed YAML document holds. `file` is for the messages. Errors: exit 3 with the key and what it takes. */
export function readSettings(document: unknown, file: string): Settings {
  if (document === null || document === undefined) return {};
  const result = Settings.safeParse(camelKeys(document));
  if (!result.success) throw settingsError(result.error, file);
  for (const [name, schema] of [
    ["abc", AbcOptions],
    ["contribution", ContributionOptions],
    ["potential", PotentialOptions],
    ["matrix", MatrixOptions],
    ["retention", RetentionOptions],
    ["value", ValueOptions],
    ["winback", WinbackOptions],
    ["icp", IcpOptions],
    ["triggers", TriggerOptions],
    ["plan", PlanOptions],
  ] as const) {
    const part = schema.safeParse(result.data[name] ?? {});
    // Options that only fit together with others are judged when the command line has had its say.
    if (!part.success && part.error.issues.some(({ code }) => code !== "custom"))
      throw settingsError(part.error, file, name);
  }
  if (result.data.triggers?.rules !== undefined) ownRules(z.array(OwnRule).parse(result.data.triggers.rules), file);
  return result.data;
}

function settingsError(error: z.ZodError, file: string, group?: string): UserError {
  const [issue] = error.issues;
  const path = [...(group === undefined ? [] : [group]), ...(issue?.path ?? [])]
    .map((part) => snake(String(part)))
    .join(".");
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.map(snake) : [];
  const known =
    innerNames[path.replace(/[.]\d+$/, "")]?.map(snake) ??
    Object.keys(group === undefined ? Settings.shape : optionNames[group as keyof typeof optionNames]).map(snake);
  const meant = unknown[0] === undefined ? null : nearest(unknown[0], known);
  return new UserError(
    unknown.length > 0
      ? `${path === "" ? "" : `${path}: `}there is no setting ${unknown.join(", ")}${meant === null ? "" : `; did you mean ${meant}?`}`
      : `${path}: ${issue?.message}`,
    {
      place: { file },
      details: unknown.length > 0 ? [`settings: ${known.join(", ")}`] : [],
      hint: "correct the settings file",
    },
  );
}

const optionNames = {
  abc: { method: 0, cuts: 0, rankBy: 0, dMode: 0 },
  contribution: { cogs: 0 },
  potential: { sources: 0, attainableShare: 0 },
  matrix: { plays: 0 },
  retention: { period: 0, basis: 0, activeWindow: 0, earlyChurnDays: 0 },
  value: { model: 0, horizon: 0, discountRate: 0 },
  winback: { lostAfter: 0, factors: 0 },
  icp: IcpOptions.shape,
  triggers: TriggerOptions.shape,
  plan: PlanOptions.shape,
};

/** Of the options that are tables themselves. */
const innerNames: Readonly<Record<string, readonly string[]>> = {
  "matrix.plays": cellOrder,
  "winback.factors": Object.keys(WinbackFactors.shape),
  "icp.bands": Object.keys(BandOptions.shape),
  "plan.association": Object.keys(AssociationOptions.shape),
  "triggers.rules": Object.keys(OwnRule.shape),
  ...Object.fromEntries(rules.map(({ id, options }) => [`triggers.${id}`, Object.keys(options.shape)])),
};

/** A capital at the start is no option of ours but a cell of the matrix. */
const snake = (name: string): string => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Keys from `rank_by` to `rankBy`, but for the headers that `map` names. */
function camelKeys(value: unknown, inMap = false): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      inMap ? key : key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camelKeys(entry, inMap || key === "map" || key === "rates"),
    ]),
  );
}
