import { counted } from "../figures.ts";
import { type ExplainContext, type ExplainRow, row } from "./row.ts";

/** What the rules found, and which of them had nothing to go by. */
export function findingRows({ findings, rules }: ExplainContext): ExplainRow[] {
  const silent = rules.filter(({ state }) => state !== "ok");
  const asked = rules.length - silent.length;
  return [
    ...(findings.length === 0 ? [row("findings", null, `none of ${counted(asked, "rule")} found anything`)] : []),
    ...findings.map(({ rule, kind, strength, action, evidence, because }) =>
      row(rule, `${kind}, strength ${strength}`, action, evidence, because[0] ?? null),
    ),
    ...(silent.length === 0
      ? []
      : [
          row(
            "rules_without_data",
            silent.length,
            silent.map(({ rule, state }) => `${rule}: ${stateWords[state]}`).join(", "),
          ),
        ]),
  ];
}

const stateWords = { ok: "", no_data: "no data", insufficient_history: "insufficient history" } as const;
