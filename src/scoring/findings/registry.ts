import { buyingRules } from "./buying.ts";
import { eventRules } from "./events.ts";
import { findingKinds } from "./finding.ts";
import { peerRules } from "./peers.ts";
import { placeRules } from "./places.ts";
import type { Rule } from "./rule.ts";
import { satisfactionRules } from "./satisfaction.ts";
import { seatsAndRegions } from "./seats-and-regions.ts";
import { stageRules } from "./stage.ts";
import { timingRules } from "./timing.ts";
import { usageRules } from "./usage.ts";

const families = [
  seatsAndRegions,
  peerRules,
  satisfactionRules,
  usageRules,
  placeRules,
  eventRules,
  stageRules,
  buyingRules,
  timingRules,
].flat();

/** Every rule, by kind, then by family: the order in which rules are listed, and rows of equal rank stand. */
export const rules: readonly Rule[] = findingKinds.flatMap((kind) => families.filter((rule) => rule.kind === kind));
