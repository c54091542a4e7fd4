import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import type { Loaded } from "./load.ts";
import { exportsSeen } from "./unused-notices.ts";

/** Without a survey there is nothing to say of satisfaction; a run that said so with empty columns would look like a result. */
export function refuseWithoutAnswers(io: Io, dir: string | undefined, loaded: Loaded): void {
  if (loaded.files.nps.some(({ rows }) => rows > 0)) return;
  throw new UserError("there are no survey answers, and without them nothing can be said of satisfaction", {
    place: dir === undefined ? undefined : { file: dir },
    details: exportsSeen(io, dir, loaded),
    hint: "put the survey export into the folder as nps.csv, or name it: --nps FILE",
  });
}
