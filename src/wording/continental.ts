// What Norwegian and German have in common.

/** `30.09.2026`, of `2026-09-30`; anything else as it is. */
export const continentalDate = (iso: string): string => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3.$2.$1");

/** What `2026-Q3`, `2026-09` and `2026` are made of. */
export function periodParts(name: string): {
  readonly year: string;
  readonly quarter: string | null;
  readonly month: number | null;
} {
  const [, year = name, quarter = null, month = null] = /^(\d{4})-(?:Q(\d)|(\d{2}))$/.exec(name) ?? [];
  return { year, quarter, month: month === null ? null : Number(month) };
}
