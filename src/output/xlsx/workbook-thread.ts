// The thread of startWorkbookThread: waits for one task, answers, and ends.
import { parentPort } from "node:worker_threads";
import { UserError } from "../../base/errors.ts";
import type { WorkbookAnswer, WorkbookTask } from "./in-thread.ts";
import { writeWorkbook } from "./workbook.ts";

parentPort?.once("message", async ({ sheets, options }: WorkbookTask) => {
  const answer = await writeWorkbook(sheets, options).catch((error): WorkbookAnswer => {
    // A class does not outlive the way between threads.
    if (error instanceof UserError) return { refused: error.message, hint: error.hint };
    throw error;
  });
  parentPort?.postMessage(answer, answer instanceof Uint8Array ? [answer.buffer as ArrayBuffer] : []);
});
