import { formatCount, formatDuration, formatMoment } from "@epochal/conclusions";
import type { XAxis } from "./chart-run.ts";
import { formatTick } from "./format-tick.ts";

/** A place of an x axis in words: `epoch 12`, `step 1,200`, `4 min 2 s`, `2026-05-01 09:05:07`. */
export function placeText(x: number, xAxis: XAxis): string {
  if (xAxis === "relative") return formatDuration(x);
  if (xAxis === "wall") return formatMoment(x);
  return `${xAxis} ${xAxis === "step" && Number.isInteger(x) ? formatCount(x) : formatTick(x)}`;
}
