import { describe, expect, it } from "vitest";
import { defaultPlays, MatrixOptions, playsOf } from "../../../src/scoring/matrix/plays.ts";
import { cellOrder } from "../../../src/scoring/matrix.ts";

describe("plays", () => {
  it("say what the method asks of what is not assessed and of losses", () => {
    for (const cell of ["A?", "B?", "C?", "D?"] as const) expect(defaultPlays[cell]).toBe("assess the potential first");
    for (const cell of ["Da", "Db"] as const) expect(defaultPlays[cell]).toBe("fix price or cost first");
    for (const cell of ["Dc", "Dd"] as const) expect(defaultPlays[cell]).toBe("phase out");
  });

  it("are short enough for a table of 80 characters", () => {
    expect(Object.keys(defaultPlays).toSorted()).toEqual(cellOrder.toSorted());
    for (const play of Object.values(defaultPlays)) expect(play.length).toBeLessThanOrEqual(36);
  });

  it("are the user's where there is one", () => {
    const plays = playsOf(MatrixOptions.parse({ plays: { Ba: " ring them " } }));
    expect(plays.Ba).toBe("ring them");
    expect(plays.Aa).toBe(defaultPlays.Aa);
    expect(playsOf(MatrixOptions.parse({}))).toEqual(defaultPlays);
  });

  it("belong to a cell and say something", () => {
    expect(MatrixOptions.safeParse({ plays: { Bx: "ring them" } }).success).toBe(false);
    expect(MatrixOptions.safeParse({ plays: { Ba: "  " } }).success).toBe(false);
  });
});
