import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfDay, dayNumber } from "../../src/base/calendar.ts";
import {
  type DateFormat,
  DateProfile,
  dateFormatName,
  looksLikeDate,
  parseDateFormat,
  readDate,
} from "../../src/ingest/dates.ts";

describe("readDate", () => {
  it.each<[string, DateFormat, string]>([
    ["2023-01-17", "iso", "2023-01-17"],
    ["2023-1-7", "iso", "2023-01-07"],
    ["2023/01/17", "iso", "2023-01-17"],
    ["2023-01-17T23:59:59Z", "iso", "2023-01-17"],
    ["2023-01-17T00:30:00.123+14:00", "iso", "2023-01-17"],
    ["2023-01-17 08:26:00 UTC", "iso", "2023-01-17"],
    ["2023-01-17 08:26-0500", "iso", "2023-01-17"],
    ["2010-12-01 08:26:00", "iso", "2010-12-01"],
    ["17.01.2023", "dmy", "2023-01-17"],
    ["17.1.2023 14.30", "dmy", "2023-01-17"],
    ["17-01-2023", "dmy", "2023-01-17"],
    ["17/1/23", "dmy", "2023-01-17"],
    ["01/02/68", "dmy", "2068-02-01"],
    ["01/02/69", "dmy", "1969-02-01"],
    ["1/17/2023 2:30 PM", "mdy", "2023-01-17"],
    ["1/17/2023, 2:30:15 pm", "mdy", "2023-01-17"],
    ["01.17.2023", "mdy", "2023-01-17"],
    ["20230117", "yyyymmdd", "2023-01-17"],
    ["20230117 12:00", "yyyymmdd", "2023-01-17"],
    ["45292", "serial", "2024-01-01"],
    ["45292.75", "serial", "2024-01-01"],
    ["45292,75", "serial", "2024-01-01"],
    ["20000", "serial", "1954-10-03"],
    ["80000", "serial", "2119-01-11"],
    [" 2023-01-17 ", "iso", "2023-01-17"],
  ])("%s as %s", (text, format, expected) => expect(readDate(text, format)).toBe(expected));

  it.each<[string, DateFormat]>([
    ["2023-02-29", "iso"],
    ["2024-04-31", "iso"],
    ["1899-12-31", "iso"],
    ["2200-01-01", "iso"],
    ["23-01-17", "iso"],
    ["17.01.2023", "iso"],
    ["20230117", "iso"],
    ["2023-01", "iso"],
    ["2023-01-17x", "iso"],
    ["2023-01-17 24:00", "iso"],
    ["2023-01-17 12:60", "iso"],
    ["2023-01-17 12:00:61", "iso"],
    ["2023--01-17", "iso"],
    ["2023-001-17", "iso"],
    ["2023-01-170", "iso"],
    ["-2023-01-17", "iso"],
    ["2023-01/17", "iso"],
    ["i går", "dmy"],
    ["", "dmy"],
    ["31.04.2024", "dmy"],
    ["17.01", "dmy"],
    ["17.01.202", "dmy"],
    ["017.01.2023", "dmy"],
    ["1/17/2023", "dmy"],
    ["2023-01-17", "dmy"],
    ["17/1/2023", "mdy"],
    ["20231301", "yyyymmdd"],
    ["2023011", "yyyymmdd"],
    ["20230117x", "yyyymmdd"],
    ["45292", "iso"],
    ["2023-01-17", "serial"],
    ["2023-01-17", "yyyymmdd"],
    ["2023-01-17", "mdy"],
    ["19999", "serial"],
    ["80001", "serial"],
    ["45292.", "serial"],
    ["45292.x", "serial"],
    ["45292-1", "serial"],
    ["4529", "serial"],
    ["١٧.٠١.٢٠٢٣", "dmy"],
    [`1${" ".repeat(100)}.1.2023`, "dmy"],
  ])("refuses %j as %s", (text, format) => expect(readDate(text, format)).toBeNull());

  it("reads back every day in every format", () =>
    fc.assert(
      fc.property(fc.integer({ min: dayNumber("1955-01-01"), max: dayNumber("2118-12-31") }), (day) => {
        const date = dateOfDay(day);
        const [year = "", month = "", dayOfMonth = ""] = date.split("-");
        const written: Record<DateFormat, string> = {
          iso: date,
          dmy: `${dayOfMonth}.${month}.${year}`,
          mdy: `${Number(month)}/${Number(dayOfMonth)}/${year}`,
          yyyymmdd: year + month + dayOfMonth,
          serial: String(day + 25_569),
        };
        for (const [format, text] of Object.entries(written)) expect(readDate(text, format as DateFormat)).toBe(date);
      }),
    ));

  it("never throws, and gives days of the calendar only", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789-/.,: TZPM") }),
        fc.constantFrom<DateFormat>("iso", "dmy", "mdy", "yyyymmdd", "serial"),
        (text, format) => {
          const date = readDate(text, format);
          if (date !== null) expect(dateOfDay(dayNumber(date))).toBe(date);
        },
      ),
    ));
});

describe("looksLikeDate", () => {
  it.each(["2023-01-17", "17.1.23", "1/17/2023", "20230117"])("%s does", (text) =>
    expect(looksLikeDate(text)).toBe(true));
  it.each(["", "45292", "10981", "2023-02-29", "date", "99999999"])("%j does not", (text) =>
    expect(looksLikeDate(text)).toBe(false));
});

describe("parseDateFormat", () => {
  it.each([
    ["iso", "iso"],
    ["ymd", "iso"],
    ["yyyy-mm-dd", "iso"],
    ["yyyy/m/d", "iso"],
    ["dmy", "dmy"],
    ["dd.mm.yyyy", "dmy"],
    ["d/m/y", "dmy"],
    ["DD/MM/YYYY", "dmy"],
    ["dd-mm-yy", "dmy"],
    ["mdy", "mdy"],
    [" M/D/YYYY ", "mdy"],
    ["yyyymmdd", "yyyymmdd"],
    ["YYYYMMDD", "yyyymmdd"],
    ["serial", "serial"],
    ["ddmmyyyy", null],
    ["ydm", null],
    ["dd.mm/yyyy", null],
    ["d/d/y", null],
    ["", null],
    ["european", null],
  ])("%j is %s", (text, format) => expect(parseDateFormat(text)).toBe(format));

  it("has a name for each", () => expect(dateFormatName("dmy")).toBe("dd.mm.yyyy or dd/mm/yyyy"));
});

describe("DateProfile", () => {
  const decide = (texts: readonly string[], forced?: DateFormat) => {
    const column = new DateProfile();
    for (const [i, text] of texts.entries()) column.add(text, i + 2);
    expect(column.count).toBe(texts.length);
    return column.decide(forced);
  };

  it.each<[string, string[], DateFormat, string]>([
    ["a day above 12 first", ["01/02/2023", "17/01/2023"], "dmy", "17 in 17/01/2023 (line 3) cannot be a month"],
    [
      "a day above 12 second",
      ["01/02/2023", "1/17/2023 8:00"],
      "mdy",
      "17 in 1/17/2023 8:00 (line 3) cannot be a month",
    ],
    ["points", ["01.02.2023", "03.04.2023"], "dmy", "01.02.2023 (line 2) has points, which are written day first"],
    ["points and a large day", ["01.02.2023", "31.01.2023"], "dmy", "31 in 31.01.2023 (line 3) cannot be a month"],
    ["year first", ["2023-01-02"], "iso", "2023-01-02 (line 2) has the year first"],
    ["eight digits", ["20230102"], "yyyymmdd", "20230102 (line 2) has eight digits, the year first"],
    ["day numbers", ["45292", "45293.5"], "serial", "45292 (line 2) is a day number of Excel"],
    ["day and month equal throughout", ["01/01/2023", "2/2/23"], "dmy", "day and month are equal in every row"],
    ["no dates", ["i går", "2023-02-29"], "iso", "no dates"],
    ["nothing", [], "iso", "no dates"],
  ])("%s", (_, texts, format, evidence) => expect(decide(texts)).toMatchObject({ kind: "format", format, evidence }));

  it("knows when its word is final", () => {
    for (const texts of [["17/01/2023"], ["01.02.2023"], ["2023-01-02"], ["20230102"], ["45292"]])
      expect(decide(texts)).toMatchObject({ certain: true });
    for (const texts of [["02/02/2023"], ["x"], []]) expect(decide(texts)).toMatchObject({ certain: false });
    expect(decide(["02/02/2023"], "mdy")).toMatchObject({ certain: true });
  });

  it("shows three lines that can be read both ways", () =>
    expect(decide(["01/01/2023", "02/01/2023", "03/01/2023", "04-01-2023", "05/01/2023"])).toEqual({
      kind: "ambiguous",
      values: [
        { text: "02/01/2023", line: 3 },
        { text: "03/01/2023", line: 4 },
        { text: "04-01-2023", line: 5 },
      ],
    }));

  it("shows two lines that contradict each other, however rare", () => {
    expect(decide(["01/02/2023", "25/03/2024", "03/25/2024"])).toEqual({
      kind: "contradiction",
      first: { text: "25/03/2024", line: 3 },
      second: { text: "03/25/2024", line: 4 },
      evidence: "25/03/2024 (line 3) is day first, 03/25/2024 (line 4) month first",
    });
    expect(decide(["03/25/2024", ...new Array<string>(500).fill("25/03/2024")])).toMatchObject({
      kind: "contradiction",
      first: { text: "03/25/2024", line: 2 },
      second: { text: "25/03/2024", line: 3 },
    });
    expect(decide(["01.02.2023", "03/25/2024"]).kind).toBe("contradiction");
  });

  it("has a column of two shapes for a contradiction, but not a stray", () => {
    expect(decide(["2023-01-17", "17.01.2023"])).toMatchObject({
      kind: "contradiction",
      evidence: "2023-01-17 (line 2) and 17.01.2023 (line 3) are not written alike",
    });
    expect(decide(["17.01.2023", "2023-01-17", "2023-01-18"])).toMatchObject({
      kind: "contradiction",
      first: { line: 2 },
    });
    const rows = new Array<string>(99).fill("2023-01-17");
    expect(decide([...rows, "45000"])).toMatchObject({
      format: "iso",
      unreadable: { count: 1, first: [{ text: "45000", line: 101 }] },
    });
    expect(decide([...rows.slice(1), "45000"]).kind).toBe("contradiction");
    const ambiguous = new Array<string>(99).fill("02/01/2023");
    expect(decide([...ambiguous, "2023-01-17"]).kind).toBe("ambiguous");
    expect(decide([...ambiguous.slice(1), "17/01/2023", "2023-01-17"])).toMatchObject({
      format: "dmy",
      unreadable: { count: 1 },
    });
  });

  it("lets bad values decide nothing", () =>
    expect(decide(["17/01/2023", "31/04/2024", "i går", "03.25.2024"])).toMatchObject({
      kind: "format",
      format: "dmy",
      unreadable: { count: 3, first: [{ line: 3 }, { text: "i går", line: 4 }, { line: 5 }] },
    }));

  it("obeys the user", () => {
    expect(decide(["02/01/2023"], "mdy")).toMatchObject({
      format: "mdy",
      evidence: "--date-format mdy",
      unreadable: { count: 0 },
    });
    expect(decide(["03.25.2024", "x"], "mdy")).toMatchObject({ unreadable: { count: 1 } });
    expect(decide(["03.25.2024", "2024-01-01"], "dmy")).toMatchObject({ unreadable: { count: 2 } });
    expect(decide(["20240101", "2024-01-01", "45292"], "iso")).toMatchObject({ unreadable: { count: 2 } });
  });

  it("reads every value that it does not call unreadable, in any order of rows", () => {
    const cell = fc.constantFrom("17/01/2023", "02/01/2023", "31/04/2023", "x", "17.01.23", "01.02.2023");
    fc.assert(
      fc.property(fc.array(cell), (texts) => {
        const decision = decide(texts);
        const backwards = decide(texts.toReversed());
        expect(backwards.kind).toBe(decision.kind);
        if (decision.kind !== "format" || backwards.kind !== "format") return;
        expect(backwards.format).toBe(decision.format);
        expect(texts.filter((text) => readDate(text, decision.format) === null)).toHaveLength(
          decision.unreadable.count,
        );
      }),
    );
  });

  it("judges more different values than it remembers", () => {
    const texts = Array.from({ length: 21_000 }, (_, i) => `${dateOfDay(i)} 10:00`);
    expect(decide([...texts, ...texts])).toMatchObject({ format: "iso", unreadable: { count: 0 } });
    expect(decide([`2023-01-17${" ".repeat(45)}`])).toMatchObject({ unreadable: { count: 0 } });
  });
});
