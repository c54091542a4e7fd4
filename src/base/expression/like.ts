/**
 * Whether a text fits a pattern of SQL: `%` is any characters, `_` exactly one, everything else itself; nothing escapes them.
 * Cost: at most the product of the lengths, whatever the pattern.
 */
export function isLike(text: string, pattern: string): boolean {
  const [characters, parts] = [Array.from(text), Array.from(pattern)];
  let [at, part] = [0, 0];
  // Where the latest % stands, and what it has swallowed up to.
  let [wildcard, swallowed] = [-1, 0];
  while (at < characters.length) {
    if (parts[part] === "%") [wildcard, swallowed, part] = [part, at, part + 1];
    else if (part < parts.length && (parts[part] === "_" || parts[part] === characters[at]))
      [at, part] = [at + 1, part + 1];
    else if (wildcard >= 0) [swallowed, at, part] = [swallowed + 1, swallowed + 1, wildcard + 1];
    else return false;
  }
  return parts.slice(part).every((rest) => rest === "%");
}
