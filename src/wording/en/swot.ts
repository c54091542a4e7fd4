import type { Money } from "../../base/money.ts";
import { counted, figures, inUnit } from "./figures.ts";

export const swot = {
  highValue: "high value",
  highSatisfaction: "high satisfaction",
  nobodyBuys: "nobody has a sales line in the window",
  valueFrom: (cut: Money, currency: string | null, isMedian: boolean) =>
    `revenue from ${figures.amount(cut)}${inUnit(currency)}${isMedian ? ", the median" : ""}`,
  npsAbove: (cut: number) => `NPS above ${figures.points(cut)}`,
  withoutSales: (count: number) =>
    `${counted(count, "customer")} answered without a sales line in the window: in no quadrant`,
  quadrant: (quadrant: string) => quadrant,
  table: {
    quadrant: "quadrant",
    customers: "customers",
    ofCustomers: "of customers",
    revenue: "revenue",
    ofRevenue: "of revenue",
  },
};
