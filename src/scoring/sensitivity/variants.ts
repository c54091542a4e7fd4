import { AbcOptions } from "../abc.ts";

/** A choice made otherwise, everything else as it was. */
export type Variant =
  | {
      readonly kind: "cut" | "method";
      /** `cut 25,80`, `method cumulative`. */
      readonly name: string;
      readonly method: AbcOptions["method"];
      readonly cuts: readonly [number, number];
    }
  | { readonly kind: "window"; readonly name: string; readonly months: number };

type LetterVariant = Extract<Variant, { readonly kind: "cut" | "method" }>;
type WindowVariant = Extract<Variant, { readonly kind: "window" }>;

/** Points by which a cut moves; of an amount percent. */
const points = 5;

/** Windows to try, in months. */
export const windowLengths: readonly number[] = [6, 12, 24];

/** Each cut moved down and up, the other as it was; pairs that are no cuts any more are left out. */
export function cutsOfVariants({ method, cuts: [a, b] }: Pick<AbcOptions, "method" | "cuts">): LetterVariant[] {
  const moved = (cut: number, by: number): number =>
    method === "threshold" ? rounded((cut * (100 + by)) / 100) : rounded(cut + by);
  return [
    [moved(a, -points), b],
    [moved(a, points), b],
    [a, moved(b, -points)],
    [a, moved(b, points)],
  ]
    .filter((cuts) => AbcOptions.safeParse({ method, cuts }).success)
    .map(
      (cuts): LetterVariant => ({
        kind: "cut",
        name: `cut ${cuts.join(",")}`,
        method,
        cuts: cuts as [number, number],
      }),
    );
}

/** To four places, those of an amount. */
const rounded = (cut: number): number => Math.round(cut * 10_000) / 10_000;

/** By rank and by cumulative share with the cuts that belong to them, but for the method that was chosen. */
export const methodsOfVariants = ({ method: chosen }: Pick<AbcOptions, "method">): LetterVariant[] =>
  (["rank", "cumulative"] as const)
    .filter((method) => method !== chosen)
    .map((method) => ({ kind: "method", name: `method ${method}`, method, cuts: AbcOptions.parse({ method }).cuts }));

export const windowsOfVariants = (lengths: readonly number[]): WindowVariant[] =>
  lengths.map((months) => ({ kind: "window", name: `window ${months}`, months }));
