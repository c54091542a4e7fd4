import { writeSync } from "node:fs";

/** Writes all bytes at the end of what the descriptor wrote before: one call of the system may take a part of them. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
