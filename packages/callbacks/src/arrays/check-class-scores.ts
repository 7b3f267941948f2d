import type { HostArray } from "./host-array.ts";

/**
 * Throws a `RangeError` in the name of `owner` for predictions with a single score along `axis`, such as `[n, 1]`: the highest
 * of one score says nothing. `binary` names the metric for them.
 */
export function checkClassScores(
  owner: string,
  { shape }: HostArray,
  binary: string,
  axis: number = -1,
): void {
  if ((shape.at(axis) ?? 1) === 1) {
    throw new RangeError(
      `${owner}: there must be a score for each class, [n, classes]; for one value a sample use ${binary}. Received: shape [${shape}]`,
    );
  }
}
