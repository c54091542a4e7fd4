import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Workspace } from "../ingest/workspace.ts";

/** A folder for what a run writes for itself: made when first needed, removed at the end, also of an interrupted run. */
export interface RunFolder extends Workspace {
  readonly path: string;
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
    parquetToText: async (source, target, notation) => {
      const { parquetToText } = await import("../engine/parquet-text.ts");
      return parquetToText(source, target, notation, folder);
    },
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
