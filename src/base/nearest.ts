/** Longer words are nobody's typing error, and the cost grows with the product of the lengths. */
const longest = 100;

/**
 * The candidate that a mistyped word most likely meant, for "did you mean": the fewest edits (Damerau–Levenshtein, optimal
 * string alignment: insert, delete, replace, swap neighbours), letters' case apart. `null` where none is near: more than a
 * third of the longer word's characters (at least one) would have to change. Ties go to the earlier candidate.
 */
export const nearest = (word: string, candidates: readonly string[]): string | null =>
  nearestAll(word, candidates, 1)[0] ?? null;

/** Up to `count` candidates that are near by the same rule, nearest first. */
export function nearestAll(word: string, candidates: readonly string[], count: number): string[] {
  const sought = Array.from(word.toLowerCase());
  if (sought.length > longest) return [];
  return candidates
    .map((candidate) => ({ candidate, edits: editsWithin(sought, Array.from(candidate.toLowerCase())) }))
    .filter((found): found is { candidate: string; edits: number } => found.edits !== null)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** Edits between two words, `null` above the limit; a word is never near if everything in it had to change. */
function editsWithin(a: readonly string[], b: readonly string[]): number | null {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  const limit = Math.max(1, Math.floor(longer / 3));
  if (longer > longest || longer - shorter > limit) return null;
  const found = edits(a, b);
  return found <= limit && (found === 0 || found < shorter) ? found : null;
}

function edits(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  a.forEach((x, i) => {
    const current = [i + 1];
    b.forEach((y, j) => {
      const replaced = at(last, j) + (x === y ? 0 : 1);
      const swapped = i > 0 && j > 0 && x === b[j - 1] && y === a[i - 1] ? at(beforeLast, j - 1) + 1 : replaced;
      current.push(Math.min(replaced, swapped, at(last, j + 1) + 1, at(current, j) + 1));
    });
    [beforeLast, last] = [last, current];
  });
  return at(last, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] as number;
