#!/usr/bin/env node
// Writes a deterministic pair of exports to measure on: sales.csv (LINES lines over CUSTOMERS customers, a few of them with
// most of the lines, three years, one line in thirty a return, names with commas in quotes) and costs.csv (a row a customer
// and quarter).   usage: generate.mjs LINES CUSTOMERS DIR
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const enough = 1 << 20;

/** Numbers from 0 to 1 that are the same on every machine (Park and Miller). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function writer(file, header) {
  const out = openSync(file, "w");
  let text = `${header}\n`;
  return {
    row(line) {
      text += `${line}\n`;
      if (text.length > enough) {
        writeSync(out, text);
        text = "";
      }
    },
    close() {
      writeSync(out, text);
      closeSync(out);
    },
  };
}

export function generate(lines, customers, folder) {
  mkdirSync(folder, { recursive: true });
  const random = dice(20_260_930);
  const days = Array.from({ length: 1096 }, (_, i) => new Date(Date.UTC(2023, 9, 1 + i)).toISOString().slice(0, 10));
  const id = (customer) => `K${String(customer + 1).padStart(6, "0")}`;

  const sales = writer(
    path.join(folder, "sales.csv"),
    "customer_id,customer_name,order_id,date,product,category,quantity,amount,currency",
  );
  for (let i = 0; i < lines; i++) {
    const customer = Math.floor(random() ** 2.5 * customers);
    const product = Math.floor(random() * 240);
    const amount = (random() < 1 / 30 ? -1 : 1) * Math.exp(3.5 + random() * 4.5);
    const day = days[Math.floor(random() * days.length)];
    const quantity = 1 + Math.floor(random() * 12);
    sales.row(
      `${id(customer)},"Firma ${customer + 1}, AS",${100_000 + (i >> 2)},${day},V${product},G${product % 9},${quantity},${amount.toFixed(2)},NOK`,
    );
  }
  sales.close();

  const costs = writer(path.join(folder, "costs.csv"), "customer_id,date,type,amount");
  for (let customer = 0; customer < customers; customer++)
    for (let quarter = 0; quarter < 12; quarter++) {
      const day = new Date(Date.UTC(2023, 11 + quarter * 3, 10)).toISOString().slice(0, 10);
      costs.row(`${id(customer)},${day},cost_to_serve,${(random() * 1100).toFixed(2)}`);
    }
  costs.close();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , lines, customers, folder] = process.argv;
  generate(Number(lines), Number(customers), folder);
}
