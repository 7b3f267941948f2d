import type { HostArray } from "./host-array.ts";

/** One column of the last dimension, which becomes 1. Throws a `RangeError` in the name of `owner` if there is none. */
export function pickClass(owner: string, array: HostArray, classId: number): HostArray {
  const classes = array.shape.at(-1) ?? 0;
  if (array.shape.length < 2 || classId >= classes) {
    throw new RangeError(
      `${owner}: classId ${classId} needs predictions of shape [n, classes] with more than ${classId} classes. Received: shape [${array.shape}]`,
    );
  }
  const values = new Float64Array(array.values.length / classes);
  for (let i = 0; i < values.length; i++) values[i] = array.values[i * classes + classId] ?? 0;
  return { values, shape: [...array.shape.slice(0, -1), 1] };
}
