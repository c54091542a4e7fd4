import { activityRows } from "./activity.ts";
import { classRows } from "./class.ts";
import { findingRows } from "./findings.ts";
import { identityRows } from "./identity.ts";
import { missingRows } from "./missing.ts";
import { moneyRows } from "./money.ts";
import { planRows } from "./plan.ts";
import { potentialRows } from "./potential.ts";
import { relationshipRows } from "./relationship.ts";
import type { ExplainContext, ExplainRow } from "./row.ts";
import { satisfactionRows } from "./satisfaction.ts";
import { timelineRows } from "./timeline.ts";
import { valueRows } from "./value.ts";

/** What `explain` says, in its order. A score that comes later is one file and one line here. */
export const sections: readonly {
  readonly name: string;
  readonly rows: (context: ExplainContext) => readonly ExplainRow[];
}[] = [
  { name: "customer", rows: identityRows },
  { name: "class", rows: classRows },
  { name: "money", rows: moneyRows },
  { name: "potential", rows: potentialRows },
  { name: "satisfaction", rows: satisfactionRows },
  { name: "activity", rows: activityRows },
  { name: "missing data", rows: missingRows },
  { name: "value", rows: valueRows },
  { name: "relationship", rows: relationshipRows },
  { name: "findings", rows: findingRows },
  { name: "plan", rows: planRows },
  { name: "timeline", rows: timelineRows },
];
