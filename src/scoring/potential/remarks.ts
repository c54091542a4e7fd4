import type { Card } from "../../facts/card.ts";
import { readDriver } from "./driver.ts";
import type { Evidence, PotentialRemark } from "./evidence.ts";
import { readGrade } from "./stated.ts";

const nothing: readonly PotentialRemark[] = [];

/** Words that we read generously or not at all, and figures that contradict the sales. */
export function remarksOf(card: Card | null, evidence: Evidence | null): readonly PotentialRemark[] {
  if (card === null || (card.potentialGrade === null && card.driver === null && !evidence?.remark)) return nothing;
  const { customerId } = card;
  const [grade, driver] = [card.potentialGrade?.trim() ?? "", card.driver?.trim() ?? ""];
  const remarks: PotentialRemark[] = [];
  if (grade.toLowerCase() === "k") remarks.push({ rule: "grade_k_read_as_c", customerId, value: grade });
  else if (grade !== "" && readGrade(grade) === null) remarks.push({ rule: "grade_unknown", customerId, value: grade });
  if (driver !== "" && readDriver(driver) === null) remarks.push({ rule: "driver_unknown", customerId, value: driver });
  if (evidence?.remark) remarks.push({ ...evidence.remark, customerId });
  return remarks;
}
