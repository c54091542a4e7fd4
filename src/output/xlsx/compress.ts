import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import { createGzip } from "node:zlib";

/** More is slower than it is smaller: 6 takes three times as long for a tenth. */
const level = 2;

/**
 * What gzip writes around the packed bytes. Behind them stands the checksum that an archive wants too, and that not every
 * version of Node has a function for.
 */
const gzip = { header: 10, trailer: 8 };

export interface Compressed {
  /** As deflate packs it. */
  readonly bytes: Buffer;
  /** CRC-32 of what was packed. */
  readonly checksum: number;
  /** Bytes of what was packed. */
  readonly size: number;
}

/**
 * A text in UTF-8, packed in a thread of its own while the rest of it is made. `whenMade` is called once it all is, and mostly
 * some of it waits for the thread then: the caller may make another text meanwhile.
 */
export async function compress(content: Iterable<string>, whenMade: () => void): Promise<Compressed> {
  let size = 0;
  const packed: Buffer[] = [];
  await pipeline(
    async function* () {
      for (const bytes of inBuffers(content)) {
        size += bytes.length;
        yield bytes;
        // The thread is given its next bytes only when the event loop comes round.
        await setImmediate();
      }
      whenMade();
    },
    new PassThrough({ highWaterMark: mostWaiting }),
    createGzip({ level, chunkSize: packedSize }),
    async (source: AsyncIterable<Buffer>) => {
      for await (const bytes of source) packed.push(bytes);
    },
  );
  const whole = Buffer.concat(packed);
  const end = whole.length - gzip.trailer;
  return { bytes: whole.subarray(gzip.header, end), checksum: whole.readUInt32LE(end), size };
}

/** What the thread gets at once: enough to be busy for as long as a slow piece of other work keeps the event loop. */
const bufferSize = 2 ** 21;

/** What it gives back at once; a sheet shrinks to a sixth. */
const packedSize = 2 ** 19;

/** The bytes that may wait for the thread. */
const mostWaiting = 2 ** 25;

/** A text is joined in short pieces: a long one of many parts is moved about by the garbage collector before it is whole. */
const pieceLength = 2 ** 16;

/** Of a character of UTF-16. */
const mostBytes = 3;

function* inBuffers(content: Iterable<string>): Iterable<Buffer> {
  let buffer = Buffer.alloc(0);
  let at = 0;
  for (const piece of inPieces(content)) {
    const room = piece.length * mostBytes;
    if (at + room > buffer.length) {
      if (at > 0) yield buffer.subarray(0, at);
      buffer = Buffer.allocUnsafe(Math.max(bufferSize, room));
      at = 0;
    }
    at += buffer.write(piece, at);
  }
  yield buffer.subarray(0, at);
}

function* inPieces(content: Iterable<string>): Iterable<string> {
  let piece = "";
  for (const text of content) {
    piece += text;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
