import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Engine, ResultType } from "../../src/engine/port.ts";
import { folderOf, root } from "./folders.ts";

let count = 0;

/** Runs a text of the test's own through the engine's connection, the way the files of src/engine/sql are run. */
export function ask<S extends Record<string, ResultType>>(engine: Engine, sql: string, shape: S) {
  const file = path.join(folderOf(), `query-${++count}`);
  writeFileSync(`${file}.sql`, sql);
  return engine.query(path.relative(path.join(root, "src/engine/sql"), file), shape);
}
