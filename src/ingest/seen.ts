/** A cell of the file, kept to be shown: without outer white space, and cut where it is very long. */
export interface Seen {
  readonly text: string;
  /** Lines count from 1, the header included. */
  readonly line: number;
}

/** How many examples are kept; enough for the ten rows that an error shows. */
const examplesKept = 10;

const longestKept = 200;

/** Cells of one sort: all counted, the first few kept. */
export class Tally {
  count = 0;
  readonly first: Seen[] = [];

  add(text: string, line: number): void {
    this.count++;
    if (this.first.length < examplesKept) this.first.push({ text: text.trim().slice(0, longestKept), line });
  }
}

/** Several tallies as one, for reading: counts added up, the earliest lines first. */
export interface Sightings {
  readonly count: number;
  readonly first: readonly Seen[];
}

export function together(tallies: readonly Sightings[]): Sightings {
  const first = tallies.flatMap((tally) => tally.first).sort((a, b) => a.line - b.line);
  return { count: tallies.reduce((sum, tally) => sum + tally.count, 0), first: first.slice(0, examplesKept) };
}
