import { expect, it } from "vitest";
import { UserError } from "../../src/base/errors.ts";

it("a UserError is input that the user can mend, unless it says otherwise", () => {
  const plain = new UserError("no sales file");
  expect(plain).toMatchObject({ name: "UserError", message: "no sales file", details: [], exit: 3 });
  expect([plain.place, plain.hint]).toEqual([undefined, undefined]);
  const place = { file: "sales.csv", line: 3 };
  expect(new UserError("bad", { place, details: ["x"], hint: "y", exit: 2 })).toMatchObject({
    place,
    details: ["x"],
    hint: "y",
    exit: 2,
  });
});
