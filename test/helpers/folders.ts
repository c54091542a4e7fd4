import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { parquetToText } from "../../src/engine/parquet-text.ts";
import type { Workspace } from "../../src/ingest/workspace.ts";

/** The project's folder. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Public data sets and odd exports, beside the project; they are not a part of it. */
export const sharedData = path.join(root, "../shared/data");
export const hostileCorpus = path.join(root, "../shared/hostile/corpus");

/** One line that says what was left out, so that a run without the data does not look whole. */
export function isThere(folder: string, what: string): boolean {
  const there = existsSync(folder);
  if (!there) process.stderr.write(`left out: ${what}, because ${path.relative(root, folder)} does not exist\n`);
  return there;
}

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that holds these files; removed after the test file. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), "portfolio-test-"));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Room for what reading an export needs, in a folder of the test. */
export function workspaceIn(folder: string): Workspace {
  let count = 0;
  return {
    temporary: (name) => path.join(folder, `${++count}-${name}`),
    parquetToText: (source, target, notation) => parquetToText(source, target, notation, folder),
  };
}
