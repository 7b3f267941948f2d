import type { HostArray } from "./host-array.ts";

/** The same array with one dimension moved to the end; a negative axis counts from the end. */
export function axisLast(owner: string, array: HostArray, axis: number): HostArray {
  const { values, shape } = array;
  const at = axis < 0 ? axis + shape.length : axis;
  const length = shape[at];
  if (length === undefined) {
    throw new RangeError(
      `${owner}: axis ${axis} must be one of the predictions' dimensions. Received: shape [${shape}]`,
    );
  }
  if (at === shape.length - 1) return array;
  const before = shape.slice(0, at).reduce((size, each) => size * each, 1);
  const after = shape.slice(at + 1).reduce((size, each) => size * each, 1);
  const moved = new Float64Array(values.length);
  let to = 0;
  for (let i = 0; i < before; i++) {
    for (let k = 0; k < after; k++) {
      for (let j = 0; j < length; j++) moved[to++] = values[(i * length + j) * after + k] ?? 0;
    }
  }
  return { values: moved, shape: [...shape.slice(0, at), ...shape.slice(at + 1), length] };
}
