import { Worker } from "node:worker_threads";
import { UserError } from "../../base/errors.ts";
import type { FormatOptions } from "../format.ts";
import type { Sheet } from "./workbook.ts";

/** What the thread is asked, once. */
export interface WorkbookTask {
  readonly sheets: readonly Sheet[];
  readonly options: Pick<FormatOptions, "escapeFormulas">;
}

/** What it answers. */
export type WorkbookAnswer = Uint8Array | { readonly refused: string; readonly hint: string | undefined };

/** `writeWorkbook`, or what does the same elsewhere. */
export type WorkbookWriter = (sheets: readonly Sheet[], options: WorkbookTask["options"]) => Promise<Uint8Array>;

/**
 * Starts a thread that makes one workbook while the caller goes on: handing over the rows takes a fourth of the time of writing
 * them. Where the program stands as TypeScript, as in its tests, no thread can run it, and the workbook is made here.
 */
export function startWorkbookThread(): WorkbookWriter {
  if (import.meta.url.endsWith(".ts")) return async (...task) => (await import("./workbook.ts")).writeWorkbook(...task);
  const thread = new Worker(new URL("./workbook-thread.js", import.meta.url));
  // A run that ends for another reason does not wait for it.
  thread.unref();
  const workbook = answerOf(thread);
  // A thread that fails before it is asked is told of when it is asked.
  workbook.catch(() => undefined);
  return (sheets, { escapeFormulas }) => {
    thread.postMessage({ sheets, options: { escapeFormulas } } satisfies WorkbookTask);
    thread.ref();
    return workbook;
  };
}

const answerOf = (thread: Worker): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    thread.once("message", (answer: WorkbookAnswer) =>
      answer instanceof Uint8Array
        ? resolve(answer)
        : reject(new UserError(answer.refused, { hint: answer.hint, exit: 2 })),
    );
    thread.once("error", reject);
    thread.once("messageerror", reject);
    thread.once("exit", () => reject(new Error("the thread that makes the workbook has ended without it")));
  });
