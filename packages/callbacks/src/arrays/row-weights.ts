import type { HostArray } from "./host-array.ts";

/** Weights of a lower rank are weights of whole rows: `[n]` beside `[n, values]` becomes `[n, 1]`. */
export function rowWeights({ values, shape }: HostArray, rank: number): HostArray {
  const squeezed = shape.length > rank && shape.at(-1) === 1 ? shape.slice(0, -1) : shape;
  const missing = Math.max(0, rank - squeezed.length);
  const isScalar = squeezed.length === 0;
  return {
    values,
    shape: isScalar ? squeezed : [...squeezed, ...new Array<number>(missing).fill(1)],
  };
}
