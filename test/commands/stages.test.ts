// fixtures/stages, worked by hand: W is after 2025-09-30 up to 2026-09-30, and on 2026-03-31 the twelve months up to that day.
import { describe, expect, it } from "vitest";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const stages = async (...args: readonly string[]) => {
  const { code, out, err } = await run(["stages", "fixtures/stages", "--quiet", ...args]);
  expect(code, err).toBe(0);
  return out;
};

describe("portfolio stages", () => {
  it("every score with its source", async () =>
    expect(
      (
        await stages(
          "--columns",
          "customer_id,stage,stage_source,trust,commitment,dependence,norms,mismatch,proxied,stage_reason",
        )
      ).split("\n"),
    ).toEqual([
      "customer_id,stage,stage_source,trust,commitment,dependence,norms,mismatch,proxied,stage_reason",
      // Last answer 3; since 2025-02-28, seldom; 31,000 of 50,000; two complaints.
      's7,conflict,proxy,1,1,4,2,,"trust, commitment, dependence, norms","trust, commitment and norms at most 2, and dependent"',
      's2,conflict,scores,1,2,4,2,,,"trust, commitment and norms at most 2, and dependent"',
      "s1,partner,scores,5,4,4,4,owner_missing,,no score below 4",
      // Since 2020, but two months of twelve with a purchase: 4; 185,000 of 200,000.
      's10,partner,proxy,5,4,5,4,,"trust, commitment, dependence, norms",no score below 4',
      // 2.25 years: 3, less one; 11,000 of 100,000; (5 + 2 + 1 + 4) / 4 = 3
      's5,transitional,proxy,5,2,1,4,,"trust, commitment, dependence, norms","mean 3, transitional from 2.5"',
      's9,transitional,proxy,5,1,3,4,,"trust, commitment, dependence, norms","mean 3.25, transitional from 2.5"',
      // 44,000 of 80,000: 3; (3 + 3 + 3 + 2) / 4 = 2.75
      's3,transitional,mixed,3,3,3,2,,dependence,"mean 2.75, transitional from 2.5"',
      's6,transactional,proxy,2,1,1,3,,"trust, commitment, dependence, norms","mean 1.75, transitional from 2.5"',
      's8,transactional,proxy,2,1,2,4,,"trust, commitment, dependence, norms","mean 2.25, transitional from 2.5"',
      's4,transactional,scores,1,2,1,2,owner_not_needed,,"mean 1.5, transitional from 2.5"',
      // Nobody answered, no wallet, no categories; its stated 6 is no score.
      's11,,,,1,,4,,"commitment, norms","2 of 4 scores known, 3 needed"',
      "",
    ]));

  it("names what led from the stage of an earlier day to this one", async () => {
    const moves = await stages("--previous", "2026-03-31", "--columns", "customer_id,previous_stage,move");
    expect(moves.trim().split("\n").slice(1).sort()).toEqual([
      "s1,partner,same",
      "s10,transitional,endowment",
      "s11,,",
      "s2,conflict,same",
      "s3,transitional,same",
      "s4,transactional,same",
      "s5,transactional,exploration",
      "s6,transitional,neglect",
      "s7,transitional,betrayal",
      "s8,conflict,recovery",
      "s9,conflict,jump",
    ]);
  });

  it("the earlier day's stages are those of a run as of that day", async () => {
    const columns = "customer_id,stage";
    const then = await stages("--as-of", "2026-03-31", "--columns", columns, "--sort", "customer_id");
    const before = await stages(
      "--previous",
      "2026-03-31",
      "--columns",
      "customer_id,previous_stage",
      "--sort",
      "customer_id",
    );
    expect(before.split("\n").slice(1)).toEqual(then.split("\n").slice(1));
  });

  it("counts stages, mismatches and moves, and names the jump", async () => {
    const table = await stages("--previous", "2026-03-31", "--format", "table");
    expect(table).toContain("mismatches        owner_missing 1, owner_not_needed 1\n");
    expect(table).toContain(
      "since 2026-03-31  exploration 1, endowment 1, neglect 1, betrayal 1, recovery 1, jump 1, same 4\n",
    );
    expect(table).toContain("s9: conflict to transitional, which no mechanism explains\n");
    const { summary, options } = JSON.parse(await stages("--previous", "2026-03-31", "--format", "json"));
    expect(options.previous).toBe("2026-03-31");
    expect(summary).toMatchObject({
      customers: 11,
      without_stage: 1,
      mismatches: { owner_missing: 1, owner_not_needed: 1 },
      previous: "2026-03-31",
      moves: { jump: 1, same: 4 },
      jumps: [{ customer_id: "s9", from: "conflict", to: "transitional" }],
    });
    expect(summary.stages[0]).toMatchObject({ stage: "conflict", customers: 2, scores: 1, mixed: 0, proxy: 1 });
  });

  it("works from stated scores alone", async () => {
    const cwd = folderOf({ "customers.csv": "customer_id,since,trust,commitment,norms\na,2024-01-31,4,4,5\n" });
    const { code, out, err } = await run(["stages", ".", "--columns", "customer_id,stage,dependence,proxied"], { cwd });
    expect([code, out]).toEqual([0, "customer_id,stage,dependence,proxied\na,partner,,\n"]);
    expect(err).toContain("note: norms by proxy: there is no events file\n");
    expect(err).toContain("note: mismatches: no customers file names an owner\n");
  });

  it("says so where nothing is the matter, and where nobody can be compared", async () => {
    const cwd = folderOf({
      "sales.csv": "customer_id,date,amount\na,2025-01-31,10\na,2026-01-31,10\n",
      "customers.csv": "customer_id,owner\na,Ruth\n",
    });
    const args = ["stages", ".", "--previous", "2025-06-30", "--format", "table", "--quiet"];
    const { out } = await run(args, { cwd });
    expect(out).toMatch(/^mismatches +none$/m);
    expect(out).toMatch(/^since 2025-06-30 +nobody has a stage on both dates$/m);
    expect(out).toContain("all that happened before 2025-06-30: the sales do not reach back over its window");
    const { summary } = JSON.parse((await run(["stages", ".", "--format", "json", "--quiet"], { cwd })).out);
    expect(summary).toMatchObject({ previous: null, moves: null, jumps: null });
  });
});

describe("what it refuses", () => {
  it.each([
    ["yesterday", 2, "YYYY-MM-DD"],
    ["2026-09-30", 2, "--previous 2026-09-30 is not before the as-of date, 2026-09-30"],
    ["2027-01-01", 2, "is not before the as-of date"],
    ["2025-04-14", 3, "try: name a date from 2025-04-15 to 2026-09-30: --previous 2026-09-30"],
  ])("--previous %s", async (previous, exit, message) => {
    const { code, out, err } = await run(["stages", "fixtures/stages", "--previous", previous]);
    expect([code, out]).toEqual([exit, ""]);
    expect(err).toContain(message);
  });
});
