import { z } from "zod";
import { type Cell, cellOrder } from "../matrix.ts";

/** What to do with the customers of each cell, in a few words. Source: docs/method.md §5. */
export const defaultPlays: Readonly<Record<Cell, string>> = {
  Aa: "key account plan: grow together",
  Ba: "sales time first: make it an A",
  Ab: "key account plan: add the next need",
  Bb: "visit, offer the next need",
  Ac: "protect, add what fits",
  Ca: "test the appetite with one offer",
  Bc: "add what fits when they order",
  Cb: "offer by phone and mail",
  "A?": "assess the potential first",
  "B?": "assess the potential first",
  "C?": "assess the potential first",
  Ad: "keep, spend no selling time",
  Bd: "keep, serve to standard",
  Cc: "serve at low cost",
  Cd: "serve at the lowest cost",
  Da: "fix price or cost first",
  Db: "fix price or cost first",
  "D?": "assess the potential first",
  Dc: "phase out",
  Dd: "phase out",
};

/** How the matrix is worded. */
export const MatrixOptions = z.strictObject({
  plays: z
    .partialRecord(z.enum(cellOrder), z.string().trim().min(1))
    .default({})
    .describe("what to do with the customers of a cell, by cell, in place of our own words"),
});
export type MatrixOptions = z.infer<typeof MatrixOptions>;

/** The play of each cell: the user's, else ours. */
export const playsOf = ({ plays }: MatrixOptions): Readonly<Record<Cell, string>> => ({ ...defaultPlays, ...plays });
