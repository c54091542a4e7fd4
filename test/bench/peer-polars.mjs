#!/usr/bin/env node
// The job of `portfolio classify` in Polars, whole columns at a time.   usage: peer-polars.mjs DIR OUT
// nodejs-polars is not a dependency of ours: POLARS names the folder whose node_modules holds it.
import { createRequire } from "node:module";
import path from "node:path";

const [, , folder, out] = process.argv;
const pl = createRequire(path.resolve(process.env.POLARS ?? ".", "x.js"))("nodejs-polars");

const sales = pl.scanCSV(`${folder}/sales.csv`).select("customer_id", "date", "amount").collectSync();
const last = String(sales.getColumn("date").sort().tail(1).get(0)).slice(0, 10);
const from = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
const monthEnd = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 0)).toISOString().slice(0, 10);
const sums = (frame, until, name) =>
  frame
    .filter(
      pl
        .col("date")
        .gt(pl.lit(from))
        .and(pl.col("date").ltEq(pl.lit(until))),
    )
    .groupBy("customer_id")
    .agg(pl.col("amount").sum().alias(name));
const costs = pl.scanCSV(`${folder}/costs.csv`).select("customer_id", "date", "amount").collectSync();
const joined = sums(sales, last, "revenue")
  .join(sums(costs, monthEnd, "cost"), { on: "customer_id", how: "left" })
  .sort("revenue", true);
const fifth = Math.round(0.2 * joined.height);
const contribution = joined.getColumn("revenue").minus(joined.getColumn("cost").fillNull("zero"));
const letters = contribution
  .toArray()
  .map((value, i) => (value < 0 ? "D" : i < Math.max(1, fifth) ? "A" : i < joined.height - fifth ? "B" : "C"));
joined.withColumns(contribution.rename("contribution"), pl.Series("class", letters)).writeCSV(out);
