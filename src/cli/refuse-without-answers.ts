import { UserError } from "../base/errors.ts";
import type { Loaded } from "./load.ts";
import { readingsOf } from "./load.ts";

/** Without a survey there is nothing to say of satisfaction; a run that said so with empty columns would look like a result. */
export function refuseWithoutAnswers(dir: string | undefined, loaded: Loaded): void {
  if (loaded.files.nps.some(({ rows }) => rows > 0)) return;
  throw new UserError("there are no survey answers, and without them nothing can be said of satisfaction", {
    place: dir === undefined ? undefined : { file: dir },
    details: readingsOf(loaded).map(
      ({ role, rows, text }) => `${role}: ${text.name}, ${rows} row${rows === 1 ? "" : "s"}`,
    ),
    hint: "put the survey export into the folder as nps.csv, or name it: --nps FILE",
  });
}
