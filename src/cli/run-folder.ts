import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TemporaryPath } from "../ingest/source.ts";

/** A folder for what a run writes for itself: made when first needed, removed at the end, also of an interrupted run. */
export interface RunFolder {
  readonly path: string;
  readonly temporary: TemporaryPath;
  remove(): void;
}

const open = new Set<string>();

export function makeRunFolder(): RunFolder {
  const folder = mkdtempSync(path.join(tmpdir(), "portfolio-"));
  open.add(folder);
  let count = 0;
  return {
    path: folder,
    temporary: (name) => path.join(folder, `${++count}-${name.replace(/[^\w.-]/g, "_").slice(-60)}`),
    remove: () => removeFolder(folder),
  };
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  open.delete(folder);
}

/** For `main` on a signal. */
export function removeRunFolders(): void {
  for (const folder of open) removeFolder(folder);
}
