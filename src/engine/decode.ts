import { type DuckDBDataChunk, type DuckDBDecimalType, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import bindings from "@duckdb/node-bindings";
import { dateOfDay } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";
import type { Keys, ResultType } from "./port.ts";
import { type Cells, isShort, placesOfShortTexts, type ShortTexts } from "./short-texts.ts";

const { data_chunk_get_vector, get_data_from_pointer, vector_get_data, vector_get_validity } = bindings;

export type Values = (string | Money | number | null)[];

/** A bit for each row, 0 where SQL says null; `null`: every row has a value. */
type Validity = Uint8Array | null;

const isKnown = (validity: Validity, row: number): boolean =>
  validity === null || (((validity[row >> 3] as number) >> (row & 7)) & 1) === 1;

/** Writes a chunk's values of one column to their places, `from` the first. */
type Reader<To> = (cells: Cells, validity: Validity, rows: number, to: To, from: number) => void;

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
): Values | Keys | Int32Array {
  const width = widthOf(columnType);
  const rows = chunks.reduce((sum, { rowCount }) => sum + rowCount, 0);
  switch (type) {
    case "key": {
      const texts: string[] = [];
      return { texts, places: readAll(chunks, index, width, keys(shortTexts, texts), new Int32Array(rows)) };
    }
    case "day":
      return readAll(chunks, index, width, days, new Int32Array(rows));
    default: {
      const read = columnType.typeId === DuckDBTypeId.UBIGINT ? unsignedCounts : readerOf(type, width, shortTexts);
      return readAll(chunks, index, width, read, new Array(rows));
    }
  }
}

function readAll<To>(chunks: readonly DuckDBDataChunk[], index: number, width: number, read: Reader<To>, to: To): To {
  let from = 0;
  for (const { chunk, rowCount } of chunks) {
    const vector = data_chunk_get_vector(chunk, index);
    const validity = vector_get_validity(vector, Math.ceil(rowCount / 64) * 8);
    read(cellsOf(vector_get_data(vector, rowCount * width)), validity, rowCount, to, from);
    from += rowCount;
  }
  return to;
}

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

function readerOf(type: Exclude<ResultType, "key" | "day">, width: number, shortTexts: ShortTexts): Reader<Values> {
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

/**
 * The texts of a chunk that are not short: they stand at addresses that the vector holds, mostly one after another. Such a run
 * is looked up at once, since a look-up takes many times longer than a text.
 */
function longTextsOf({ bytes, words }: Cells, validity: Validity, rows: number): (row: number) => string {
  const lengthOf = (row: number) => words[row * 4] as number;
  const addressOf = (row: number) => (words[row * 4 + 3] as number) * 2 ** 32 + ((words[row * 4 + 2] as number) >>> 0);
  let [from, to] = [0, 0];
  let run: Buffer = Buffer.alloc(0);
  return (row) => {
    const address = addressOf(row);
    if (address < from || address + lengthOf(row) > to) {
      [from, to] = [address, address + lengthOf(row)];
      for (let next = row + 1; next < rows; next++) {
        if (!isKnown(validity, next) || isShort(words, next)) continue;
        if (addressOf(next) !== to) break;
        to += lengthOf(next);
      }
      const data = get_data_from_pointer(bytes.buffer as ArrayBuffer, bytes.byteOffset + row * 16 + 8, to - from);
      run = Buffer.from(data.buffer, data.byteOffset, to - from);
    }
    return run.toString("utf8", address - from, address - from + lengthOf(row));
  };
}

const texts =
  (shortTexts: ShortTexts): Reader<Values> =>
  (cells, validity, rows, to, from) => {
    const longText = longTextsOf(cells, validity, rows);
    for (let row = 0; row < rows; row++)
      to[from + row] = !isKnown(validity, row)
        ? null
        : isShort(cells.words, row)
          ? shortTexts(cells, row)
          : longText(row);
  };

/** Fills `found` with each text once. */
const keys = (shortTexts: ShortTexts, found: string[]): Reader<Int32Array> => {
  const places = placesOfShortTexts();
  const longPlaces = new Map<string, number>();
  return (cells, validity, rows, to, from) => {
    refuseNulls(validity, rows);
    const longText = longTextsOf(cells, validity, rows);
    for (let row = 0; row < rows; row++) {
      if (isShort(cells.words, row)) {
        let place = places.find(cells, row);
        if (place < 0) {
          place = found.push(shortTexts(cells, row)) - 1;
          places.add(cells, row, place);
        }
        to[from + row] = place;
      } else {
        const text = longText(row);
        let place = longPlaces.get(text);
        if (place === undefined) {
          place = found.push(text) - 1;
          longPlaces.set(text, place);
        }
        to[from + row] = place;
      }
    }
  };
};

/** DuckDB's own days are counted from 1970-01-01, too. */
const days: Reader<Int32Array> = ({ words }, validity, rows, to, from) => {
  refuseNulls(validity, rows);
  to.set(words.subarray(0, rows), from);
};

function refuseNulls(validity: Validity, rows: number): void {
  for (let row = 0; row < rows; row++)
    if (!isKnown(validity, row)) throw new Error("a column of keys or days has a null");
}

/** Many customers share few days: each is put into words once. */
function dates(): Reader<Values> {
  const known = new Map<number, string>();
  return ({ words }, validity, rows, to, from) => {
    for (let row = 0; row < rows; row++) {
      if (!isKnown(validity, row)) {
        to[from + row] = null;
        continue;
      }
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

/** A reader of values that are known by their place alone. */
const each =
  (valueAt: (cells: Cells, row: number) => Money | number): Reader<Values> =>
  (cells, validity, rows, to, from) => {
    for (let row = 0; row < rows; row++) to[from + row] = isKnown(validity, row) ? valueAt(cells, row) : null;
  };

const wholes64 = each(({ wholes }, row) => wholes[row] as bigint);

const narrowWholes = (width: number) => each(({ bytes }, row) => BigInt(bytes.readIntLE(row * width, width)));

/** Most sums fit into the lower half, and then the upper one only repeats the sign. */
function whole128({ words, wholes }: Cells, row: number): bigint {
  const low = wholes[row * 2] as bigint;
  const sign = (words[row * 4 + 1] as number) >> 31;
  if (words[row * 4 + 2] === sign && words[row * 4 + 3] === sign) return low;
  return ((wholes[row * 2 + 1] as bigint) << 64n) + BigInt.asUintN(64, low);
}

const wholes128 = each(whole128);

const counts64 = each(
  ({ words }, row) => (words[row * 2 + 1] as number) * 2 ** 32 + ((words[row * 2] as number) >>> 0),
);

const narrowCounts = (width: number) => each(({ bytes }, row) => bytes.readIntLE(row * width, width));

const unsignedCounts = each(({ wholes }, row) => Number(BigInt.asUintN(64, wholes[row] as bigint)));

const counts128 = each((cells, row) => Number(whole128(cells, row)));
