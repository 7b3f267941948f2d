import { isOutsideUnit } from "./is-outside-unit.ts";

/** Whether one of the values is no probability. */
export function hasOutsideUnit(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) {
    if (isOutsideUnit(values[i] as number)) return true;
  }
  return false;
}
