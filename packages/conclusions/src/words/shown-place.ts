import { shownEpoch } from "../format/shown-epoch.ts";
import type { SeriesValue } from "../run-summary.ts";

/**
 * The number of the epoch in which a value was taken, counted from 1; of its step, as it was logged, where its epoch was not.
 *
 * @param per what its series has a value for. @default "epoch"
 */
export function shownPlace(
  { epoch, step }: Pick<SeriesValue, "epoch" | "step">,
  per?: "epoch" | "batch",
): number {
  return epoch === undefined ? step : shownEpoch(epoch, per);
}
