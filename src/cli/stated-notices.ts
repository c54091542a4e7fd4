import { firstValues, type Notice } from "../quality/notice.ts";
import type { Portfolio } from "./open-portfolio.ts";

/** What a score found odd in what is stated of a customer. */
export interface StatedRemark {
  readonly rule: "grade_k_read_as_c" | "grade_unknown" | "driver_unknown" | "wallet_below_revenue";
  readonly customerId: string;
  readonly value: string;
}

const wordings: Readonly<Record<StatedRemark["rule"], string>> = {
  grade_k_read_as_c: "potential_grade k, an old name of grade c: read as c",
  grade_unknown: "potential_grade is none of a, b, c, d: unknown",
  driver_unknown: "driver is none of expansion, widening, efficiency: unknown",
  wallet_below_revenue: "the wallet is below the own revenue: counts as equal to it, so nothing is left to win",
};

/** Notices on stated potentials: one a rule, with the first customers and values. */
export function statedNotices(remarks: readonly StatedRemark[], { loaded }: Portfolio): Notice[] {
  const file = loaded.customers.map((reading) => reading.file.text.name).join(", ");
  return (Object.keys(wordings) as StatedRemark["rule"][]).flatMap((rule): Notice[] => {
    const cases = remarks.filter((remark) => remark.rule === rule);
    if (cases.length === 0) return [];
    return [
      {
        notice: "stated_potential",
        role: "customers",
        file,
        count: cases.length,
        values: cases.slice(0, firstValues).map(({ customerId, value }) => `${customerId}: ${value}`),
        message: `${cases.length} customer${cases.length === 1 ? "" : "s"}: ${wordings[rule]}`,
      },
    ];
  });
}
