import type { XAxis } from "../lines/chart-run.ts";
import type { XRange } from "../lines/x-range.ts";
import { placeNumber, placeText } from "./place-text.ts";

/** A stretch of an x axis, whichever end comes first: `epoch 3 – 12`, `1 h 2 min – 1 h 10 min`. */
export function rangeText({ min, max }: XRange, xAxis: XAxis): string {
  const range = { min: Math.min(min, max), max: Math.max(min, max) };
  return `${placeText(range.min, xAxis, range)} – ${placeNumber(range.max, xAxis, range)}`;
}
