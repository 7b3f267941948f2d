import type { HostArray } from "../../arrays/host-array.ts";

/** Whether predictions are one probability a sample, `[n]` or `[n, 1]`, and not one for each class. */
export function isOneColumn({ shape }: HostArray): boolean {
  return shape.length < 2 || shape.at(-1) === 1;
}
