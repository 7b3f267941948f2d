import type { HostArray } from "./host-array.ts";

/**
 * Brings two arrays to one rank where they differ by a last dimension of 1, by the rule of Keras 3.16: `[n]` becomes
 * `[n, 1]` beside `[n, 1]`, and of higher ranks the last 1 is dropped. Other shapes are returned as they are.
 */
export function alignRanks(a: HostArray, b: HostArray): readonly [HostArray, HostArray] {
  if (a.shape.length === b.shape.length + 1) {
    const [smaller, larger] = alignRanks(b, a);
    return [larger, smaller];
  }
  if (b.shape.length !== a.shape.length + 1 || b.shape.at(-1) !== 1) return [a, b];
  if (a.shape.length === 1) return [{ values: a.values, shape: [...a.shape, 1] }, b];
  return [a, { values: b.values, shape: b.shape.slice(0, -1) }];
}
