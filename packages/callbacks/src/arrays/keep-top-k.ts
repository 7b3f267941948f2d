import type { HostArray } from "./host-array.ts";

/** What takes the place of a score that is dropped. */
const DROPPED = -1e10;

/**
 * Keeps the k highest scores of each row, of equal ones the first, and replaces the others by a very low score; a row
 * with a NaN becomes NaN.
 *
 * Throws a `RangeError` in the name of `owner` if rows have fewer than k scores.
 */
export function keepTopK(owner: string, scores: HostArray, k: number): HostArray {
  const classes = scores.shape.at(-1) ?? 1;
  if (k > classes) {
    throw new RangeError(
      `${owner}: topK ${k} needs at least ${k} predictions a row. Received: shape [${scores.shape}]`,
    );
  }
  const values = new Float64Array(scores.values.length).fill(DROPPED);
  for (let start = 0; start < values.length; start += classes) {
    const row = Array.from({ length: classes }, (_, i) => scores.values[start + i] ?? Number.NaN);
    if (row.some(Number.isNaN)) {
      values.fill(Number.NaN, start, start + classes);
      continue;
    }
    const best = [...row.keys()].sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0)).slice(0, k);
    for (const i of best) values[start + i] = row[i] ?? 0;
  }
  return { values, shape: scores.shape };
}
