import type { HostArray } from "./host-array.ts";

/** Reduces the last dimension to one value a row; `compute` gets where the row starts and its number. */
export function perRow(
  { values, shape }: HostArray,
  compute: (start: number, width: number, row: number) => number,
): HostArray {
  const width = shape.at(-1) ?? 1;
  const rows = width === 0 ? 0 : values.length / width;
  const results = new Float64Array(rows);
  for (let row = 0; row < rows; row++) results[row] = compute(row * width, width, row);
  return { values: results, shape: shape.slice(0, -1) };
}
