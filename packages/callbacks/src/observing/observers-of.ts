import type { EpochalCallback } from "../arranging/epochal-callback.ts";
import { FitObserver } from "./fit-observer.ts";

/** One observer for each run that these callbacks record into. */
export function observersOf(callbacks: readonly EpochalCallback[]): EpochalCallback[] {
  const runs = new Set(callbacks.map((callback) => callback.recordsInto?.()));
  return [...runs]
    .filter((run) => run !== undefined)
    .map((run) => new FitObserver(run) as object as EpochalCallback);
}
