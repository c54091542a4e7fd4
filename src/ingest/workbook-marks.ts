// What a workbook says of its sheets and cells beyond the values that its reader gives: which sheets are hidden, which numbers are
// shown as percent, and which cells hold an error or a formula that nobody has reckoned yet. (ECMA-376, part 1, 18.2, 18.3, 18.8.)
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";

export interface SheetMarks {
  readonly isHidden: boolean;
  readonly cells: readonly MarkedCell[];
}

/** A cell whose value is not all that it says; row and column count from 0. */
export interface MarkedCell {
  readonly row: number;
  readonly column: number;
  /** `percent`: its number is shown a hundred times as large; else what stands there in place of a value. */
  readonly mark: "percent" | { readonly instead: string };
}

/** Of each sheet by name; of what is not to be found nothing is said. Cost: O(bytes), where a sheet has such cells at all. */
export function workbookMarks(path: string): ReadonlyMap<string, SheetMarks> {
  const files = unzipSync(readFileSync(path), { filter: ({ name }) => wanted.test(name) });
  const textOf = (name: string): string => Buffer.from(files[name] ?? []).toString("utf8");
  const percentStyles = percentStylesOf(textOf("xl/styles.xml"));
  const targets = new Map(
    tags(textOf("xl/_rels/workbook.xml.rels"), "Relationship").map(({ Id = "", Target = "" }) => [
      Id,
      Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`,
    ]),
  );
  return new Map(
    tags(textOf("xl/workbook.xml"), "sheet").map(({ name = "", id = "", state }) => [
      unescaped(name),
      {
        isHidden: state === "hidden" || state === "veryHidden",
        cells: markedCells(Buffer.from(files[targets.get(id) ?? ""] ?? []), percentStyles),
      },
    ]),
  );
}

const wanted = /^xl\/(?:workbook[.]xml|styles[.]xml|_rels\/workbook[.]xml[.]rels|worksheets\/[^/]+[.]xml)$/;

/** The attributes of each tag of a name, whatever its namespace's prefix, and without theirs. */
function tags(xml: string, name: string): Readonly<Record<string, string | undefined>>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))].map(([, attributes = ""]) =>
    attributesOf(attributes),
  );
}

const attributesOf = (text: string): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries([...text.matchAll(/(?:\w+:)?(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    return entities[name] ?? whole;
  });

/** `0%` and `0.00%`, which every workbook has without saying so. */
const percentFormats = ["9", "10"];

function percentStylesOf(styles: string): ReadonlySet<string> {
  const own = tags(styles, "numFmt").filter(({ formatCode = "" }) => formatCode.includes("%"));
  const formats = new Set([...percentFormats, ...own.map(({ numFmtId }) => numFmtId)]);
  const [cellStyles = ""] = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(styles) ?? [];
  const found = new Set<string>();
  for (const [i, { numFmtId }] of tags(cellStyles, "xf").entries()) if (formats.has(numFmtId)) found.add(String(i));
  return found;
}

/** Bytes that are looked at as one text. */
const pieceLength = 2 ** 23;

function markedCells(xml: Buffer, percentStyles: ReadonlySet<string>): MarkedCell[] {
  // Most exports have no such cell, and a search in bytes says so at once.
  if (percentStyles.size === 0 && !xml.includes('t="e"') && !xml.includes("<f") && !xml.includes(":f")) return [];
  const found: MarkedCell[] = [];
  let text = "";
  const decoder = new TextDecoder();
  for (let at = 0; at < xml.length; at += pieceLength) {
    text += decoder.decode(xml.subarray(at, at + pieceLength), { stream: true });
    const end = text.lastIndexOf("row>") + 4;
    for (const [, attributes = "", content = ""] of text.slice(0, end).matchAll(cell)) {
      const { r: address = "", s: style = "", t: type = "n" } = attributesOf(attributes);
      const mark = markOf(type, percentStyles.has(style), content);
      const [, letters = "", line] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
      if (mark !== null && line !== undefined)
        found.push({ row: Number(line) - 1, column: columnNumber(letters) - 1, mark });
    }
    text = text.slice(end);
  }
  return found;
}

const cell = /<(?:\w+:)?c\s([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs;

function markOf(type: string, isPercent: boolean, content: string): MarkedCell["mark"] | null {
  const [, value] = /<(?:\w+:)?v>([^<]*)</.exec(content) ?? [];
  if (type === "e") return { instead: unescaped(value ?? "#N/A") };
  if (/<(?:\w+:)?f[\s/>]/.test(content) && !/<(?:\w+:)?v[\s/>]/.test(content))
    return { instead: "#FORMULA WITHOUT A VALUE" };
  return isPercent && type === "n" && value !== undefined ? "percent" : null;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
