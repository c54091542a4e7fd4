import { createRequire } from "node:module";
import type * as DuckDbApi from "@duckdb/node-api";
import type * as DuckDbBindings from "@duckdb/node-bindings";
import { dateOfDay } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";
import type { ResultType } from "./port.ts";

// Required, not imported: see duckdb.ts.
const require = createRequire(import.meta.url);
const { data_chunk_get_vector, get_data_from_pointer, vector_get_data, vector_get_validity }: typeof DuckDbBindings =
  require("@duckdb/node-bindings");
const { DuckDBTypeId }: typeof DuckDbApi = require("@duckdb/node-api");

export type Values = (string | Money | number | null)[];

/** Writes a chunk's values of one column to their places, `from` the first. */
type Reader = (bytes: Buffer, isKnown: (row: number) => boolean, rows: number, to: Values, from: number) => void;

/**
 * One column of a result in the types of the port, straight from DuckDB's vectors: its package makes an object of every
 * decimal and every date, which for tens of thousands of customers takes longer than the query.
 */
export function decodeColumn(
  chunks: readonly DuckDbApi.DuckDBDataChunk[],
  index: number,
  columnType: DuckDbApi.DuckDBType,
  type: ResultType,
): Values {
  const width = widthOf(columnType);
  const read = columnType.typeId === DuckDBTypeId.UBIGINT ? unsignedCounts : readerOf(type, width);
  const values: Values = new Array(chunks.reduce((sum, { rowCount }) => sum + rowCount, 0)).fill(null);
  let from = 0;
  for (const { chunk, rowCount } of chunks) {
    const vector = data_chunk_get_vector(chunk, index);
    const data = vector_get_data(vector, rowCount * width);
    const validity = vector_get_validity(vector, Math.ceil(rowCount / 64) * 8);
    const isKnown =
      validity === null ? always : (row: number) => (((validity[row >> 3] as number) >> (row & 7)) & 1) === 1;
    read(Buffer.from(data.buffer, data.byteOffset, data.byteLength), isKnown, rowCount, values, from);
    from += rowCount;
  }
  return values;
}

const always = () => true;

/** Bytes of a value in a vector. */
function widthOf(type: DuckDbApi.DuckDBType): number {
  switch (type.typeId) {
    case DuckDBTypeId.DECIMAL: {
      const { width } = type as DuckDbApi.DuckDBDecimalType;
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

function readerOf(type: ResultType, width: number): Reader {
  switch (type) {
    case "text":
      return texts;
    case "date":
      return dates();
    case "money":
      return width === 16 ? wholes128 : wholes64(width);
    case "count":
      return width === 16 ? counts128 : counts(width);
  }
}

/** Up to 12 bytes stand in the vector itself, more at the address that it holds. */
const texts: Reader = (bytes, isKnown, rows, to, from) => {
  for (let row = 0; row < rows; row++) {
    if (!isKnown(row)) continue;
    const at = row * 16;
    const length = bytes.readUInt32LE(at);
    if (length <= 12) to[from + row] = bytes.toString("utf8", at + 4, at + 4 + length);
    else {
      const data = get_data_from_pointer(bytes.buffer as ArrayBuffer, bytes.byteOffset + at + 8, length);
      to[from + row] = Buffer.from(data.buffer, data.byteOffset, length).toString("utf8");
    }
  }
};

/** Many customers share few days: each is put into words once. */
function dates(): Reader {
  const known = new Map<number, string>();
  return (bytes, isKnown, rows, to, from) => {
    for (let row = 0; row < rows; row++) {
      if (!isKnown(row)) continue;
      const day = bytes.readInt32LE(row * 4);
      let text = known.get(day);
      if (text === undefined) {
        text = dateOfDay(day);
        known.set(day, text);
      }
      to[from + row] = text;
    }
  };
}

const wholes64 =
  (width: number): Reader =>
  (bytes, isKnown, rows, to, from) => {
    for (let row = 0; row < rows; row++)
      if (isKnown(row))
        to[from + row] = width === 8 ? bytes.readBigInt64LE(row * 8) : BigInt(bytes.readIntLE(row * width, width));
  };

/** Most sums fit into the lower half, and then the upper one only repeats the sign. */
const wholes128: Reader = (bytes, isKnown, rows, to, from) => {
  for (let row = 0; row < rows; row++) if (isKnown(row)) to[from + row] = whole128(bytes, row * 16);
};

function whole128(bytes: Buffer, at: number): bigint {
  const low = bytes.readBigInt64LE(at);
  const sign = bytes.readInt32LE(at + 4) < 0 ? -1 : 0;
  if (bytes.readInt32LE(at + 8) === sign && bytes.readInt32LE(at + 12) === sign) return low;
  return (bytes.readBigInt64LE(at + 8) << 64n) + BigInt.asUintN(64, low);
}

const counts =
  (width: number): Reader =>
  (bytes, isKnown, rows, to, from) => {
    for (let row = 0; row < rows; row++)
      if (isKnown(row))
        to[from + row] = width === 8 ? Number(bytes.readBigInt64LE(row * 8)) : bytes.readIntLE(row * width, width);
  };

const unsignedCounts: Reader = (bytes, isKnown, rows, to, from) => {
  for (let row = 0; row < rows; row++) if (isKnown(row)) to[from + row] = Number(bytes.readBigUInt64LE(row * 8));
};

const counts128: Reader = (bytes, isKnown, rows, to, from) => {
  for (let row = 0; row < rows; row++) if (isKnown(row)) to[from + row] = Number(whole128(bytes, row * 16));
};
