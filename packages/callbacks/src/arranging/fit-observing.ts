import type { CustomCallback } from "@tensorflow/tfjs";
import type { EpochalCallback } from "./epochal-callback.ts";

/** What watches a fit that is recorded. */
export interface FitObserving {
  /** The observers of the runs that these callbacks record into. */
  observersOf(callbacks: readonly EpochalCallback[]): EpochalCallback[];
  /** A callback whose time is measured, where it does nothing but record. */
  metered(callback: CustomCallback): CustomCallback;
  /** Starts counting the reading of logs as what tracking costs, where nobody needs them but to record them. */
  beginReading(readers: readonly EpochalCallback[]): () => void;
}

let observing: FitObserving = {
  observersOf: () => [],
  metered: (callback) => callback,
  beginReading: () => () => {},
};

/** Who needs no callbacks, such as a page that imports one metric, does not load what watches them. */
export function observeFits(by: FitObserving): void {
  observing = by;
}

export function fitObserving(): FitObserving {
  return observing;
}
