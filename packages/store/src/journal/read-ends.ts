import { readLines } from "./read-lines.ts";

/** The lines of a part, from a place on, that say how runs ended. */
export function readEnds(
  fd: number,
  from: number,
): { readonly ends: readonly string[]; readonly bytes: number } {
  const ends: string[] = [];
  for (let bytes = from; ; ) {
    const { lines, sizes } = readLines(fd, bytes);
    if (lines.length === 0) return { ends, bytes };
    ends.push(...lines.filter((line) => line.startsWith('{"type":"end"')));
    bytes = sizes.reduce((sum, size) => sum + size, bytes);
  }
}
