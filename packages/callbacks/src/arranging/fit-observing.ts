import type { CustomCallback } from "@tensorflow/tfjs";
import type { EpochalCallback } from "./epochal-callback.ts";

/** Watches a fit that is recorded. */
export interface FitObserving {
  /** The observers of the runs that these callbacks record into. */
  observersOf(callbacks: readonly EpochalCallback[]): EpochalCallback[];
  /** The callback, with its time measured where it only records. */
  metered(callback: CustomCallback): CustomCallback;
  /** Starts counting the time of reading logs as a cost of tracking, where they are read only to be recorded. */
  beginReading(readers: readonly EpochalCallback[]): () => void;
}

let observing: FitObserving = {
  observersOf: () => [],
  metered: (callback) => callback,
  beginReading: () => () => {},
};

/** Set by the callbacks, so that a page that imports one metric alone does not load what watches them. */
export function observeFits(by: FitObserving): void {
  observing = by;
}

export function fitObserving(): FitObserving {
  return observing;
}
