import type { RunWriter } from "@epochal/record";
import type { EpochalCallback } from "../arranging/epochal-callback.ts";
import type { FitObserving } from "../arranging/fit-observing.ts";
import { meterOf } from "../recording/cost-meter.ts";
import { FitObserver } from "./fit-observer.ts";
import { metered } from "./metered.ts";

/** Observes every run that the callbacks of a fit record into, and measures what that costs. */
export const runObserving: FitObserving = { observersOf, metered, beginReading };

/** One observer for each run. */
function observersOf(callbacks: readonly EpochalCallback[]): EpochalCallback[] {
  return runsOf(callbacks).map((run) => new FitObserver(run) as object as EpochalCallback);
}

function beginReading(readers: readonly EpochalCallback[]): () => void {
  if (!readers.every(({ isRecorder }) => isRecorder)) return () => {};
  const ends = runsOf(readers).map((run) => meterOf(run)?.begin());
  return () => {
    for (const end of ends) end?.();
  };
}

function runsOf(callbacks: readonly EpochalCallback[]): RunWriter[] {
  const runs = new Set(callbacks.map((callback) => callback.recordsInto?.()));
  return [...runs].filter((run) => run !== undefined);
}
