import { type DuckDBDataChunk, type DuckDBDecimalType, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import bindings from "@duckdb/node-bindings";
import { dateOfDay } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";
import type { ResultType } from "./port.ts";

const { data_chunk_get_vector, get_data_from_pointer, vector_get_data, vector_get_validity } = bindings;

export type Values = (string | Money | number | null)[];

/** A vector's memory, seen as bytes, as words of 32 bits and as whole numbers of 64. */
interface Cells {
  readonly bytes: Buffer;
  readonly words: Int32Array;
  readonly wholes: BigInt64Array;
}

/** Writes a chunk's values of one column to their places, `from` the first. */
type Reader = (cells: Cells, isKnown: (row: number) => boolean, rows: number, to: Values, from: number) => void;

/**
 * One column of a result in the types of the port, straight from DuckDB's vectors: its package makes an object of every
 * decimal and every date, which for tens of thousands of customers takes longer than the query.
 */
export function decodeColumn(
  chunks: readonly DuckDBDataChunk[],
  index: number,
  columnType: DuckDBType,
  type: ResultType,
  shortTexts: ShortTexts,
): Values {
  const width = widthOf(columnType);
  const read = columnType.typeId === DuckDBTypeId.UBIGINT ? unsignedCounts : readerOf(type, width, shortTexts);
  const values: Values = new Array(chunks.reduce((sum, { rowCount }) => sum + rowCount, 0)).fill(null);
  let from = 0;
  for (const { chunk, rowCount } of chunks) {
    const vector = data_chunk_get_vector(chunk, index);
    const validity = vector_get_validity(vector, Math.ceil(rowCount / 64) * 8);
    const isKnown =
      validity === null ? always : (row: number) => (((validity[row >> 3] as number) >> (row & 7)) & 1) === 1;
    read(cellsOf(vector_get_data(vector, rowCount * width)), isKnown, rowCount, values, from);
    from += rowCount;
  }
  return values;
}

const always = () => true;

/** The views need an address that is a multiple of eight, as DuckDB's are. */
function cellsOf(data: Uint8Array): Cells {
  const { buffer, byteOffset, byteLength } = data.byteOffset % 8 === 0 ? data : Uint8Array.from(data);
  return {
    bytes: Buffer.from(buffer, byteOffset, byteLength),
    words: new Int32Array(buffer, byteOffset, byteLength >> 2),
    wholes: new BigInt64Array(buffer, byteOffset, byteLength >> 3),
  };
}

/** Bytes of a value in a vector. */
function widthOf(type: DuckDBType): number {
  switch (type.typeId) {
    case DuckDBTypeId.DECIMAL: {
      const { width } = type as DuckDBDecimalType;
      return width <= 4 ? 2 : width <= 9 ? 4 : width <= 18 ? 8 : 16;
    }
    case DuckDBTypeId.TINYINT:
      return 1;
    case DuckDBTypeId.SMALLINT:
      return 2;
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.DATE:
      return 4;
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
      return 8;
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.VARCHAR:
      return 16;
    default:
      throw new Error(`a result of type ${String(type)} has no reader`);
  }
}

function readerOf(type: ResultType, width: number, shortTexts: ShortTexts): Reader {
  switch (type) {
    case "text":
      return texts(shortTexts);
    case "date":
      return dates();
    case "money":
      return width === 16 ? wholes128 : width === 8 ? wholes64 : narrowWholes(width);
    case "count":
      return width === 16 ? counts128 : width === 8 ? counts64 : narrowCounts(width);
  }
}

/** The text of up to 12 bytes that stands at a row of a vector of texts. */
export type ShortTexts = (cells: Cells, row: number) => string;

const slots = 1 << 17;

/**
 * Remembers short texts by their bytes: ids and categories come back row after row and answer after answer, and a text
 * takes longer to make than to find. A slot holds the last text that fell into it.
 */
export function rememberShortTexts(): ShortTexts {
  const keys = new Int32Array(4 * slots);
  const texts: (string | undefined)[] = new Array(slots);
  return ({ bytes, words }, row) => {
    const at = row * 4;
    const length = words[at] as number;
    const a = words[at + 1] as number;
    const b = words[at + 2] as number;
    const c = words[at + 3] as number;
    let hash = Math.imul(a ^ length, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0xc2b2ae3d);
    const slot = (hash ^ (hash >>> 16)) & (slots - 1);
    const key = slot * 4;
    const known = texts[slot];
    if (
      known !== undefined &&
      keys[key] === length &&
      keys[key + 1] === a &&
      keys[key + 2] === b &&
      keys[key + 3] === c
    )
      return known;
    keys[key] = length;
    keys[key + 1] = a;
    keys[key + 2] = b;
    keys[key + 3] = c;
    const text = bytes.toString("utf8", row * 16 + 4, row * 16 + 4 + length);
    texts[slot] = text;
    return text;
  };
}

/** Up to 12 bytes stand in the vector itself, more at the address that it holds. */
const texts =
  (shortTexts: ShortTexts): Reader =>
  (cells, isKnown, rows, to, from) => {
    const { bytes, words } = cells;
    for (let row = 0; row < rows; row++) {
      if (!isKnown(row)) continue;
      const length = words[row * 4] as number;
      if (length <= 12) to[from + row] = shortTexts(cells, row);
      else {
        const data = get_data_from_pointer(bytes.buffer as ArrayBuffer, bytes.byteOffset + row * 16 + 8, length);
        to[from + row] = Buffer.from(data.buffer, data.byteOffset, length).toString("utf8");
      }
    }
  };

/** Many customers share few days: each is put into words once. */
function dates(): Reader {
  const known = new Map<number, string>();
  return ({ words }, isKnown, rows, to, from) => {
    for (let row = 0; row < rows; row++) {
      if (!isKnown(row)) continue;
      const day = words[row] as number;
      let text = known.get(day);
      if (text === undefined) {
        text = dateOfDay(day);
        known.set(day, text);
      }
      to[from + row] = text;
    }
  };
}

const wholes64: Reader = ({ wholes }, isKnown, rows, to, from) => {
  for (let row = 0; row < rows; row++) if (isKnown(row)) to[from + row] = wholes[row] as bigint;
};

const narrowWholes =
  (width: number): Reader =>
  ({ bytes }, isKnown, rows, to, from) => {
    for (let row = 0; row < rows; row++) if (isKnown(row)) to[from + row] = BigInt(bytes.readIntLE(row * width, width));
  };

const wholes128: Reader = (cells, isKnown, rows, to, from) => {
  for (let row = 0; row < rows; row++) if (isKnown(row)) to[from + row] = whole128(cells, row);
};

/** Most sums fit into the lower half, and then the upper one only repeats the sign. */
function whole128({ words, wholes }: Cells, row: number): bigint {
  const low = wholes[row * 2] as bigint;
  const sign = (words[row * 4 + 1] as number) >> 31;
  if (words[row * 4 + 2] === sign && words[row * 4 + 3] === sign) return low;
  return ((wholes[row * 2 + 1] as bigint) << 64n) + BigInt.asUintN(64, low);
}

const counts64: Reader = ({ words }, isKnown, rows, to, from) => {
  for (let row = 0; row < rows; row++)
    if (isKnown(row)) to[from + row] = (words[row * 2 + 1] as number) * 2 ** 32 + ((words[row * 2] as number) >>> 0);
};

const narrowCounts =
  (width: number): Reader =>
  ({ bytes }, isKnown, rows, to, from) => {
    for (let row = 0; row < rows; row++) if (isKnown(row)) to[from + row] = bytes.readIntLE(row * width, width);
  };

const unsignedCounts: Reader = ({ wholes }, isKnown, rows, to, from) => {
  for (let row = 0; row < rows; row++)
    if (isKnown(row)) to[from + row] = Number(BigInt.asUintN(64, wholes[row] as bigint));
};

const counts128: Reader = (cells, isKnown, rows, to, from) => {
  for (let row = 0; row < rows; row++) if (isKnown(row)) to[from + row] = Number(whole128(cells, row));
};
