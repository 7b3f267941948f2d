import { broadcast } from "./broadcast.ts";
import type { HostArray } from "./host-array.ts";
import { rowWeights } from "./row-weights.ts";

/** A weight for each label. Undefined where there are none, or they do not fit. */
export function weightsOfLabels(
  { shape }: HostArray,
  weights: HostArray | undefined,
): ArrayLike<number> | undefined {
  return weights && broadcast(rowWeights(weights, shape.length), shape);
}
