import path from "node:path";
import type { Io } from "../base/io.ts";
import { firstValues, type Notice } from "../quality/notice.ts";
import { unusedFiles } from "./inputs.ts";
import { type Loaded, readingsOf } from "./load.ts";

/** The files of the folder that nobody read because their names say no role, as the user would name them. */
export function filesWithoutRole(io: Io, dir: string | undefined, named: readonly string[]): string[] {
  if (dir === undefined) return [];
  const isNamed = (name: string) => named.some((file) => path.basename(file) === name);
  return unusedFiles(io, dir)
    .unknown.filter((name) => !isNamed(name))
    .map((name) => path.join(dir, name));
}

/** What a refusal for a missing export says of those that are there: the files read, then those whose names say no role. */
export function exportsSeen(
  io: Io,
  dir: string | undefined,
  loaded: Loaded,
  alsoReads: readonly string[] = [],
): readonly string[] {
  const readings = readingsOf(loaded);
  const unused = filesWithoutRole(io, dir, [...readings.map(({ text }) => text.name), ...alsoReads]);
  return [
    ...readings.map(({ role, rows, text }) => `${role}: ${text.name}, ${rows} row${rows === 1 ? "" : "s"}`),
    ...unused.map((name) => `not used, as the name says no role: ${name}`),
  ];
}

/** Notices on files of the folder that nobody read: a forgotten export is money forgotten. */
export function unusedNotices(io: Io, dir: string | undefined, named: readonly string[]): Notice[] {
  const { unknown, ours } = unusedFiles(io, dir);
  const forgotten = unknown.filter((name) => !named.some((file) => file.endsWith(name)));
  const notice = (names: readonly string[], message: string): Notice[] =>
    names.length === 0
      ? []
      : [
          {
            notice: "files_not_used",
            role: "",
            file: dir ?? "",
            count: names.length,
            values: names.slice(0, firstValues),
            message,
          },
        ];
  const files = (count: number) => `${count} file${count === 1 ? "" : "s"}`;
  return [
    ...notice(
      forgotten,
      `${files(forgotten.length)} not used: the name says no role; name a file with --sales, --costs, --nps, --customers or --events`,
    ),
    ...notice(ours, `${files(ours.length)} not used: written by this program, and no export`),
  ];
}
