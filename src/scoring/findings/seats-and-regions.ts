// Who could use what we sell, and who does.
import { z } from "zod";
import { type Fraction, isBelow } from "../potential/fraction.ts";
import { above, isShareBelow, percentWords } from "./figures.ts";
import { type Rule, rule, type Subject } from "./rule.ts";

const share = (meaning: string, standard: number) => z.number().min(0).max(1).default(standard).describe(meaning);

const zeroOrAbove = (value: number | null | undefined): Fraction | null =>
  value === 0 ? { top: 0n, bottom: 1n } : above(value);

const usersOf = ({ customer: { card } }: Subject): Fraction | null => zeroOrAbove(card?.activeUsers);

const seatWhitespace = rule({
  id: "seat_whitespace",
  kind: "opportunity",
  strength: 2,
  needs: [["customers.active_users"], ["customers.potential_users"]],
  journey: "growth",
  when: "active users / potential users below the limit",
  action: "show the teams that do not use it yet what the others get out of it; offer seats for them",
  options: z.strictObject({
    below: share("share of potential users that are active, below which there is room", 0.5),
    strong: share("share below which the finding is a strong one", 0.2),
  }),
  judge:
    ({ below, strong }) =>
    (subject) => {
      const { card } = subject.customer;
      const [active, potential] = [usersOf(subject), above(card?.potentialUsers)];
      if (active === null || potential === null || !isShareBelow(active, potential, below)) return null;
      const [now, whole] = [card?.activeUsers as number, card?.potentialUsers as number];
      return {
        date: null,
        evidence: `${now} of ${whole} potential users are active, ${percentWords(now, whole)}`,
        because: [{ rule: "active_of_potential_users", value: now / whole, threshold: below }],
        strong: isShareBelow(active, potential, strong),
      };
    },
});

const regionWhitespace = rule({
  id: "region_whitespace",
  kind: "opportunity",
  strength: 2,
  needs: [["customers.regions_served"], ["customers.regions_present"]],
  journey: "growth",
  when: "regions served fewer than regions the customer is present in",
  action: "ask who decides in the regions that we do not serve; offer what works in those we do",
  options: z.strictObject({}),
  judge:
    () =>
    ({ customer: { card } }) => {
      const [served, present] = [zeroOrAbove(card?.regionsServed), above(card?.regionsPresent)];
      if (served === null || present === null || !isBelow(served, present)) return null;
      return {
        date: null,
        evidence: `${card?.regionsServed} of ${card?.regionsPresent} regions served`,
        because: [
          {
            rule: "regions_served",
            value: card?.regionsServed as number,
            threshold: card?.regionsPresent as number,
          },
        ],
      };
    },
});

const underused = rule({
  id: "underused",
  kind: "warning",
  strength: 2,
  needs: [["customers.active_users"], ["customers.licensed_seats"]],
  journey: "use",
  when: "active users / licensed seats below the limit",
  action: "ask who does not use it and why; offer training before anything else",
  options: z.strictObject({ below: share("share of licensed seats that are used, below which we ask", 0.5) }),
  judge:
    ({ below }) =>
    (subject) => {
      const { card } = subject.customer;
      const [active, seats] = [usersOf(subject), above(card?.licensedSeats)];
      if (active === null || seats === null || !isShareBelow(active, seats, below)) return null;
      const [now, whole] = [card?.activeUsers as number, card?.licensedSeats as number];
      return {
        date: null,
        evidence: `${now} of ${whole} licensed seats are used, ${percentWords(now, whole)}`,
        because: [{ rule: "active_of_licensed", value: now / whole, threshold: below }],
      };
    },
});

export const seatsAndRegions: readonly Rule[] = [seatWhitespace, regionWhitespace, underused];
