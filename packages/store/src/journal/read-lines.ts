import { readSync } from "node:fs";
import { sizeOfLine } from "./size-of-line.ts";

const usual = 512 * 1024;
/** No record is longer. A longer line was not written by Epochal. */
const longest = 32 * 1024 * 1024;

export interface Lines {
  /** Whole lines, without their newlines. */
  readonly lines: readonly string[];
  /** How many bytes of the file each of them took, its newline included. */
  readonly sizes: readonly number[];
}

/**
 * Reads whole lines of a file from a place on, about half a megabyte or one line, whichever is more.
 *
 * A last line without newline is not yet written whole and is left alone: then no lines come back. A line of more than
 * 32 MiB comes back empty.
 */
export function readLines(fd: number, from: number): Lines {
  for (let size = usual; size <= longest; size *= 4) {
    const buffer = Buffer.allocUnsafe(size);
    const got = readSync(fd, buffer, 0, size, from);
    const end = got === 0 ? 0 : buffer.lastIndexOf(10, got - 1) + 1;
    if (end > 0) return split(buffer.subarray(0, end));
    if (got < size) return nothing;
  }
  const size = sizeOfLine(fd, from);
  return size === undefined ? nothing : { lines: [""], sizes: [size] };
}

const nothing: Lines = { lines: [], sizes: [] };

function split(whole: Buffer): Lines {
  const lines: string[] = [];
  const sizes: number[] = [];
  for (let start = 0; start < whole.length; ) {
    const end = whole.indexOf(10, start);
    lines.push(whole.toString("utf8", start, end));
    sizes.push(end + 1 - start);
    start = end + 1;
  }
  return { lines, sizes };
}
