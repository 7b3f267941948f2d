import type { SeriesValue } from "../run-summary.ts";
import { shownPlace } from "./shown-place.ts";

/**
 * Where a value was taken: `epoch 7`, or `step 40` where its epoch was not logged.
 *
 * @param per what its series has a value for. @default "epoch"
 */
export function placeWords(
  value: Pick<SeriesValue, "epoch" | "step">,
  per?: "epoch" | "batch",
): string {
  return `${value.epoch === undefined ? "step" : "epoch"} ${shownPlace(value, per)}`;
}
