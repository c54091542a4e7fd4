// Rules that users write into the settings file.
import { z } from "zod";
import { UserError } from "../../base/errors.ts";
import { ExpressionError, excerptAt } from "../../base/expression/error.ts";
import type { CellValue } from "../../base/expression/evaluate.ts";
import type { Node } from "../../base/expression/nodes.ts";
import { type Expression, evaluate, parseExpression } from "../../base/expression.ts";
import { formatMoney } from "../../base/money.ts";
import { facts } from "./facts.ts";
import { findingKinds } from "./finding.ts";
import { rules } from "./registry.ts";
import { type Rule, rule } from "./rule.ts";

/** A rule of the user's own. */
export const OwnRule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, { error: "must be a name of small letters, digits and underscores, as big_drop" })
    .describe("the rule's name in every output"),
  kind: z.enum(findingKinds).describe("what a finding is: opportunity, blocker, warning, timing"),
  when: z.string().min(1).describe("a condition over the facts of a customer: revenue < 0.5 * revenue_prior"),
  action: z.string().min(1).describe("what to say, or what to repair"),
  strength: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .default(2)
    .describe("1, 2 or 3, the strongest; a blocker is 3 whatever is said"),
});
export type OwnRule = z.infer<typeof OwnRule>;

const factWords = { one: "fact", many: "facts", all: "the facts of a customer" };

const kinds = new Map(facts.map(({ name, kind }) => [name, kind]));
const factOf = new Map(facts.map((fact) => [fact.name, fact]));

/**
 * The user's rules, their conditions parsed and checked against the facts. `file` is the settings file, for the messages.
 * Errors: exit 3 for a condition that cannot be read (with its position, and the facts there are) and for a name used twice.
 */
export function ownRules(specs: readonly OwnRule[], file?: string): readonly Rule[] {
  const taken = new Set(rules.map(({ id }) => id));
  return specs.map((spec, i) => {
    if (taken.has(spec.id))
      throw new UserError(`triggers.rules.${i}.id: there is a rule ${spec.id} already`, {
        place: file === undefined ? undefined : { file },
        hint: "give the rule another name",
      });
    taken.add(spec.id);
    return ownRule(spec, parsed(spec, i, file));
  });
}

function parsed({ when }: OwnRule, i: number, file: string | undefined): Expression {
  try {
    return parseExpression(when, kinds, factWords);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new UserError(`triggers.rules.${i}.when: at ${error.position}: ${error.message}`, {
      place: file === undefined ? undefined : { file },
      details: [...excerptAt(when, error.position), ...error.details.flatMap(inLines)],
      hint: "when: revenue < 0.5 * revenue_prior and nps >= 9",
    });
  }
}

const longestLine = 100;

/** A list as lines that are short enough to be shown whole. */
function inLines(list: string): string[] {
  const lines: string[] = [];
  for (const part of list.split(/(?<=, )/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length <= longestLine) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd());
}

function ownRule({ id, kind, action, strength }: OwnRule, when: Expression): Rule {
  const names = [...new Set(columnsOf(when.root))];
  return rule({
    id,
    kind,
    strength: kind === "blocker" ? 3 : strength,
    needs: [],
    journey: null,
    when: when.text,
    action,
    options: z.strictObject({}),
    judge: (_, around) => (subject) => {
      const cellOf = (name: string): CellValue => factOf.get(name)?.value(subject, around) ?? null;
      if (evaluate(when, cellOf) !== true) return null;
      return {
        date: null,
        evidence: names.map((name) => `${name} ${written(name, cellOf(name))}`).join(", ") || when.text,
        because: names.map((name) => ({ rule: name, value: cellOf(name), threshold: when.text })),
      };
    },
  });
}

/** The columns of a condition, in the order in which it names them. */
function columnsOf(node: Node): string[] {
  switch (node.is) {
    case "column":
      return [node.name];
    case "value":
      return [];
    case "arithmetic":
      return [node.first, ...node.rest.map(({ operand }) => operand)].flatMap(columnsOf);
    case "call":
      return node.args.flatMap(columnsOf);
    case "compare":
      return [node.left, node.right].flatMap(columnsOf);
    case "between":
      return [node.of, node.low, node.high].flatMap(columnsOf);
    case "in":
      return [node.of, ...node.list].flatMap(columnsOf);
    case "like":
      return [node.of, node.pattern].flatMap(columnsOf);
    case "and":
    case "or":
      return node.of.flatMap(columnsOf);
    default:
      return columnsOf(node.of);
  }
}

const places: Readonly<Record<string, number>> = { ratio: 4, points: 2, number: 4 };

/** As a result writes it. */
function written(name: string, value: CellValue): string {
  if (value === null) return "unknown";
  if (typeof value === "bigint") return formatMoney(value);
  const decimals = places[kinds.get(name) as string];
  return typeof value === "number" && decimals !== undefined ? value.toFixed(decimals) : String(value);
}
