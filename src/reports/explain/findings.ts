import { type ExplainContext, type ExplainRow, row } from "./row.ts";

/** What the rules found, and which of them had nothing to go by. */
export function findingRows({ findings, rules, words }: ExplainContext): ExplainRow[] {
  const { explain, say } = words;
  const silent = rules.filter(({ state }) => state !== "ok");
  const asked = rules.length - silent.length;
  return [
    ...(findings.length === 0 ? [row("findings", null, explain.findings.none(asked))] : []),
    ...findings.map(({ rule, kind, strength, action, evidence, because }) =>
      row(rule, explain.findings.kind(kind, strength), say(action), say(evidence), because[0] ?? null),
    ),
    ...(silent.length === 0
      ? []
      : [
          row(
            "rules_without_data",
            silent.length,
            silent.map(({ rule, state }) => (state === "ok" ? "" : explain.findings.silent(rule, state))).join(", "),
          ),
        ]),
  ];
}
