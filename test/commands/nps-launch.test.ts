// Window 2025-07-01 to 2026-06-30. Who is asked: an NPS above 0, grade a to c, not D, nothing to repair.
//   a Ada 9, Bo 10      NPS 100, wallet 300 of 100: a       d Dag 9             refused: d
//   b Bea 9, Bor 7      NPS 50, wallet 500 of 100: a        e Eli 9, Eva 3, Ed 9, wallet 150: NPS 33, but a detractor
//   c Cem 9             NPS 100, wallet 120 of 100: c       f                   nobody asked
import { describe, expect, it } from "vitest";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const files = {
  "sales.csv": [
    "customer_id,date,amount",
    ...["a", "b", "c", "d", "e", "f"].map((id) => `${id},2026-06-30,100`),
    ...["a,60", "b,60", "c,40", "d,40"].map((line) => `${line.replace(",", ",2025-06-30,")}`),
    "z,2023-06-30,1",
    "",
  ].join("\n"),
  "customers.csv": [
    "customer_id,name,wallet,refused,source",
    "a,Åse,300,,",
    "b,Bo,500,,",
    "c,,120,,",
    "d,Dag,300,yes,",
    "e,Eli,150,,Referral",
    "f,,300,,fair",
    "z,,,,",
    "",
  ].join("\n"),
  "nps.csv": [
    "customer_id,date,score,respondent",
    ...["a,9,Ada", "a,10,Bo", "b,9,Bea", "b,7,Bor", "c,9,Cem", "d,9,Dag", "e,9,Eli", "e,3,Eva", "e,9,Ed"].map(
      (line) => {
        const [id, score, name] = line.split(",");
        return `${id},2026-05-01,${score},${name}`;
      },
    ),
    "",
  ].join("\n"),
};

const ok = async (...args: readonly string[]) => {
  const { code, out, err } = await run(["nps", ".", ...args], { cwd: folderOf(files) });
  expect(code, err).toBe(0);
  return { out, err };
};

describe("nps --launch", () => {
  it("a row a recipient, in order", async () => {
    const { out, err } = await ok("--launch");
    expect(out.split("\n")).toEqual([
      "place,customer_id,customer_name,cell,nps,promoters,revenue,potential_increment,driver",
      '1,a,Åse,Aa,100.00,"Ada, Bo",100.00,200.00,',
      "2,b,Bo,Aa,50.00,Bea,100.00,400.00,",
      "3,c,,Ac,100.00,Cem,100.00,20.00,",
      "",
    ]);
    expect(err).toContain("note: recipients: 3 customers with an NPS above 0 and grade a, b or c (+620 a year)\n");
    expect(err).toContain(
      "note: left out: 1 without a sale in the window, 1 did not answer, 1 grade d, 1 something to repair first\n",
    );
  });

  it("what is to be repaired first is said, and a rule that is switched off blocks nobody", async () => {
    const { out } = await ok("--launch", "--format", "table", "--quiet");
    expect(out).toContain("repair first  e: detractor\n");
    const json = JSON.parse((await ok("--launch", "--format", "json")).out);
    expect(json.options.launch).toBe(true);
    expect(json.summary).toEqual({
      recipients: 3,
      increment: "620.00",
      left_out: {
        not_active: 1,
        no_answer: 1,
        nps_not_above_zero: 0,
        class_d: 0,
        not_assessed: 0,
        grade_d: 1,
        blocked: 1,
      },
      blocked: [{ customer_id: "e", rules: ["detractor"] }],
    });
    const cwd = folderOf({ ...files, "portfolio.yaml": "triggers:\n  off: [detractor]\n" });
    const { out: all } = await run(["nps", ".", "--launch", "--columns", "customer_id"], { cwd });
    expect(all).toBe("customer_id\na\nb\ne\nc\n");
  });

  it.each([
    ["--period", "year"],
    ["--group", "segment"],
  ])("is no list with %s", async (...args) => {
    const { code, err } = await run(["nps", ".", "--launch", ...args], { cwd: folderOf(files) });
    expect(code).toBe(2);
    expect(err).toContain("without --period and --group");
  });

  it("needs answers", async () => {
    const { code } = await run(["nps", ".", "--launch"], { cwd: folderOf({ "sales.csv": files["sales.csv"] }) });
    expect(code).toBe(3);
  });
});

describe("earned growth", () => {
  it("of a, b, c, d 400 against 200, and of the new ones e by a referral", async () => {
    const { out } = await ok("--format", "table", "--quiet");
    expect(out).toContain(
      "earned growth     150.0 %: 400 from those who bought before and 100 by referral, against 200\n",
    );
    const { summary } = JSON.parse((await ok("--format", "json")).out);
    expect(summary.earned_growth).toEqual({
      rate: 1.5,
      reason: null,
      prior: "200.00",
      existing: "400.00",
      referred: "100.00",
      other_new: "100.00",
      unknown_new: "0.00",
      returned: "0.00",
    });
  });

  it("what is open, and what is not known", async () => {
    const customers = files["customers.csv"].replace("f,,300,,fair", "f,,300,,");
    const table = async (changed: Readonly<Record<string, string>>, ...args: readonly string[]) =>
      (await run(["nps", ".", "--format", "table", ...args], { cwd: folderOf({ ...files, ...changed }) })).out;
    expect(await table({ "customers.csv": customers })).toContain(
      "against 200, of 100 from new customers nobody says how they came\n",
    );
    expect(await table({ "customers.csv": "customer_id\na\n" })).not.toContain("earned growth");
    expect(await table({}, "--as-of", "2025-06-30")).toContain("earned growth     not known");
    const json = JSON.parse(
      (
        await run(["nps", ".", "--format", "json"], {
          cwd: folderOf({ ...files, "customers.csv": "customer_id\na\n" }),
        })
      ).out,
    );
    expect(json.summary.earned_growth).toBeNull();
  });
});
