import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { folderOf, root } from "./helpers/folders.ts";

/** A machine with these programs and no others; what `apt-get` was asked is in its log. */
function onMachine(programs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const bin = folderOf(
    Object.fromEntries(Object.entries(programs).map(([name, text]) => [name, `#!/bin/bash\n${text}\n`])),
  );
  for (const name of Object.keys(programs)) chmodSync(path.join(bin, name), 0o755);
  const log = path.join(bin, "log");
  const script = path.join(root, ".ci/programs");
  const { status, stdout, stderr } = spawnSync("/bin/bash", [script], {
    env: { ...env, PATH: bin, LOG: log },
    encoding: "utf8",
  });
  const asked = existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : [];
  return { status, said: (stdout + stderr).trimEnd().split("\n"), asked };
}

const asRoot = { id: "echo 0", timeout: 'shift; exec "$@"' };
/** Notes what it is asked, without the four words of how to fetch. */
const aptGet = 'first=$1; shift 5; echo "$first $*" >> "$LOG"; echo noise';
const there = "exit 0";

it("installs what is missing, and says so in a line each", () =>
  expect(onMachine({ ...asRoot, "apt-get": aptGet })).toEqual({
    status: 0,
    said: ["installed: chromium fonts-liberation", "installed: libreoffice-calc-nogui"],
    asked: [
      "-qq update",
      "-qq install -y --no-install-recommends chromium fonts-liberation",
      "-qq install -y --no-install-recommends libreoffice-calc-nogui",
    ],
  }));

it.each([
  [{ chromium: there, soffice: there }, {}],
  [{ "google-chrome": there, libreoffice: there }, {}],
  [{ soffice: there }, { CHROMIUM: "/opt/chromium" }],
])("asks for nothing where all is there: %j %j", (programs, env) =>
  expect(onMachine({ ...asRoot, "apt-get": aptGet, ...programs }, env)).toEqual({ status: 0, said: [""], asked: [] }));

it("installs only what is missing", () =>
  expect(onMachine({ ...asRoot, "apt-get": aptGet, chromium: there }).said).toEqual([
    "installed: libreoffice-calc-nogui",
  ]));

it.each([
  ["nobody in particular", { id: "echo 1000", "apt-get": aptGet }],
  ["no apt-get", { id: "echo 0" }],
])("goes on without: %s", (_, programs) =>
  expect(onMachine(programs)).toEqual({
    status: 0,
    said: ["not installed: chromium fonts-liberation libreoffice-calc-nogui (needs root and apt-get)"],
    asked: [],
  }));

it("goes on without where there is no network, or one of the packages cannot be had", () => {
  expect(onMachine({ ...asRoot, "apt-get": "exit 100" })).toMatchObject({
    status: 0,
    said: ["not installed: chromium fonts-liberation libreoffice-calc-nogui (apt-get update failed)"],
  });
  expect(onMachine({ ...asRoot, "apt-get": '[[ "$*" != *chromium* ]]' })).toMatchObject({
    status: 0,
    said: ["not installed: chromium fonts-liberation (apt-get failed)", "installed: libreoffice-calc-nogui"],
  });
});
