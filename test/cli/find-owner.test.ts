import { expect, it } from "vitest";
import { findOwner } from "../../src/cli/find-owner.ts";

const owners = ["Kari Nordmann", null, "Ola", "ola", "Kari Nordmann"];

it.each([
  ["Kari Nordmann", "Kari Nordmann"],
  [" kari nordmann ", "Kari Nordmann"],
  ["ola", "ola"],
  ["OLA", "Ola"],
  ["(no owner)", null],
  ["(No owner)", null],
])("%s is %s", (word, owner) => expect(findOwner(owners, word)).toBe(owner));

it("nobody has the name: the nearest, and the first ten", () => {
  const many = Array.from({ length: 12 }, (_, i) => `Owner ${String(i).padStart(2, "0")}`);
  expect(() => findOwner(many, "Ownr 03")).toThrow(
    expect.objectContaining({
      message: "--owner Ownr 03: no customer has this owner",
      details: [`owners: ${many.slice(0, 10).join(", ")}, … 2 more`],
      hint: '--owner "Owner 03"',
    }),
  );
});

it("nobody is named at all", () =>
  expect(() => findOwner([null], "Kari")).toThrow(
    expect.objectContaining({ details: ["the customers file names no owners"], hint: '--owner "(no owner)"' }),
  ));
