// English is the measure: what it says, every language says.
import type { OutputWords } from "../output/words.ts";
import type { check } from "./en/check.ts";
import type { classify } from "./en/classify.ts";
import type { common } from "./en/common.ts";
import type { compare } from "./en/compare.ts";
import type { concentration } from "./en/concentration.ts";
import type { explain } from "./en/explain.ts";
import type { icp } from "./en/icp.ts";
import type { matrix } from "./en/matrix.ts";
import type { nps } from "./en/nps.ts";
import type { plan } from "./en/plan.ts";
import type { quarter } from "./en/quarter.ts";
import type { retention } from "./en/retention.ts";
import type { stages } from "./en/stages.ts";
import type { swot } from "./en/swot.ts";
import type { triggers } from "./en/triggers.ts";
import type { value } from "./en/value.ts";
import type { winback } from "./en/winback.ts";
import type { Figures } from "./figures.ts";
import type { Language } from "./language.ts";
import type { Values } from "./values.ts";

export type CommonWords = typeof common;
export type ClassifyWords = typeof classify;
export type MatrixWords = typeof matrix;
export type PlanWords = typeof plan;
export type QuarterWords = typeof quarter;
export type SwotWords = typeof swot;
export type TriggersWords = typeof triggers;
export type StagesWords = typeof stages;
export type WinbackWords = typeof winback;
export type ConcentrationWords = typeof concentration;
export type NpsWords = typeof nps;
export type RetentionWords = typeof retention;
export type ValueWords = typeof value;
export type IcpWords = typeof icp;
export type CompareWords = typeof compare;
export type CheckWords = typeof check;
export type ExplainWords = typeof explain;

/** The words of each report that has its own, loaded where they are needed. */
export interface Groups {
  readonly classify: ClassifyWords;
  readonly matrix: MatrixWords;
  readonly plan: PlanWords;
  readonly quarter: QuarterWords;
  readonly check: CheckWords;
  readonly explain: ExplainWords;
  readonly compare: CompareWords;
  readonly icp: IcpWords;
  readonly value: ValueWords;
  readonly retention: RetentionWords;
  readonly nps: NpsWords;
  readonly concentration: ConcentrationWords;
  readonly winback: WinbackWords;
  readonly stages: StagesWords;
  readonly triggers: TriggersWords;
  readonly swot: SwotWords;
}

export type Group = keyof Groups;

/** What every report and every format needs of a language. */
export interface BaseWords {
  readonly language: Language;
  readonly figures: Figures;
  readonly output: OutputWords;
  readonly common: CommonWords;
  /** What people read above columns, by name; English shows the names. */
  readonly headings: Readonly<Record<string, string>>;
  /** What people read for codes in cells; English shows the codes. */
  readonly values: Values;
  /** A sentence of a score or of the reading of files, which is English where it is found. */
  readonly say: (text: string) => string;
}

/** A language as far as some reports need it. */
export type Words<G extends Group = never> = BaseWords & Pick<Groups, G>;

/** A language: its base, and where the words of each report are. */
export interface Catalogue {
  readonly base: BaseWords;
  readonly groups: { readonly [G in Group]: () => Promise<Groups[G]> };
}
