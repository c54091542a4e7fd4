import type { ChartBlock, FlowEnd } from "../../output/html/page.ts";
import { classTones } from "../tones.ts";
import type { QuarterContent } from "./content.ts";
import { isComparable } from "./headline.ts";
import { type View, viewsOf } from "./view.ts";

const classes = ["A", "B", "C", "D"] as const;

/** Which class customers were in at the end of the period before, and which they are in now; `null` where that is not known. */
export function flowChart({ reports, previousEnd, asOf, words }: QuarterContent): ChartBlock | null {
  if (reports.compare === null) return null;
  const { figures, quarter } = words;
  const said = quarter.flows;
  const counts = new Map<string, number>();
  for (const view of viewsOf(reports.compare)) {
    const [from, to] = [letterOf(view, "from_cell"), letterOf(view, "to_cell")];
    if (from !== null || to !== null) {
      const flow = `${from ?? "-"}${to ?? "-"}`;
      counts.set(flow, (counts.get(flow) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return null;
  const ends = (outside: string, side: 0 | 1): (FlowEnd & { readonly letter: string })[] =>
    [...classes, "-"]
      .filter((letter) => [...counts.keys()].some((flow) => flow[side] === letter))
      .map((letter) => ({
        letter,
        name: letter === "-" ? outside : letter,
        tone: classTones.get(letter) ?? "plain",
      }));
  const [from, to] = [ends(said.notYet, 0), ends(said.noLonger, 1)];
  const flows = from.flatMap((start, i) =>
    to.flatMap((end, j) => {
      const count = counts.get(`${start.letter}${end.letter}`);
      return count === undefined ? [] : [{ from: i, to: j, count, tip: said.tip(start.name, end.name, count) }];
    }),
  );
  const stayed = flows.reduce(
    (sum, flow) => sum + (from[flow.from]?.letter === to[flow.to]?.letter ? flow.count : 0),
    0,
  );
  const all = flows.reduce((sum, { count }) => sum + count, 0);
  return {
    kind: "chart",
    id: "migration-chart",
    title: said.title(previousEnd, asOf),
    description: `${said.description(stayed, all)}${isComparable(reports.compare) ? "" : said.notComparable}`,
    drawing: { kind: "flows", from, to, flows },
    table: [
      [said.on(previousEnd), said.on(asOf), said.customers],
      ...flows.map((flow) => [from[flow.from]?.name ?? "", to[flow.to]?.name ?? "", figures.count(flow.count)]),
    ],
  };
}

const letterOf = (view: View, column: string): string | null => view.text(column)?.charAt(0) ?? null;
