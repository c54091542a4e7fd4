import { z } from "zod";
import { nearest } from "../../base/nearest.ts";
import { OwnRule } from "./own-rules.ts";
import { rules } from "./registry.ts";

const ids = rules.map(({ id }) => id);

/** A rule's group of options: `seat_whitespace` is `seatWhitespace`, as everywhere in the code. */
export const optionGroupOf = (id: string): string =>
  id.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const ownGroups: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  rules.map(({ id, when, options }) => [optionGroupOf(id), options.prefault({}).describe(when)]),
);

/** Which rules look at the customers, and where their limits lie. */
export const TriggerOptions = z.strictObject({
  off: z
    .array(z.enum(ids, { error: ({ input }) => unknownRule(String(input), ids) }))
    .default([])
    .describe("rules that are switched off"),
  rules: z.array(OwnRule).default([]).describe("rules of your own"),
  ...ownGroups,
});
export type TriggerOptions = { readonly off: readonly string[]; readonly rules: readonly OwnRule[] } & Readonly<
  Record<string, unknown>
>;

/** There is no such rule, and which one was perhaps meant. */
export function unknownRule(id: string, known: readonly string[]): string {
  const meant = nearest(id, known);
  return `there is no rule ${id}${meant === null ? "" : `; did you mean ${meant}?`}`;
}
