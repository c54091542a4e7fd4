// What `npm run build` leaves in dist: build.mjs says how it comes about.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isThere, root } from "./helpers/folders.ts";

const dist = path.join(root, "dist");
const read = (...names: string[]) => readFileSync(path.join(...names), "utf8");
/** Not built in: binaries, and what runs the text of its own functions in threads. */
const apart = ["@duckdb/node-bindings", "read-excel-file"];

const ours = JSON.parse(read(root, "package.json"));

describe.runIf(isThere(path.join(dist, "bin/portfolio.js"), "what is in the built program"))(
  "the built program",
  () => {
    it("is where package.json says", () => {
      const named: string[] = [ours.main, ours.types, ...Object.values<string>(ours.bin)];
      expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    });

    it.each([
      ["sql", "src/engine/sql"],
      ["browser", "src/output/html/browser"],
    ])("has dist/src/%s as it is in %s", (built, source) => {
      const filesIn = (folder: string) => readdirSync(folder).map((name) => [name, read(folder, name)]);
      expect(filesIn(path.join(dist, "src", built))).toEqual(filesIn(path.join(root, source)));
    });

    it("needs no package but those that are left apart", () => {
      const files = ["bin", "src"].flatMap((folder) =>
        readdirSync(path.join(dist, folder))
          .filter((name) => name.endsWith(".js"))
          .map((name) => read(dist, folder, name)),
      );
      const asked = files.flatMap((text) => [
        ...text.matchAll(/^(?:import|export)\b[^"]*"([^".][^"]*)";$/gm),
        ...text.matchAll(/\bimport\("([^".][^"]*)"\)/g),
      ]);
      const names = asked.map(([, name = ""]) => name).filter((name) => !name.startsWith("node:"));
      const packages = new Set(names.map((name) => /^(?:@[^/]+[/])?[^/]+/.exec(name)?.[0] ?? name));
      for (const name of builtinModules) packages.delete(name);
      expect([...packages].sort()).toEqual(apart);
    });

    it("brings the licence of every package that is built in", () => {
      const sections = read(dist, "LICENCES.txt").split(`${"-".repeat(80)}\n`);
      const licenceOf = new Map(sections.map((text) => [text.trim().split("\n")[0], text]));
      for (const name of Object.keys(ours.dependencies)) {
        if (apart.includes(name)) continue;
        const { version } = JSON.parse(read(root, "node_modules", name, "package.json"));
        expect(licenceOf.get(`${name} ${version}`), name).toMatch(/copyright|licen[cs]e/i);
      }
    });
  },
);
