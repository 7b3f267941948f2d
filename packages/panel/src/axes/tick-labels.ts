import { formatCount } from "@epochal/conclusions";
import { formatTick, MOST_DIGITS, tickValue } from "./format-tick.ts";

/** A label may be so far from its tick, as a part of the way to the next one. */
const OFF = 1 / 20;

/** Pixels that a label takes up, about: of the page's font in this size, whose digits are all as wide. */
export function labelWidth(label: string, size: number): number {
  const widths = [...label].map((one) => (/[-.,]/.test(one) ? 0.42 : one === "M" ? 0.9 : 0.64));
  return size * widths.reduce((sum, width) => sum + width, 0);
}

/** What the ticks of an axis say: each as short as it can be so that no two read the same, and none stands beside what it says. */
export function tickLabels(values: readonly number[]): readonly string[] {
  const sorted = [...values].sort((a, b) => a - b);
  const apart = sorted.slice(1).map((value, i) => value - (sorted[i] ?? value));
  const least = Math.min(...apart.filter((each) => each > 0));
  let digits = 4;
  const isOff = (value: number) => Math.abs(tickValue(value, digits) - value) > least * OFF;
  while (digits < MOST_DIGITS && values.some(isOff)) digits++;
  // `25,001` reads better than `25.001k`.
  const isCount =
    digits > 4 && values.every((value) => Number.isInteger(value) && Math.abs(value) < 1e9);
  return values.map((value) => (isCount ? formatCount(value) : formatTick(value, digits)));
}
