// zstd for every version of Node that we run on: Node's own is there from 22.15 on only. fzstd unpacks and looks at no checksum, so
// each frame is unpacked by itself and its checksum compared. (RFC 8878, 3.1.)
import { closeSync, openSync, readSync } from "node:fs";
import { Decompress } from "fzstd";
import xxhash from "xxhash-wasm";
import { writeAll } from "./write-all.ts";

/** Where a frame stands in the file, and whether the four bytes before its end are the checksum of what it holds. */
interface Frame {
  readonly from: number;
  readonly to: number;
  readonly hasChecksum: boolean;
}

const chunkLength = 1 << 20;

/** Writes what the file holds to `target`. Errors: `ZstdDamage` for a file that is cut off or changed, those of the system. */
export async function unzstd(source: string, target: string): Promise<void> {
  const { create64 } = await xxhash();
  const [input, output] = [openSync(source, "r"), openSync(target, "w")];
  try {
    for (const { from, to, hasChecksum } of framesOf(input)) {
      const hash = create64();
      const decompress = new Decompress((bytes) => {
        hash.update(bytes);
        writeAll(output, bytes);
      });
      for (let at = from; at < to; at += chunkLength)
        decompress.push(bytesAt(input, at, Math.min(chunkLength, to - at)), at + chunkLength >= to);
      if (hasChecksum && BigInt(bytesAt(input, to - 4, 4).readUInt32LE()) !== BigInt.asUintN(32, hash.digest()))
        throw new ZstdDamage("the checksum differs");
    }
  } catch (error) {
    // The library's own codes are numbers, those of the system are words.
    throw typeof (error as { code?: unknown }).code === "number" ? new ZstdDamage((error as Error).message) : error;
  } finally {
    closeSync(input);
    closeSync(output);
  }
}

/** A file that is not as it was packed. */
export class ZstdDamage extends Error {}

const magic = 0xfd2fb528;
/** Frames with anything else in them, of sixteen kinds. */
const [firstSkippable, lastSkippable] = [0x184d2a50, 0x184d2a5f];

function* framesOf(file: number): Iterable<Frame> {
  for (let at = 0; ; ) {
    const start = bytesAt(file, at, 4, true);
    if (start.length === 0) return;
    const number = start.length === 4 ? start.readUInt32LE() : 0;
    if (number >= firstSkippable && number <= lastSkippable) {
      at += 8 + bytesAt(file, at + 4, 4).readUInt32LE();
      continue;
    }
    if (number !== magic) throw new ZstdDamage("no frame where one must begin");
    const descriptor = bytesAt(file, at + 4, 1).readUInt8();
    const hasChecksum = (descriptor & 4) !== 0;
    const to = endOfBlocks(file, at + headerLength(descriptor)) + (hasChecksum ? 4 : 0);
    yield { from: at, to, hasChecksum };
    at = to;
  }
}

/** Magic number, descriptor, window, number of a dictionary, size of the content. */
function headerLength(descriptor: number): number {
  const isSingle = (descriptor & 32) !== 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] as number;
  const content = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] as number;
  return 4 + 1 + (isSingle ? 0 : 1) + dictionary + content;
}

function endOfBlocks(file: number, first: number): number {
  for (let at = first; ; ) {
    const header = bytesAt(file, at, 3).readUIntLE(0, 3);
    // A block of one byte repeated holds that byte alone.
    at += 3 + (((header >> 1) & 3) === 1 ? 1 : header >> 3);
    if ((header & 1) === 1) return at;
  }
}

/** So many bytes. `orNone`: or none at all, at the end of the file. */
function bytesAt(file: number, at: number, length: number, orNone = false): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let found = 0;
  for (let read = -1; read !== 0 && found < length; found += read)
    read = readSync(file, bytes, found, length - found, at + found);
  if (found < length && !(orNone && found === 0)) throw new ZstdDamage("the file ends too early");
  return bytes.subarray(0, found);
}
