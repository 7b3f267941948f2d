import type { HostArray } from "../../arrays/host-array.ts";
import { labelAdvice } from "../../arrays/label-advice.ts";
import { weightsOfLabels } from "../../arrays/weights-of-labels.ts";

/** Throws a `RangeError` in the name of `owner` where a label that counts is not in [−1, 1]. */
export function checkSignedLabels(
  owner: string,
  yTrue: HostArray,
  sampleWeight: HostArray | undefined,
): void {
  const weights = weightsOfLabels(yTrue, sampleWeight);
  for (let i = 0; i < yTrue.values.length; i++) {
    const label = yTrue.values[i] as number;
    if ((label < -1 || label > 1) && weights?.[i] !== 0) {
      throw new RangeError(
        `${owner}: labels must be -1 or 1, or 0 and 1. ${labelAdvice(yTrue.values, weights)}`,
      );
    }
  }
}
