// The manual's transcripts: fenced blocks of the language `console`, each a few commands and what they print.
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./folders.ts";
import { type Outcome, run } from "./run.ts";

/** A command of a block, and the lines that the page says it prints. */
export interface Step {
  readonly command: string;
  /** The command's own lines, with `$ ` and continuations. */
  readonly source: readonly string[];
  readonly expected: readonly string[];
}

export interface Block {
  /** The page, relative to the project's folder. */
  readonly page: string;
  /** Line of the opening fence, from 1, and of the closing one. */
  readonly line: number;
  readonly end: number;
  readonly steps: readonly Step[];
  /** What the headings above promise, the nearest first: `(exit 3)`; else 0. */
  readonly exit: number;
}

const fence = "```";

/** Every console block of a page. */
export function blocksOf(page: string): Block[] {
  const lines = pageLines(page);
  const blocks: Block[] = [];
  /** By the depth of the heading. */
  let exits: (number | undefined)[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    const depth = /^(#+) /.exec(line)?.[1]?.length;
    if (depth !== undefined) {
      const exit = /\(exit (\d+)\)/.exec(line)?.[1];
      exits = exits.slice(0, depth);
      exits[depth] = exit === undefined ? undefined : Number(exit);
    }
    if (!line.startsWith(fence)) continue;
    const end = lines.indexOf(fence, i + 1);
    if (end < 0) throw new Error(`${page}:${i + 1}: the block is never closed`);
    if (line === `${fence}console`)
      blocks.push({
        page,
        line: i + 1,
        end: end + 1,
        steps: stepsOf(lines.slice(i + 1, end), `${page}:${i + 1}`),
        exit: exits.findLast((exit) => exit !== undefined) ?? 0,
      });
    i = end;
  }
  return blocks;
}

export const pageLines = (page: string): string[] => readFileSync(path.join(root, page), "utf8").split("\n");

function stepsOf(lines: readonly string[], place: string): Step[] {
  const steps: { command: string; source: string[]; expected: string[] }[] = [];
  let continued = false;
  for (const line of lines) {
    const last = steps.at(-1);
    if (continued && last !== undefined) {
      last.source.push(line);
      last.command = `${last.command.slice(0, -1).trimEnd()} ${line.trim()}`;
      continued = line.endsWith("\\");
    } else if (line.startsWith("$ ")) {
      steps.push({ command: line.slice(2), source: [line], expected: [] });
      continued = line.endsWith("\\");
    } else if (last === undefined) throw new Error(`${place}: a console block starts with a command, "$ …"`);
    else last.expected.push(line);
  }
  if (steps.length === 0) throw new Error(`${place}: a console block without a command`);
  return steps;
}

/** What a step printed, line by line; `null` for a command that is not run. */
export interface Result {
  readonly step: Step;
  readonly lines: readonly string[] | null;
}

/** What a block's commands print, one after another, and the exit code of the last portfolio command. */
export async function runBlock({ steps }: Block): Promise<{ results: Result[]; code: number; codeShown: boolean }> {
  const results: Result[] = [];
  let [code, codeShown] = [0, false];
  for (const step of steps) {
    const words = wordsOf(step.command);
    if (words[0] === "portfolio") {
      const from = words.lastIndexOf("<");
      const args = from < 0 ? words.slice(1) : words.slice(1, from);
      const stdin = from < 0 ? "" : readFileSync(path.join(root, words[from + 1] as string), "utf8");
      const outcome = await runPiped(args, stdin);
      code = outcome.code;
      results.push({ step, lines: linesOf(outcome.err + outcome.out) });
    } else if (step.command === "echo $?") {
      codeShown = true;
      results.push({ step, lines: [String(code)] });
    } else if (words[0] === "cat" && words.length === 2) {
      results.push({ step, lines: linesOf(readFileSync(path.join(root, words[1] as string), "utf8")) });
    } else results.push({ step, lines: null });
  }
  return { results, code, codeShown };
}

/** Runs the program in the project's folder, into a pipe. A run's exit code is its own, whatever the one before it left. */
export async function runPiped(args: readonly string[], stdin = ""): Promise<Outcome> {
  process.exitCode = undefined;
  try {
    return await run(args, { stdin, env: { NO_COLOR: "1" } });
  } finally {
    process.exitCode = undefined;
  }
}

/** The folder of the reader's own project stands where ours does. */
const anybodys = "/home/you/portfolio/";

function linesOf(output: string): string[] {
  const text = output.replaceAll("\r\n", "\n").replaceAll(root, anybodys);
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** A command line as a shell splits it: blanks, single and double quotes, a backslash. Nothing is expanded. */
export function wordsOf(command: string): string[] {
  const words: string[] = [];
  const pattern = /\s*((?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+)/g;
  for (const [, word = ""] of command.matchAll(pattern))
    words.push(
      word.replace(/'([^']*)'|"([^"]*)"|\\(.)/g, (_, single, double, escaped) => single ?? double ?? escaped ?? ""),
    );
  return words;
}

/** A line of its own that stands for any lines left out. */
const leftOut = "…";

/** Whether the printed lines are the expected ones, `…` standing for any number of lines. */
export function fits(expected: readonly string[], printed: readonly string[]): boolean {
  const parts = partsOf(expected);
  const [first = [], ...others] = parts;
  if (!startsWith(printed, first, 0)) return false;
  if (others.length === 0) return printed.length === first.length;
  let at = first.length;
  const last = others.pop() as readonly string[];
  for (const part of others) {
    while (at <= printed.length && !startsWith(printed, part, at)) at++;
    if (at > printed.length) return false;
    at += part.length;
  }
  return at <= printed.length - last.length && startsWith(printed, last, printed.length - last.length);
}

const startsWith = (lines: readonly string[], part: readonly string[], at: number): boolean =>
  part.every((line, i) => lines[at + i] === line);

function partsOf(expected: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const line of expected) {
    if (line === leftOut) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

/**
 * The lines to write into the page. A page that leaves lines out goes on doing so: as many lines stay at the start and the
 * end, and a middle part is found again by how its first line begins.
 */
export function renewed(expected: readonly string[], printed: readonly string[]): string[] {
  if (fits(expected, printed)) return [...expected];
  const parts = partsOf(expected);
  const [first = [], ...others] = parts;
  const last = others.pop();
  if (last === undefined || first.length + last.length >= printed.length) return [...printed];
  const lines = printed.slice(0, first.length);
  let at = first.length;
  const end = printed.length - last.length;
  for (const part of others) {
    const beginning = /^\s*[^\s:]+/.exec(part[0] ?? "")?.[0] ?? "";
    const found = printed.findIndex((line, i) => i >= at && i < end && line.startsWith(beginning));
    if (found < 0) throw new Error(`no line starts with ${JSON.stringify(beginning)} any more; mend the block by hand`);
    lines.push(leftOut, ...printed.slice(found, found + part.length));
    at = found + part.length;
  }
  return [...lines, leftOut, ...printed.slice(end)];
}
