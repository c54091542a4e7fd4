import type { ChalkInstance } from "chalk";
import { writeEntries } from "./entries.ts";
import { escapeInvisible } from "./escape.ts";
import type { FormatOptions } from "./format.ts";
import { type Fitted, fitColumns, gap } from "./layout.ts";
import { readableWriter } from "./readable.ts";
import type { Column, Report, Segment, SummaryLine, Tone } from "./report.ts";
import { textWidth, truncate } from "./text-width.ts";

const tones: Readonly<Record<Tone, "green" | "cyan" | "yellow" | "red">> = {
  good: "green",
  fair: "cyan",
  weak: "yellow",
  bad: "red",
};

/**
 * A table for the eye: summary, picture, the columns meant for a terminal, at most `maxRows` rows (in tables of time the last
 * ones) and how many more there are. Rows never wrap: text is cut with …, columns without room are named below. Invisible
 * characters are always written out.
 */
export async function writeTable(report: Report, options: FormatOptions): Promise<string> {
  const [{ default: Table }, { Chalk }] = await Promise.all([import("cli-table3"), import("chalk")]);
  const chalk = new Chalk({ level: options.colour ? 1 : 0 });
  const bold = (line: string): string => chalk.bold(line);
  const draw: Draw = (rows, fitted, aligns) => {
    const drawSome = (some: readonly string[][], head: string[]): string => {
      const table = new Table({ ...look, head, colWidths: fitted.map(({ width }) => width), colAligns: [...aligns] });
      table.push(...some.map((row) => [...row]));
      return `${table.toString().replace(/ +$/gm, "")}\n`;
    };
    const tallest = Math.max(...fitted.map(({ header }) => header.length));
    const head = fitted.map(({ header }) => "\n".repeat(tallest - header.length) + header.map(bold).join("\n"));
    // cli-table3 takes a time that grows with the square of the rows; the widths are ours, so parts fit together.
    let out = drawSome(rows.slice(0, atOnce), head);
    for (let from = atOnce; from < rows.length; from += atOnce) out += drawSome(rows.slice(from, from + atOnce), []);
    return out;
  };
  return [
    summaryLines(report.summaryLines, chalk),
    picture(report.picture ?? [], options.width, chalk),
    summaryTable(report.summaryTable, draw),
    report.rowsAs === undefined || report.rowsAs === "table"
      ? rowsTable(report, options, chalk, draw)
      : writeEntries(report, report.rowsAs.entries, options.width, chalk),
  ]
    .filter((block) => block !== "")
    .join("\n");
}

type Align = "left" | "right";
type Draw = (rows: readonly string[][], fitted: readonly Fitted[], aligns: readonly Align[]) => string;

const atOnce = 100;

const unused = [
  ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
  ...["left", "left-mid", "right", "right-mid"],
];

/** Columns apart by spaces, one rule below the header. */
const look = {
  chars: {
    ...Object.fromEntries(unused.map((name) => [name, ""])),
    middle: " ".repeat(gap),
    "mid-mid": " ".repeat(gap),
    mid: "─",
  },
  style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
};

function summaryLines(lines: readonly SummaryLine[], chalk: ChalkInstance): string {
  const worded = lines.map(({ term, value }) => [escapeInvisible(term), escapeInvisible(value)] as const);
  const widest = Math.max(...worded.map(([term]) => textWidth(term)));
  return worded
    .map(([term, value]) => `${chalk.bold(term)}${" ".repeat(widest - textWidth(term) + gap)}${value}\n`)
    .join("");
}

/** A picture that does not fit would fall apart. */
function picture(lines: readonly (readonly Segment[])[], width: number | undefined, chalk: ChalkInstance): string {
  const texts = lines.map((line) => line.map(({ text, ...look }) => ({ text: escapeInvisible(text), ...look })));
  const widest = Math.max(0, ...texts.map((line) => line.reduce((sum, { text }) => sum + textWidth(text), 0)));
  if (width !== undefined && widest > width) return "";
  return texts
    .map((line) => {
      const drawn = line.map(({ text, tone, strong }) => {
        const toned = tone === undefined ? text : chalk[tones[tone]](text);
        return strong === true ? chalk.bold(toned) : toned;
      });
      return `${drawn.join("")}\n`;
    })
    .join("");
}

function summaryTable(table: readonly (readonly string[])[], draw: Draw): string {
  const [header, ...rows] = table.map((row) => row.map(escapeInvisible));
  if (header === undefined) return "";
  const fitted = header.map((name, i) => ({
    header: [name],
    width: Math.max(textWidth(name), ...rows.map((row) => textWidth(row[i] ?? ""))),
  }));
  const aligns = header.map((_, i): Align => (rows.every((row) => /^-?\d|^$/.test(row[i] ?? "")) ? "right" : "left"));
  return draw(rows, fitted, aligns);
}

function rowsTable(report: Report, { width, maxRows, words }: FormatOptions, chalk: ChalkInstance, draw: Draw): string {
  const meant = report.columns.flatMap((column, i) => (column.onTerminal ? [{ column, i }] : []));
  if (meant.length === 0) return "";
  const keepsLast = report.keepsLast === true;
  const shown = keepsLast ? report.rows.slice(-maxRows) : report.rows.slice(0, maxRows);
  const cells = meant.map(({ column, i }) => {
    const write = readableWriter(column.kind, words.notation);
    return shown.map((row) => write(row[i] ?? null));
  });
  const fitted = fitColumns(
    meant.map(({ column: { name, heading, kind } }, i) => ({
      name: escapeInvisible(heading ?? name),
      content: (cells[i] as string[]).reduce((widest, cell) => Math.max(widest, textWidth(cell)), 0),
      cuttable: kind === "text",
      isWorded: heading !== undefined,
    })),
    width,
  );
  const rows = shown.map((_, row) =>
    fitted.map(({ width: room }, i) => {
      const text = cells[i]?.[row] ?? "";
      const tone = meant[i]?.column.tones?.get(text);
      const cut = truncate(text, room);
      return tone === undefined ? cut : chalk[tones[tone]](cut);
    }),
  );
  const left = meant.slice(fitted.length).map(({ column }) => escapeInvisible(column.heading ?? column.name));
  return [
    draw(
      rows,
      fitted,
      meant.slice(0, fitted.length).map(({ column }) => alignOf(column)),
    ),
    report.rows.length > shown.length
      ? `${(keepsLast ? words.earlier : words.more)(report.rows.length - shown.length)}\n`
      : "",
    left.length > 0 ? `${words.noRoom(left.join(", "))}\n` : "",
  ].join("");
}

const alignOf = ({ kind }: Column): Align => (kind === "text" || kind === "date" ? "left" : "right");
