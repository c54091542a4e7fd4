import { counted, figures, inUnit } from "./figures.ts";

export const classify = {
  active: (count: number) => `${count} active`,
  costOnly: (count: number) => `${count} with costs only`,
  contribution: "contribution",
  /** Where the cost of goods of some is not known, the sum is too high: said beside it. */
  partlyKnown: (known: number, active: number) =>
    `; cost of goods known of ${known} of ${counted(active, "active customer")}`,
  remainder: (amount: bigint, currency: string | null, lines: number) =>
    `${figures.grouped(amount)}${inUnit(currency)} in ${lines} lines, in no class`,
  gradesBy: "grades by",
  source: (source: string, count: number) => `${source} ${count}`,
  noBasis: (count: number) => `no basis ${count}`,
  noBase: (count: number) => `no base ${count}`,
  table: {
    class: "class",
    customers: "customers",
    from: "from",
    ofCustomers: "of customers",
    revenue: "revenue",
    ofRevenue: "of revenue",
    withoutSales: "without sales",
  },
  sensitivity: "sensitivity",
  keep: (firm: number, judged: number, variants: number) =>
    `${firm} of ${judged} customers keep their class in each of ${variants} variants`,
  variant: (name: string) => name,
  notTried: (name: string, why: string) => `${name} not tried: ${why}`,
  notTriedWhy: {
    window_not_covered: "the sales do not reach back over it",
    total_not_positive: "the total is not above zero",
  },
  noClass: "no class",
  grade: (grade: string | null) => `grade ${grade}`,
  variants: {
    variant: "variant",
    classChanges: "class changes",
    ofRevenue: "of revenue",
    gradeChanges: "grade changes",
  },
};
