import { UserError } from "../base/errors.ts";
import { nearestAll } from "../base/nearest.ts";
import { compareCodePoints } from "../base/statistics.ts";

/** A customer that can be asked for. */
export interface Findable {
  readonly customerId: string;
  readonly customerName: string | null;
}

const mostListed = 10;
const mostNear = 5;

/**
 * The id of the customer that the user means: the id itself, else the whole name, else a part of the name, case apart. Errors
 * (exit 3): several names hold the word, with the first ten of them; nobody has it, with the nearest ids and names.
 */
export function findCustomer(customers: readonly Findable[], word: string): string {
  const sought = word.normalize("NFC").trim();
  if (sought === "")
    throw new UserError("the customer is blank", { hint: "portfolio explain ID DIR, or a part of the name", exit: 2 });
  if (customers.some(({ customerId }) => customerId === sought)) return sought;
  const folded = fold(sought);
  const named = customers.filter(({ customerName }) => fold(customerName ?? "").includes(folded));
  const exact = named.filter(({ customerName }) => fold(customerName ?? "") === folded);
  const [found, ...others] = exact.length === 1 ? exact : named;
  if (found === undefined) throw unknownCustomer(customers, sought);
  if (others.length > 0) throw severalCustomers(named, sought);
  return found.customerId;
}

const fold = (text: string): string => text.normalize("NFC").toLowerCase();

function severalCustomers(named: readonly Findable[], word: string): UserError {
  const inOrder = named.toSorted((a, b) => compareCodePoints(a.customerId, b.customerId));
  const more = inOrder.length - mostListed;
  return new UserError(`${inOrder.length} customers have ${word} in their name`, {
    details: [...inOrder.slice(0, mostListed).map(wording), ...(more > 0 ? [`… ${more} more`] : [])],
    hint: `portfolio explain ${inOrder[0]?.customerId} …`,
  });
}

function unknownCustomer(customers: readonly Findable[], word: string): UserError {
  const inOrder = customers.toSorted((a, b) => compareCodePoints(a.customerId, b.customerId));
  const ids = inOrder.map(({ customerId }) => customerId);
  const words = new Set(inOrder.flatMap(({ customerName }) => wordsOf(customerName)));
  const near = new Set([
    ...nearestAll(word, ids, mostNear),
    ...ids.filter((id) => id.startsWith(word)),
    ...nearestAll(word, [...words], mostNear).flatMap((part) =>
      inOrder.flatMap(({ customerId, customerName }) => (wordsOf(customerName).includes(part) ? [customerId] : [])),
    ),
  ]);
  const suggested = [...near].slice(0, mostNear);
  return new UserError(`there is no customer with the id ${word}, and none with that in its name`, {
    details: suggested.map(
      (id) => `near it: ${wording(inOrder.find(({ customerId }) => customerId === id) as Findable)}`,
    ),
    hint:
      suggested.length > 0
        ? `portfolio explain ${suggested[0]} …`
        : "portfolio classify --columns customer_id,customer_name lists the customers",
  });
}

/** A name and each of its words. */
const wordsOf = (name: string | null): readonly string[] => (name === null ? [] : [name, ...name.split(/\s+/u)]);

const wording = ({ customerId, customerName }: Findable): string =>
  customerName === null ? customerId : `${customerId} ${customerName}`;
