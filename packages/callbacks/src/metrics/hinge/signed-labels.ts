import type { HostArray } from "../../arrays/host-array.ts";

/** Labels as −1 and 1: a batch of only 0 and 1 is converted, any other stays as it is. */
export function signedLabels(yTrue: HostArray): HostArray {
  const values = Array.from(yTrue.values);
  const isBinary = values.every((label) => label === 0 || label === 1);
  return isBinary ? { values: values.map((label) => 2 * label - 1), shape: yTrue.shape } : yTrue;
}
