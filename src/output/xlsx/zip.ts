import { inflateRawSync } from "node:zlib";
import { type Compressed, compress } from "./compress.ts";

/** A file of an archive, its content bit by bit. */
export interface ZipFile {
  readonly name: string;
  readonly content: Iterable<string>;
}

const localHeader = { signature: 0x04034b50, length: 30 };
const centralHeader = { signature: 0x02014b50, length: 46 };
const endRecord = { signature: 0x06054b50, length: 22 };

/** 1 January 1980, the first day that an archive can name: no clock goes into it. */
const firstDay = 0x0021;

/** Version 2.0, the first with folders and deflate. */
const version = 20;

/** A file packed by deflate. */
const deflated = 8;

/** What 32 bits hold; an archive beyond it is of another kind. */
const largestSize = 2 ** 32 - 1;

/**
 * A zip archive of these files in this order, `null` where it or one of them has more bytes than `largest`. The same files are
 * the same bytes. (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16.)
 */
export const zip = async (files: readonly ZipFile[], largest = largestSize): Promise<Uint8Array | null> =>
  archiveOf(files, await beginPacking(files), largest);

/** The contents are made one after the other, as one may build on another; each is packed while the next are made. */
async function beginPacking(files: readonly ZipFile[]): Promise<Promise<Compressed>[]> {
  const packed: Promise<Compressed>[] = [];
  for (const { content } of files) {
    await new Promise<void>((resolve, reject) => {
      const whole = compress(content, resolve);
      whole.catch(reject);
      packed.push(whole);
    });
  }
  return packed;
}

async function archiveOf(files: readonly ZipFile[], packed: readonly Promise<Compressed>[], largest: number) {
  const contents = await Promise.all(packed);
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [i, { name }] of files.entries()) {
    const { bytes, checksum, size } = contents[i] as Compressed;
    if (size > largest || at + bytes.length > largest) return null;
    const path = Buffer.from(name);
    // What the header before the file and the one in the directory have in common.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(version, 0);
    common.writeUInt16LE(deflated, 4);
    common.writeUInt16LE(firstDay, 8);
    common.writeUInt32LE(checksum, 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(path.length, 22);
    const entry = Buffer.alloc(centralHeader.length);
    entry.writeUInt32LE(centralHeader.signature, 0);
    entry.writeUInt16LE(version, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    central.push(entry, path);
    parts.push(uint32(localHeader.signature), common, path, bytes);
    at += localHeader.length + path.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  if (at + directory.length > largest) return null;
  const end = Buffer.alloc(endRecord.length);
  end.writeUInt32LE(endRecord.signature, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The texts in an archive by name, for small ones of our own making: no comment at the end, nothing encrypted. */
export function unzip(archive: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = bytes.length - endRecord.length;
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < bytes.readUInt16LE(end + 10); entry++) {
    if (bytes.readUInt32LE(at) !== centralHeader.signature) throw new Error("the archive is not as it should be");
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + localHeader.length + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + packed);
    const isDeflated = bytes.readUInt16LE(at + 10) === deflated;
    files.set(
      bytes.toString("utf8", at + centralHeader.length, at + centralHeader.length + nameLength),
      (isDeflated ? inflateRawSync(content) : content).toString("utf8"),
    );
    at += centralHeader.length + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}
