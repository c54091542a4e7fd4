// The house's one direction, bottom to top, exactly as the table of docs/decisions.md (ARCHITECTURE) has it: a file may
// import from its own folder and from the folders named here, nothing else. `npm run check:deps` runs it, and fails too
// where fewer than 50 modules were seen, because an empty run is green.
//
// Where the house differs from the table on purpose: `wording`, the languages of what reports and formats say, came later. Two things that the table leaves open:
// - src/process-io.ts (the real streams, and the clean end on a signal) is part of the top, like main.ts.
// - `import type` counts like any import: a type that belongs to a higher floor is in the wrong file.

/** Folder of src/ → the folders that it may import. */
const mayImport = {
  base: [],
  facts: ["base"],
  scoring: ["base", "facts"],
  quality: ["base", "facts"],
  config: ["base", "scoring"],
  ingest: ["base", "facts"],
  engine: ["base", "facts", "ingest"],
  output: ["base"],
  wording: ["base", "facts", "scoring", "quality", "output"],
  reports: ["base", "facts", "scoring", "quality", "output", "wording"],
  cli: ["base", "facts", "config", "ingest", "engine", "quality", "output", "wording"],
  commands: [
    "base",
    "facts",
    "scoring",
    "quality",
    "config",
    "ingest",
    "engine",
    "output",
    "wording",
    "reports",
    "cli",
  ],
};

const folders = Object.keys(mayImport);

module.exports = {
  forbidden: [
    ...folders.map((folder) => ({
      name: `${folder}-imports-only-what-the-table-names`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: "^(src|bin|test)/", pathNot: `^src/(${[folder, ...mayImport[folder]].join("|")})/` },
    })),
    {
      name: "every-folder-of-src-is-in-the-table",
      severity: "error",
      from: {},
      to: { path: "^src/[^/]+/", pathNot: `^src/(${folders.join("|")})/` },
    },
    {
      name: "only-main-and-the-registry-import-commands",
      severity: "error",
      from: { pathNot: "^src/(main[.]ts$|commands/)" },
      to: { path: "^src/commands/" },
    },
    {
      // A file for each command, wiring only: what two of them share belongs in cli, reports or scoring. The report and the
      // tables of a query are made of what the other commands say.
      name: "commands-do-not-import-each-other",
      severity: "error",
      from: { path: "^src/commands/", pathNot: "^src/commands/(registry|report|query)[.]ts$" },
      // What scoring commands share is no command, though it stands among them: nothing below may wire scores and cli together.
      to: { path: "^src/commands/", pathNot: "^src/commands/(score-command|needs|kept-scores|portfolio-findings|portfolio-plan|portfolio-stages)[.]ts$" },
    },
    {
      name: "the-library-is-scoring-facts-and-base",
      severity: "error",
      from: { path: "^src/index[.]ts$" },
      to: { path: "^(src|bin|test)/", pathNot: "^src/(scoring|facts|base)/" },
    },
    {
      name: "nothing-below-the-top-imports-the-top",
      severity: "error",
      from: { path: "^src/[^/]+/" },
      to: { path: "^(bin/|src/[^/]+[.]ts$)" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "every-import-leads-somewhere", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      // Below cli nothing reads the clock, the environment, files or the process; what must touch files is named.
      name: "pure-floors-touch-no-files",
      severity: "error",
      from: { path: "^src/(base|facts|scoring|quality|config|wording|reports)/" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?(buffer)$" },
    },
    {
      name: "no-development-dependency-in-the-program",
      severity: "error",
      from: { path: "^(src|bin)/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
