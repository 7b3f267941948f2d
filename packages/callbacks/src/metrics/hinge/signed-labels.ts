import type { HostArray } from "../../arrays/host-array.ts";

/** Labels as −1 and 1: a batch of nothing but 0 and 1 is brought to that, any other is taken as it is. */
export function signedLabels(yTrue: HostArray): HostArray {
  const values = Array.from(yTrue.values);
  const isBinary = values.every((label) => label === 0 || label === 1);
  return isBinary ? { values: values.map((label) => 2 * label - 1), shape: yTrue.shape } : yTrue;
}
