import type { TableNeeds } from "./load.ts";
import type { PortfolioRequest } from "./open-portfolio.ts";
import type { BadRowPolicy } from "./options.ts";
import { readOptions } from "./options.ts";

/** The options that name exports and their reading, as they are parsed. */
export interface InputOptions {
  readonly sales?: readonly string[] | undefined;
  readonly costs?: readonly string[] | undefined;
  readonly nps?: readonly string[] | undefined;
  readonly customers?: readonly string[] | undefined;
  readonly events?: readonly string[] | undefined;
  readonly onBadRow: BadRowPolicy;
  readonly memory?: string | undefined;
  readonly asOf?: string | undefined;
  readonly window?: number | undefined;
  readonly historyFrom?: string | undefined;
  readonly quiet?: true | undefined;
  readonly force?: true | undefined;
}

/** N where the user says nothing. */
const defaultWindow = 12;

/** What a command asks of `openPortfolio`. */
export function requestOf(
  dir: string | undefined,
  options: InputOptions & Parameters<typeof readOptions>[0],
  needs: TableNeeds,
): PortfolioRequest {
  const { sales, costs, nps, customers, events } = options;
  return {
    dir,
    files: {
      ...(sales === undefined ? {} : { sales }),
      ...(costs === undefined ? {} : { costs }),
      ...(nps === undefined ? {} : { nps }),
      ...(customers === undefined ? {} : { customers }),
      ...(events === undefined ? {} : { events }),
    },
    read: readOptions(options),
    needs,
    asOf: options.asOf,
    window: options.window ?? defaultWindow,
    historyFrom: options.historyFrom,
    memory: options.memory,
    quiet: options.quiet === true,
    quarantine: options.onBadRow.file,
    force: options.force === true,
  };
}
