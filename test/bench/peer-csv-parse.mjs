#!/usr/bin/env node
// The job of `portfolio classify` as a streaming script over csv-parse, sums in cents.   usage: peer-csv-parse.mjs DIR OUT
import { createReadStream, writeFileSync } from "node:fs";
import { parse } from "csv-parse";

const [, , folder, out] = process.argv;

const records = (name) =>
  createReadStream(`${folder}/${name}`, { highWaterMark: 1 << 20 }).pipe(parse({ columns: false, from_line: 2 }));

const lines = new Map();
let last = "";
for await (const [id, , , day, , , , amount] of records("sales.csv")) {
  const known = lines.get(id);
  const line = [day, Math.round(Number(amount) * 100)];
  if (known === undefined) lines.set(id, [line]);
  else known.push(line);
  if (day > last) last = day;
}
// The generator's last day is no 29 February.
const from = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
const monthEnd = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 0)).toISOString().slice(0, 10);
const costs = new Map();
for await (const [id, day, , amount] of records("costs.csv"))
  if (day > from && day <= monthEnd) costs.set(id, (costs.get(id) ?? 0) + Math.round(Number(amount) * 100));

const customers = [];
for (const [id, own] of lines) {
  const inWindow = own.filter(([day]) => day > from);
  if (inWindow.length > 0) customers.push([id, inWindow.reduce((sum, [, cents]) => sum + cents, 0)]);
}
customers.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
const fifth = Math.round(0.2 * customers.length);
const rows = customers.map(([id, revenue], i) => {
  const contribution = revenue - (costs.get(id) ?? 0);
  const letter = contribution < 0 ? "D" : i < Math.max(1, fifth) ? "A" : i < customers.length - fifth ? "B" : "C";
  return `${id},${(revenue / 100).toFixed(2)},${(contribution / 100).toFixed(2)},${letter}\n`;
});
writeFileSync(out, `customer_id,revenue,contribution,class\n${rows.join("")}`);
