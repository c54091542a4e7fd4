// What others like the customer buy.
import { z } from "zod";
import { formatMoney } from "../../base/money.ts";
import type { CommonCategory } from "../peers/categories.ts";
import type { PeerGroup } from "../peers.ts";
import { toMoney } from "../potential/fraction.ts";
import { wordsFor } from "../potential/peers.ts";
import { counted, isShareBelow, oncePer } from "./figures.ts";
import type { Judged } from "./finding.ts";
import { type Rule, rule } from "./rule.ts";

const peerGap = rule({
  id: "peer_gap",
  kind: "opportunity",
  strength: 2,
  needs: [["sales"], ["customers.employees"], ["customers.segment", "customers.industry"]],
  journey: "growth",
  when: "annual revenue per employee below this part of the median of at least five peers",
  action: "tell what comparable companies use us for; ask what they buy elsewhere",
  options: z.strictObject({
    below: z.number().min(0).max(1).default(0.5).describe("part of the peers' median below which there is a gap"),
  }),
  judge:
    ({ below }, { perEmployee }) =>
    (subject) => {
      const found = perEmployee(subject);
      // Half of nothing, or of a loss, is no aim.
      if (found === null || found.median.top <= 0n || !isShareBelow(found.own, found.median, below)) return null;
      const [own, median] = [toMoney(found.own), toMoney(found.median)];
      return {
        date: null,
        evidence: `${formatMoney(own)} a year per employee, the median of ${wordsFor(found.group)} is ${formatMoney(median)}`,
        because: [{ rule: "revenue_per_employee", value: own, threshold: median }],
      };
    },
});

const namesShown = 3;

const categoryWhitespace = rule({
  id: "category_whitespace",
  kind: "opportunity",
  strength: 2,
  needs: [["sales.category"]],
  journey: "growth",
  when: "categories that at least half of its peers bought in the window and it did not",
  action: "ask where they buy these today; offer a first order of them",
  options: z.strictObject({
    categories: z.number().int().min(1).default(1).describe("so many missing categories make a finding"),
  }),
  judge: ({ categories: least }, { peers }) => {
    // Who has bought the same of what its peers buy misses the same: `Peers` has one list for them.
    const judged = oncePer((missing: readonly CommonCategory[], index: number): Judged | null => {
      if (missing.length < least) return null;
      const shown = missing.slice(0, namesShown).map(({ category }) => category);
      const more = missing.length - shown.length;
      return {
        date: null,
        evidence: [
          `does not buy ${counted(missing.length, "category", "categories")} that most of `,
          `${wordsFor(peers.categoryGroup(index) as PeerGroup)} buy: ${shown.join(", ")}`,
          more > 0 ? ` and ${more} more` : "",
        ].join(""),
        because: [{ rule: "missing_categories", value: missing.length, threshold: least }],
      };
    });
    return ({ index }) => judged(peers.missingCategories(index), index);
  },
});

export const peerRules: readonly Rule[] = [peerGap, categoryWhitespace];
