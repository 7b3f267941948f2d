import type { FitEvent } from "@epochal/record";

/** How many epochs a run will have once this fit has trained all of its own; undefined where the fit was not told how many. */
export function plannedEpochs({
  epoch,
  initialEpoch,
  epochs,
}: Pick<FitEvent, "epoch" | "initialEpoch" | "epochs">): number | undefined {
  const planned = epoch + (epochs ?? Number.NaN) - initialEpoch;
  return Number.isFinite(planned) && planned > 0 ? planned : undefined;
}
