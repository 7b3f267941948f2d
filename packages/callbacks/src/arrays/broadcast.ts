import type { HostArray } from "./host-array.ts";

/**
 * The values of an array stretched to a shape: dimensions of 1, and missing leading ones, repeat. `undefined` where the
 * shapes do not fit.
 */
export function broadcast(
  array: HostArray,
  shape: readonly number[],
): ArrayLike<number> | undefined {
  const missing = shape.length - array.shape.length;
  if (missing < 0) return undefined;
  const own = shape.map((_, axis) => (axis < missing ? 1 : (array.shape[axis - missing] ?? 1)));
  if (own.some((length, axis) => length !== 1 && length !== shape[axis])) return undefined;
  if (own.every((length, axis) => length === shape[axis])) return array.values;

  const size = shape.reduce((product, length) => product * length, 1);
  const stretched = new Float64Array(size);
  const strides = stridesOf(own);
  const position = new Array<number>(shape.length).fill(0);
  let from = 0;
  for (let i = 0; i < size; i++) {
    stretched[i] = array.values[from] ?? 0;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const stride = strides[axis] ?? 0;
      position[axis] = (position[axis] ?? 0) + 1;
      from += stride;
      if ((position[axis] ?? 0) < (shape[axis] ?? 1)) break;
      from -= stride * (shape[axis] ?? 1);
      position[axis] = 0;
    }
  }
  return stretched;
}

function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(0);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis] ?? 1;
    strides[axis] = length === 1 ? 0 : step;
    step *= length;
  }
  return strides;
}
