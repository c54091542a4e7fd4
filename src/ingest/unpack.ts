// What undoes the compression of an export.
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { UserError } from "../base/errors.ts";
import type { Source } from "./workspace.ts";

export type Compression = "gzip" | "zstd";

/** The compression that a file's first bytes tell. */
export function compressionOf(head: Uint8Array): Compression | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? "zstd" : null;
}

/** Writes the export's own bytes to `target`. Errors: damaged or cut off. */
export const unpack = (compression: Compression, source: Source, target: string): Promise<void> =>
  compression === "gzip" ? gunzip(source, target) : unzstd(source, target);

async function gunzip(source: Source, target: string): Promise<void> {
  try {
    await pipeline(createReadStream(source.path), createGunzip({ chunkSize: 1 << 20 }), createWriteStream(target));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw code.startsWith("Z_") ? damaged("gzip", source) : error;
  }
}

async function unzstd(source: Source, target: string): Promise<void> {
  const zstd = await import("./zstd.ts");
  try {
    await zstd.unzstd(source.path, target);
  } catch (error) {
    throw error instanceof zstd.ZstdDamage ? damaged("zstd", source) : error;
  }
}

const damaged = (compression: Compression, { name }: Source): UserError =>
  new UserError(`the ${compression} data is damaged or cut off`, {
    place: { file: name },
    hint: "export or copy the file again",
  });
