import type { z } from "zod";
import type { IsoDate } from "../../base/calendar.ts";
import type { Money } from "../../base/money.ts";
import type { Answer } from "../../facts/answers.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import type { ProductFacts } from "../../facts/products.ts";
import type { CustomerScore } from "../classify/row.ts";
import type { Scored } from "../nps.ts";
import type { OrderCycle } from "../order-cycle.ts";
import type { PeerGroup, Peers } from "../peers.ts";
import type { Fraction } from "../potential/fraction.ts";
import type { FindingKind, Judged, Strength } from "./finding.ts";
import type { DatedAnswer, Need } from "./needs.ts";

/** One customer, and everything that rules look at. */
export interface Subject {
  readonly customer: Pick<CustomerFacts, "customerId" | "card" | "sales" | "events">;
  readonly score: CustomerScore;
  /** Sales lines in the window, of either sign. */
  readonly lines: number;
  /** Latest answer of each respondent in the window. */
  readonly latest: readonly Scored<Answer>[];
  /** Rows of the NPS files in the window: invitations, and those of them with a score. */
  readonly asked: number;
  readonly answered: number;
  /** Answers up to the as-of date. */
  readonly answersToDate: readonly DatedAnswer[];
  /** Distinct days with a purchase up to the as-of date, ascending, counted from 1970-01-01. */
  readonly orderDays: ArrayLike<number>;
  /** Net revenue of the last 24 months by calendar quarter of the year, the first quarter first. */
  readonly quarters: readonly Money[];
  /** `null`: no purchase that names a product. */
  readonly products: ProductFacts | null;
  /** Relationship stage; `null`: not known. */
  readonly stage: string | null;
  /** The rhythm of the order days. */
  readonly cycle: OrderCycle | null;
  /** Its number among the customers, by which its peers are asked about. */
  readonly index: number;
}

export interface PerEmployee {
  readonly own: Fraction;
  readonly median: Fraction;
  readonly group: PeerGroup;
}

/** What rules know beside the customer. */
export interface Surroundings {
  readonly peers: Pick<Peers, "categoryGroup" | "missingCategories">;
  /** Annual revenue per employee, and the median of the peers'; `null` where there is nothing to compare. */
  readonly perEmployee: (subject: Subject) => PerEmployee | null;
  readonly asOf: IsoDate;
  readonly windowFrom: IsoDate;
  /** Twice the median revenue of customers with a line in the window; `null`: there is none. */
  readonly twiceMedianRevenue: () => Money | null;
  /** Rows of the NPS files in the window, those without a customer too. */
  readonly asked: number;
  readonly answered: number;
  /** The latest day for which some customer has a usage event; `null`: none. */
  readonly lastUsage: () => IsoDate | null;
  /** Days without a purchase after which the user counts a customer as lost; `null`: by its own gaps and a year. */
  readonly lostAfter: number | null;
}

/** How far the sales must reach back: over the prior window, over the last 24 months. */
export type History = "prior_window" | "two_years";

/** Where in the customer's journey a rule sits. */
export const journeySteps = ["start", "use", "growth", "reorder", "trouble", "advocacy"] as const;
export type JourneyStep = (typeof journeySteps)[number];

interface RuleWords {
  /** The rule's name, in every output. */
  readonly id: string;
  readonly kind: FindingKind;
  /** Unless the finding is a strong one. */
  readonly strength: Strength;
  /** All of them are needed, of each list any one. */
  readonly needs: readonly (readonly Need[])[];
  readonly history?: History;
  /** `null`: a rule of the user's own. */
  readonly journey: JourneyStep | null;
  /** The condition, in a few words. */
  readonly when: string;
  /** What to say (an opportunity, timing), what to ask (a warning), what to repair (a blocker). */
  readonly action: string;
}

/** A rule whose options are checked already. */
export interface Rule extends RuleWords {
  readonly options: z.ZodObject;
  /** Made once of the options and of what surrounds the customers, and then asked of each of them. */
  readonly judge: (options: unknown, around: Surroundings) => Judge;
}

export type Judge = (subject: Subject) => Judged | null;

/** Declares a rule; its judge sees the options as its own schema has them. */
export const rule = <Options extends z.ZodObject>(
  spec: RuleWords & {
    readonly options: Options;
    readonly judge: (options: z.infer<Options>, around: Surroundings) => Judge;
  },
): Rule => ({ ...spec, judge: (options, around) => spec.judge(options as z.infer<Options>, around) });
