import { statSync } from "node:fs";
import type { InspectedColumn, InspectedLine, Inspection, Places } from "../facts/inspection.ts";
import { ColumnContent } from "./column-content.ts";
import { columnsOf, type Role, roles } from "./columns.ts";
import { type Dialect, findDialect } from "./dialect.ts";
import { wholeCharacters } from "./encoding.ts";
import { mapLeniently, recogniseRole } from "./inspect-mapping.ts";
import { type LenientRecord, readLeniently } from "./lenient.ts";
import { countKnownHeaders } from "./mapping.ts";
import { profileOf } from "./profile.ts";
import { chosenColumns, type ReadOptions } from "./read-options.ts";
import { headRecords } from "./records.ts";
import { type TableRole, typedColumns } from "./rules.ts";
import { openWhole, readChunks, readHead, type TextSource } from "./source.ts";
import { type Survey, surveyFile } from "./survey.ts";
import { tableSeparation } from "./table-text.ts";
import type { Source, Workspace } from "./workspace.ts";

/** A file opened for showing: its text as UTF-8, and how it is cut. */
interface ShownFile {
  readonly text: TextSource;
  readonly dialect: Dialect;
  readonly headText: string;
  readonly headIsWhole: boolean;
}

const headLength = 1 << 18;
const titlesShown = 5;
const rowsShown = 3;
const placesKept = 5;

async function openShown(
  source: Source,
  role: Role | null,
  options: ReadOptions,
  workspace: Workspace,
): Promise<ShownFile> {
  const text = await openWhole(source, workspace, options);
  const head = readHead(text.path, text.name).subarray(text.markLength);
  const headIsWhole = head.length + text.markLength < headLength;
  const headText = (headIsWhole ? head : wholeCharacters(head)).toString("utf8");
  const known = (asked: Role, fields: readonly string[]) =>
    countKnownHeaders(asked, fields, chosenColumns(asked, options.maps));
  const dialect = await findDialect(headText, {
    separation: text.table === null ? undefined : tableSeparation,
    delimiter: options.delimiter,
    noHeader: options.noHeader,
    // Of a file whose role nobody knows, two known words among many may be chance.
    knownHeaders: role === null ? undefined : (fields) => known(role, fields),
  });
  return { text, dialect, headText, headIsWhole };
}

/** Every record of a file as it stands, title lines and header among them; lines with nothing on them are none. */
export async function readShownRecords(
  source: Source,
  options: ReadOptions,
  workspace: Workspace,
  onRecord: (fields: readonly string[]) => void,
  pause: () => Promise<unknown>,
): Promise<void> {
  const { text, dialect } = await openShown(source, null, options, workspace);
  await eachShown({ text, dialect }, ({ fields, isBlank }) => (isBlank ? undefined : onRecord(fields)), pause);
  await pause();
}

const eachShown = (
  { text, dialect }: Pick<ShownFile, "text" | "dialect">,
  visit: (record: LenientRecord) => void,
  pause: () => Promise<unknown>,
): Promise<void> =>
  readLeniently(
    text.path,
    dialect,
    dialect.fieldCount,
    (record) => {
      visit(record);
      return true;
    },
    { from: text.markLength + dialect.separatorBytes, line: dialect.hasSeparatorLine ? 2 : 1, pause },
  );

export interface InspectOptions extends ReadOptions {
  /** What the user or the file's name says it is, and who says so. */
  readonly role: { readonly role: Role; readonly evidence: string } | null;
}

/** Finds how a file is read and why, over the whole file. Errors: those of opening it; a readable text is never refused. */
export async function inspectFile(source: Source, options: InspectOptions, workspace: Workspace): Promise<Inspection> {
  const file = await openShown(source, options.role?.role ?? null, options, workspace);
  const { text, dialect } = file;
  const headers = dialect.header ?? Array.from({ length: dialect.fieldCount }, () => "");
  const place = { file: text.name, line: dialect.headerLine ?? dialect.firstDataLine };
  const found = options.role === null ? recogniseRole(headers, options.maps, place) : null;
  const role = options.role?.role ?? found?.role ?? null;
  const mapped = role === null ? null : mapLeniently(role, headers, options.maps, place);
  const canonical = new Map([...(mapped?.mapping ?? [])].map(([column, index]) => [index, column]));

  const contents: ColumnContent[] = [];
  const contentAt = (index: number): ColumnContent => {
    contents[index] ??= new ColumnContent(kindOf(role, canonical.get(index)));
    return contents[index];
  };
  for (const index of headers.keys()) contentAt(index);
  const titles: InspectedLine[] = [];
  const firstRows: InspectedLine[] = [];
  const [ragged, mended] = [new PlaceList(), new PlaceList()];
  let [records, blankRecords] = [0, 0];
  await eachShown(
    file,
    ({ fields, line, isBlank, isMended }) => {
      if (isMended) mended.add(line);
      if (line < dialect.firstDataLine) {
        const isTitle = line !== dialect.headerLine && !isBlank && line < (dialect.headerLine ?? dialect.firstDataLine);
        if (isTitle && titles.length < titlesShown) titles.push({ line, fields });
        return;
      }
      if (isBlank || fields.every((field) => field.trim() === "")) {
        blankRecords++;
        return;
      }
      records++;
      if (fields.length !== headers.length) ragged.add(line);
      if (firstRows.length < rowsShown) firstRows.push({ line, fields });
      for (let i = 0; i < headers.length; i++) (contents[i] as ColumnContent).add(fields[i] ?? "", line);
    },
    async () => undefined,
  );
  const lineEnds = countLineEnds(text);
  const columns = headers.map((header, index): InspectedColumn => {
    const { content, evidence, advice } = contentAt(index).find(options);
    const ignored = mapped?.ignored.find((entry) => entry.index === index);
    const mappedTo = canonical.get(index) ?? null;
    return { header, content, evidence, advice, mappedTo, ignoredBecause: ignored?.because ?? null };
  });
  return {
    file: text.name,
    bytes: statSync(text.originalPath).size,
    compression: text.compression,
    table: text.table,
    encoding: {
      name: text.encoding,
      evidence: text.damaged ? `${text.encodingEvidence}: damaged` : text.encodingEvidence,
    },
    delimiter: { text: dialect.delimiter, evidence: dialect.evidence.delimiter },
    quote: { quote: dialect.quote ?? "", escape: dialect.escape, evidence: dialect.evidence.quote },
    lineEnds,
    hasSeparatorLine: dialect.hasSeparatorLine,
    titles: { count: Math.max(0, dialect.titleLines - (dialect.hasSeparatorLine ? 1 : 0)), first: titles },
    header: { line: dialect.headerLine, evidence: dialect.evidence.header },
    records,
    blankRecords,
    ragged,
    mended,
    reader: await readerOf(file, role, mapped?.mapping ?? new Map(), options, { ragged, mended, blankRecords }),
    role: role === null ? null : { name: role, evidence: options.role?.evidence ?? becauseOf(found?.others ?? []) },
    columns,
    missing: mapped?.missing ?? [],
    problems: mapped?.problems ?? [],
    firstRows,
  };
}

const kindOf = (role: Role | null, column: string | undefined) =>
  role === null ? null : (columnsOf[role].find(({ name }) => name === column)?.kind ?? null);

const becauseOf = (others: readonly Role[]): string =>
  `its required columns are all there${others.length === 0 ? "" : `; ${others.join(" and ")} would fit too: --role`}`;

class PlaceList implements Places {
  count = 0;
  readonly lines: number[] = [];

  add(line: number): void {
    this.count++;
    if (this.lines.length < placesKept) this.lines.push(line);
  }
}

function countLineEnds({ path, markLength }: TextSource): Inspection["lineEnds"] {
  let [lf, cr, crlf] = [0, 0, 0];
  let last = 0;
  readChunks(
    path,
    (chunk) => {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
        lf++;
        if ((at === 0 ? last : chunk[at - 1]) === 13) crlf++;
      }
      for (let at = chunk.indexOf(13); at >= 0; at = chunk.indexOf(13, at + 1)) cr++;
      last = chunk[chunk.length - 1] as number;
    },
    markLength,
  );
  return { lf: lf - crlf, crlf, cr: cr - crlf, isFinalMissing: last !== 10 && last !== 13 };
}

/** Which reader `classify` and the others would take, and why not the quick one. */
async function readerOf(
  { text, dialect, headText, headIsWhole }: ShownFile,
  role: Role | null,
  mapping: ReadonlyMap<string, number>,
  options: ReadOptions,
  seen: { readonly ragged: Places; readonly mended: Places; readonly blankRecords: number },
): Promise<Inspection["reader"]> {
  const reasons: string[] = [];
  const dataOffset =
    text.markLength + Buffer.byteLength(headText.slice(0, offsetOfLine(headText, dialect.firstDataLine)));
  if (role === "customers" || role === "events") reasons.push(`${role} are read row by row`);
  if (dialect.delimiter.length !== 1) reasons.push("the delimiter is more than one character");
  else {
    const survey = await surveyFile(text.path, dialect.delimiter, dataOffset);
    const irregular = irregularity(survey, dialect);
    if (irregular !== null) reasons.push(irregular);
  }
  if (dialect.quote !== '"') reasons.push("the quote is not the double quote");
  if (dialect.escape === "\\") reasons.push("quotes are escaped with a backslash");
  if (seen.ragged.count > 0)
    reasons.push(`the row in line ${seen.ragged.lines[0]} has another number of fields than the header`);
  if (reasons.length === 0 && role !== null && isTableRole(role)) {
    const profile = profileOf(typedColumns(role, mapping));
    const head = await headRecords(headText.slice(offsetOfLine(headText, dialect.firstDataLine)), dialect, 1000);
    for (const { fields, line } of headIsWhole || head.length === 1000 ? head : head.slice(0, -1))
      profile.add(fields, line);
    if (!profile.isCertain(options))
      reasons.push("the first 1000 rows do not settle how every number and date is written");
  }
  return reasons.length === 0
    ? { name: "bulk", reasons: ["every record is a line, every quote stands at the edge of a field"] }
    : { name: "careful", reasons };
}

const isTableRole = (role: Role): role is TableRole =>
  role !== "customers" && role !== "events" && roles.includes(role);

function irregularity({ irregularity: what, linesAbove }: Survey, { firstDataLine }: Dialect): string | null {
  const where = linesAbove === null ? "" : ` in line ${firstDataLine + linesAbove}`;
  switch (what) {
    case null:
      return null;
    case "encoding":
      return `bytes${where} are not UTF-8`;
    case "nul":
      return `a NUL character stands${where}`;
    case "line-end":
      return "lines end in more than one way, or with CR alone";
    case "blank-line":
      return `a blank line stands${where === "" ? "" : where} between rows`;
    case "line-break":
      return `a quoted field holds a line break${where}`;
    case "quote":
      return `a quote stands inside a field${where}`;
  }
}

/** Index of the character that a line (from 1) starts with. */
function offsetOfLine(text: string, line: number): number {
  const ends = /\r\n|\n|\r/g;
  for (let at = 1; at < line; at++) if (ends.exec(text) === null) return text.length;
  return ends.lastIndex;
}
