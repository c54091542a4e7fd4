import path from "node:path";
import { describe, expect, it } from "vitest";
import { readEvents } from "../../src/ingest/events.ts";
import type { ReadOptions } from "../../src/ingest/read-options.ts";
import { folderOf, workspaceIn } from "../helpers/folders.ts";
import { defaults } from "../helpers/read-table.ts";

async function events(content: string, options: Partial<ReadOptions> = {}) {
  const [file, own] = [path.join(folderOf({ "events.csv": content }), "events.csv"), folderOf()];
  return readEvents({ name: "events.csv", path: file }, { ...defaults, ...options }, workspaceIn(own));
}

describe("readEvents", () => {
  it("reads what a row says of the event", async () => {
    const { events: read, unread } = await events(
      "customer_id;date;type;value;limit;person;department;region;note\n" +
        "C1;31.01.2026;usage;4.500,5;5000;;;;\n" +
        "C1;15.01.2026;price_change;-7,5 %;;;;;yearly\n" +
        "C2;16.01.2026;Account created;;; Ada ;Legal;North;\n",
    );
    const blank = { value: null, limit: null, person: null, department: null, region: null, note: null };
    expect(read).toEqual([
      { ...blank, customerId: "C1", date: "2026-01-31", type: "usage", value: 4500.5, limit: 5000 },
      { ...blank, customerId: "C1", date: "2026-01-15", type: "price_change", value: -7.5, note: "yearly" },
      {
        ...blank,
        customerId: "C2",
        date: "2026-01-16",
        type: "account_created",
        person: "Ada",
        department: "Legal",
        region: "North",
      },
    ]);
    expect(unread).toEqual([]);
  });

  it("takes values that cannot be read for unknown, and lists them", async () => {
    const { events: read, unread } = await events(
      "customer_id,date,type,value,limit\nC1,2026-01-01,usage,much,10\nC1,2026-01-02,usage,5,none\nC1,2026-01-03,usage,6,10\n",
    );
    expect(read.map(({ value, limit }) => [value, limit])).toEqual([
      [null, 10],
      [5, null],
      [6, 10],
    ]);
    expect(unread).toEqual([
      { line: 2, column: "value", value: "much" },
      { line: 3, column: "limit", value: "none" },
    ]);
  });

  it("knows the events of a file without values, and leaves out those of nobody and of no type", async () => {
    const reading = await events(
      "customer_id,date,type\nC1,2026-01-01,outage\n,2026-01-02,outage\nC1,2026-01-03,outrage\n",
    );
    expect(reading.events).toMatchObject([{ customerId: "C1", date: "2026-01-01", value: null, limit: null }]);
    expect(reading.rows).toEqual([
      { customerId: "C1", date: "2026-01-01", type: "outage", line: 2 },
      { customerId: "", date: "2026-01-02", type: "outage", line: 3 },
      { customerId: "C1", date: "2026-01-03", type: null, line: 4 },
    ]);
    expect(reading.withoutId).toEqual([3]);
    expect(reading.unknownTypes).toEqual([{ type: "outrage", count: 1, nearest: "outage", lines: [4] }]);
  });
});
