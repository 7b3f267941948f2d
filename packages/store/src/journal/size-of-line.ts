import { readSync } from "node:fs";

const chunk = 64 * 1024;

/** How many bytes the line takes that begins at a place of a file, its newline included; undefined where it is not written whole. */
export function sizeOfLine(fd: number, from: number): number | undefined {
  const buffer = Buffer.allocUnsafe(chunk);
  for (let at = from; ; ) {
    const got = readSync(fd, buffer, 0, buffer.length, at);
    if (got === 0) return undefined;
    const end = buffer.subarray(0, got).indexOf(10);
    if (end >= 0) return at + end + 1 - from;
    at += got;
  }
}
