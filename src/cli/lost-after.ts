import type { Settings } from "../config/settings.ts";

/**
 * Days without a purchase after which the settings file counts a customer as lost, in every score alike; `null`: by the
 * customer's own gaps and a year. The settings were checked when they were read.
 */
export const lostAfterOf = ({ winback }: Pick<Settings, "winback">): number | null =>
  (winback?.lostAfter as number | undefined) ?? null;
