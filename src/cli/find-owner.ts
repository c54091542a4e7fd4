import { UserError } from "../base/errors.ts";
import { nearest } from "../base/nearest.ts";
import { compareCodePoints } from "../base/statistics.ts";
import { noOwner } from "../facts/owner.ts";

const mostListed = 10;

/**
 * The owner that the user means, case apart; `null` for `(no owner)`. Errors (exit 3): nobody has that name, with the nearest and
 * the first ten.
 */
export function findOwner(owners: Iterable<string | null>, word: string): string | null {
  const names = [...new Set(owners)];
  const sought = word.normalize("NFC").trim();
  if (fold(sought) === noOwner) return null;
  const known = names.filter((name) => name !== null).sort(compareCodePoints);
  const found = known.includes(sought) ? sought : known.find((name) => fold(name) === fold(sought));
  if (found !== undefined) return found;
  const more = known.length - mostListed;
  throw new UserError(`--owner ${word}: no customer has this owner`, {
    details:
      known.length === 0
        ? ["the customers file names no owners"]
        : [`owners: ${[...known.slice(0, mostListed), ...(more > 0 ? [`… ${more} more`] : [])].join(", ")}`],
    hint: `--owner "${nearest(sought, known) ?? known[0] ?? noOwner}"`,
  });
}

const fold = (name: string): string => name.normalize("NFC").toLowerCase();
