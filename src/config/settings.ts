import { z } from "zod";
import { UserError } from "../base/errors.ts";
import { nearest } from "../base/nearest.ts";
import { AbcOptions } from "../scoring/abc.ts";
import { ContributionOptions } from "../scoring/contribution.ts";
import { PotentialOptions } from "../scoring/potential.ts";

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
  ] as const) {
    const part = schema.safeParse(result.data[name] ?? {});
    // Options that only fit together with others are judged when the command line has had its say.
    if (!part.success && part.error.issues.some(({ code }) => code !== "custom"))
      throw settingsError(part.error, file, name);
  }
  return result.data;
}

function settingsError(error: z.ZodError, file: string, group?: string): UserError {
  const [issue] = error.issues;
  const path = [...(group === undefined ? [] : [group]), ...(issue?.path ?? [])]
    .map((part) => snake(String(part)))
    .join(".");
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.map(snake) : [];
  const known = Object.keys(group === undefined ? Settings.shape : optionNames[group as keyof typeof optionNames]).map(
    snake,
  );
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
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

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
