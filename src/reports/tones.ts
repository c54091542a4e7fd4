// How good a class, a grade or a cell is, for the terminal's colours.
import type { Tone } from "../output/report.ts";

export const classTones: ReadonlyMap<string, Tone> = new Map([
  ["A", "good"],
  ["B", "fair"],
  ["C", "weak"],
  ["D", "bad"],
]);

export const gradeTones: ReadonlyMap<string, Tone> = new Map([
  ["a", "good"],
  ["b", "fair"],
  ["c", "weak"],
  ["d", "bad"],
]);

export const cellTones: ReadonlyMap<string, Tone> = new Map([
  ...["Aa", "Ba", "Ab", "Bb"].map((cell) => [cell, "good"] as const),
  ...["Ac", "Ca", "Bc", "Cb"].map((cell) => [cell, "fair"] as const),
  ...["Da", "Db", "D?", "Dc", "Dd"].map((cell) => [cell, "bad"] as const),
]);
