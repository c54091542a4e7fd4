// How the program is built: one file a command and a few that they share, with what they use of other packages in them, so
// that a run opens a few dozen files and not four hundred. `node build.mjs [FOLDER]`; the folder is emptied first.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { rolldown } from "rolldown";

/** Files that the program reads beside its own code, as `./sql/NAME.sql` and `./browser/NAME`. */
const folders = { sql: "src/engine/sql", browser: "src/output/html/browser" };

/** Chunks stand in one folder, and these beside them. */
const beside = {
  name: "files beside the code",
  generateBundle() {
    for (const [name, folder] of Object.entries(folders))
      for (const file of readdirSync(folder))
        this.emitFile({
          type: "asset",
          fileName: `src/${name}/${file}`,
          source: readFileSync(path.join(folder, file)),
        });
  },
};

/** The folder of the package that a module belongs to, by the last `node_modules` of its path. */
const packageOf = (id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll("\\", "/"))?.[0];

const licenceIn = (folder) => {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${folder} has no licence file`);
  return readFileSync(path.join(folder, file), "utf8").trim();
};

/** What the licences of the packages ask for that the built files contain. */
const notices = {
  name: "licences of what is built in",
  generateBundle(_, bundle) {
    const ids = Object.values(bundle).flatMap((output) => (output.type === "chunk" ? output.moduleIds : []));
    const packages = new Set(ids.map(packageOf).filter((folder) => folder !== undefined));
    const texts = [...packages].sort().map((folder) => {
      const { name, version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
      return `${name} ${version}\n\n${licenceIn(folder)}\n`;
    });
    this.emitFile({ type: "asset", fileName: "LICENCES.txt", source: texts.join(`\n${"-".repeat(80)}\n\n`) });
  },
};

/** Left where they are: Node's own modules, binaries, and what runs its own functions' text in threads. */
const isApart = (id) => /^(?:node:|@duckdb\/node-bindings|read-excel-file)/.test(id);

const bundle = await rolldown({
  input: {
    "bin/portfolio": "bin/portfolio.ts",
    "src/index": "src/index.ts",
    "src/workbook-thread": "src/output/xlsx/workbook-thread.ts",
  },
  platform: "node",
  external: isApart,
  plugins: [beside, notices],
});
await bundle.write({
  dir: process.argv[2] ?? "dist",
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "src/[name]-[hash].js",
  cleanDir: true,
});
await bundle.close();
