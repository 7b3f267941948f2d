import { broadcast } from "./broadcast.ts";
import type { HostArray } from "./host-array.ts";
import { rowWeights } from "./row-weights.ts";

/** A weight for each label, as far as they fit: undefined where there are none or they do not. */
export function weightsOfLabels(
  { shape }: HostArray,
  weights: HostArray | undefined,
): ArrayLike<number> | undefined {
  return weights && broadcast(rowWeights(weights, shape.length), shape);
}
