import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generatePurchases } from "../fixtures/generate-purchases.ts";

const folder = new URL("../fixtures/purchases/", import.meta.url);

it("fixtures/purchases is what its generator makes, byte for byte", () => {
  const files = generatePurchases();
  expect([...files.keys()]).toEqual(["sales.csv"]);
  for (const [name, text] of files) {
    if (process.env.UPDATE_PURCHASES === "1") writeFileSync(new URL(name, folder), text);
    expect(readFileSync(new URL(name, folder), "utf8") === text, name).toBe(true);
  }
});
