import type { CustomerFacts } from "../../facts/customer.ts";
import type { Period } from "../../facts/period.ts";
import type { Driver } from "./driver.ts";
import type { Fraction } from "./fraction.ts";
import type { Grade } from "./grade.ts";

/** The evidence a potential can rest on, strongest first. */
export const potentialSources = ["stated", "wallet", "seats", "regions", "peers", "white_space", "trend"] as const;
export type PotentialSource = (typeof potentialSources)[number];

/** How far to trust it. */
export type Confidence = "high" | "medium" | "low";

/** One customer as the levels of evidence see it. */
export type Candidate = Pick<CustomerFacts, "customerId" | "card" | "sales" | "categories" | "refusedOffer">;

/** The whole that a candidate is judged in; levels that compare customers prepare themselves on it. */
export interface Market {
  readonly candidates: readonly Candidate[];
  readonly period: Pick<Period, "months" | "windowCovered" | "priorCovered">;
  /** The sources wanted; a level takes no other. */
  readonly sources: readonly PotentialSource[];
  /** Part of a wallet that can be won, 0–1. */
  readonly attainableShare: number;
}

/** What a level says of a customer it applies to. */
interface Finding {
  /** The rule's name, for `because`: the source, or a finer word. */
  readonly rule: string;
  readonly source: PotentialSource | "refused";
  readonly confidence: Confidence;
  /** The figures in a few words, a code for refusals; asked only where it is shown, as writing figures takes time. */
  readonly reason: () => string;
  /** What the evidence says growth would come from. */
  readonly driver: Driver | null;
  /** Something odd that the reader should hear of. */
  readonly remark: Omit<PotentialRemark, "customerId"> | null;
}

/** A grade that holds as it is, with what the customer could buy in a year where that is stated beside it. */
interface FirmEvidence extends Finding {
  readonly grade: Grade;
  readonly limit: null;
  readonly potential: Fraction | null;
}

/** What the customer could buy in a year; the growth from its revenue, which is above zero, decides the grade. */
export interface GrowthEvidence extends Finding {
  readonly grade: null;
  readonly potential: Fraction;
}

export type Evidence = FirmEvidence | GrowthEvidence;

/** What a level says of a candidate, its annual revenue and its index in the market; `null` where it does not apply. */
export type Judge = (candidate: Candidate, annual: Fraction, index: number) => Evidence | null;

/** A judge that leaves the grade to the growth. */
export type GrowthJudge = (...of: Parameters<Judge>) => GrowthEvidence | null;

/** A level of evidence, made ready once for a market. */
export type EvidenceLevel = (market: Market) => Judge;

/** An oddity in what is stated of a customer, for the notices. */
export interface PotentialRemark {
  readonly rule: "grade_k_read_as_c" | "grade_unknown" | "driver_unknown" | "wallet_below_revenue";
  readonly customerId: string;
  /** The word as stated, or the wallet's amount. */
  readonly value: string;
}
