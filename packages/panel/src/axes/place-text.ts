import { formatCount, formatDuration, formatMoment } from "@epochal/conclusions";
import type { XAxis } from "../lines/chart-run.ts";
import type { XRange } from "../lines/x-range.ts";
import { formatTick, MOST_DIGITS, tickValue } from "./format-tick.ts";

/** Places so far apart, as a part of what is shown, never read the same. */
const APART = 1 / 500;

/**
 * A place of an x axis in words: `epoch 12`, `step 1,200`, `4 min 2 s`, `2026-05-01 09:05:07`.
 *
 * @param shown what is shown of the axis: the shorter it is, the more closely a place is told. @default as coarsely as people speak
 */
export function placeText(x: number, xAxis: XAxis, shown?: XRange): string {
  return xAxis === "epoch" || xAxis === "step"
    ? `${xAxis} ${placeNumber(x, xAxis, shown)}`
    : placeNumber(x, xAxis, shown);
}

/** The same without the word of the axis. */
export function placeNumber(x: number, xAxis: XAxis, shown?: XRange): string {
  const finest = shown && (shown.max - shown.min) * APART;
  if (xAxis === "relative") return formatDuration(x, finest);
  if (xAxis === "wall") return formatMoment(x, "local", finest);
  if (Number.isInteger(x)) return formatCount(x);
  // The mean of several steps is hardly a step.
  if (xAxis === "step" && Math.abs(x) >= 1000) return formatCount(Math.round(x));
  let digits = 4;
  const isCoarse = () => Math.abs(tickValue(x, digits) - x) > (finest ?? Infinity) / 2;
  while (digits < MOST_DIGITS && isCoarse()) digits++;
  return formatTick(x, digits);
}
