import type { Engine } from "./port.ts";

const answers = new WeakMap<Engine, Map<string, Promise<unknown>>>();

/**
 * What was asked before is not asked again: once the exports are read the tables stay as they are, and a report lets several
 * scores ask the same. `question` names what is asked, with everything that the answer depends on.
 */
export function remembered<Answer>(engine: Engine, question: string, ask: () => Promise<Answer>): Promise<Answer> {
  let known = answers.get(engine);
  if (known === undefined) {
    known = new Map();
    answers.set(engine, known);
  }
  let answer = known.get(question) as Promise<Answer> | undefined;
  if (answer === undefined) {
    answer = ask();
    known.set(question, answer);
  }
  return answer;
}
