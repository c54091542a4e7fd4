import type { Keys } from "./port.ts";

/** What stands in the rows of each text, by its place: pieces of one array, each in the order of the rows. Cost: O(rows). */
export function byKey({ texts, places }: Keys, values: Int32Array): Int32Array[] {
  const ends = new Uint32Array(texts.length);
  for (const place of places) ends[place] = (ends[place] as number) + 1;
  for (let place = 1; place < ends.length; place++) ends[place] = (ends[place] as number) + (ends[place - 1] as number);
  const next = Uint32Array.from(ends, (_, place) => (place === 0 ? 0 : (ends[place - 1] as number)));
  const inOrder = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const place = places[row] as number;
    const at = next[place] as number;
    inOrder[at] = values[row] as number;
    next[place] = at + 1;
  }
  return Array.from(ends, (end, place) => inOrder.subarray(place === 0 ? 0 : ends[place - 1], end));
}
