// Files for the tests of ingest, in a folder of their own that is gone afterwards.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { readShownRecords } from "../../src/ingest/inspect-file.ts";
import type { ReadOptions } from "../../src/ingest/read-options.ts";
import type { Source } from "../../src/ingest/workspace.ts";
import { workspaceIn } from "../helpers/folders.ts";

export const plainOptions: ReadOptions = { noHeader: false, maps: [], onBadRow: "error" };

/** A folder for the files of one test file. */
export function testFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "portfolio-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  const workspace = workspaceIn(folder);
  return {
    folder,
    workspace,
    /** Writes a file; its name in messages is the bare name. */
    write(name: string, content: string | Buffer): Source {
      const file = path.join(folder, `given-${++count}-${name}`);
      writeFileSync(file, content);
      return { name, path: file };
    },
    /** What `inspect --rows` prints, as arrays. */
    async rows(content: string | Buffer, options: Partial<ReadOptions> = {}): Promise<string[][]> {
      const rows: string[][] = [];
      const source = this.write("file.csv", content);
      await readShownRecords(
        source,
        { ...plainOptions, ...options },
        workspace,
        (fields) => {
          rows.push([...fields]);
        },
        async () => undefined,
      );
      return rows;
    },
  };
}
