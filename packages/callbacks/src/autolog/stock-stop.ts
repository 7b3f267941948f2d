import { type StoppedEarlyEvent, toJsonNumber } from "@epochal/record";
import type { StockFitArgs } from "../layers-model/layers-model-internals.ts";

/** What TensorFlow.js' own EarlyStopping knows of itself. */
interface StockEarlyStopping {
  readonly monitor: string;
  readonly patience: number;
  readonly minDelta: number;
  readonly best: number;
  readonly wait: number;
  readonly stoppedEpoch: number;
}

/** The event of a fit that TensorFlow.js' own EarlyStopping has stopped; undefined where it has not. */
export function stockStop(args: StockFitArgs): StoppedEarlyEvent | undefined {
  const given: unknown[] = [args?.callbacks ?? []].flat(Number.POSITIVE_INFINITY);
  const stopped = given.find(hasStopped);
  if (stopped === undefined) return undefined;
  const { monitor, best, wait, minDelta, stoppedEpoch: epoch } = stopped;
  const { epochs = 1 } = args as { epochs?: number };
  if (epoch + 1 >= epochs) return undefined;
  const told = toJsonNumber(best);
  return {
    type: "stopped_early",
    epoch,
    monitor,
    best: told,
    waited: [
      { monitor, best: told, wait, ...(minDelta !== 0 && { minDelta: Math.abs(minDelta) }) },
    ],
    reason: `${monitor} had not improved on ${best} for ${wait} epochs`,
  };
}

function hasStopped(given: unknown): given is StockEarlyStopping {
  if (typeof given !== "object" || given === null || "recordsInto" in given) return false;
  const { monitor, ...numbers } = given as StockEarlyStopping;
  const { patience, wait, best, minDelta, stoppedEpoch } = numbers;
  const all = [patience, wait, best, minDelta, stoppedEpoch];
  if (typeof monitor !== "string" || !all.every((each) => typeof each === "number")) return false;
  return wait > 0 && wait >= patience;
}
