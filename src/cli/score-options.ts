import type { z } from "zod";
import { UserError } from "../base/errors.ts";
import type { JsonValue } from "../output/report.ts";

/** The options that the user gave: what is `undefined` left out, so that it covers no setting. */
export const given = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

/** Options of a score by group; what is `undefined` takes its default. Errors: exit 2 with the option's words. */
export function parseScoreOptions<T extends z.ZodType>(
  schema: T,
  groups: Readonly<Record<string, object>>,
): z.infer<T> {
  const known = Object.fromEntries(Object.entries(groups).map(([group, options]) => [group, given(options)]));
  const result = schema.safeParse(known);
  if (result.success) return result.data as z.infer<T>;
  const [issue] = result.error.issues;
  throw new UserError(`${optionName(issue?.path ?? [])}: ${issue?.message}`, {
    hint: "portfolio COMMAND --help",
    exit: 2,
  });
}

/** `abc.cuts` is `--abc-cuts`, `abc.rankBy` is `--rank-by`, `potential.sources` is `--potential-sources`. */
function optionName(path: readonly PropertyKey[]): string {
  const [group = "", name = ""] = path.map(String);
  const long = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const shared = (group === "abc" && (name === "cuts" || name === "method")) || group === "potential";
  return shared ? `--${group}-${long}` : `--${long}`;
}

/** Options as plain JSON, names as everywhere outside the code (`rank_by`): what was not chosen and has no default is left out. */
export const plainOptions = (options: object): Readonly<Record<string, JsonValue>> =>
  snakeKeys(JSON.parse(JSON.stringify(options))) as Readonly<Record<string, JsonValue>>;

function snakeKeys(value: JsonValue): JsonValue {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeKeys(entry as JsonValue),
    ]),
  );
}
