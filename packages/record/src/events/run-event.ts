import type * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { batchMeansEvent } from "./batch-means-event.ts";
import { cardEvent } from "./card-event.ts";
import { checkpointEvent } from "./checkpoint-event.ts";
import { earlyStoppingEvent } from "./early-stopping-event.ts";
import { fitEvent } from "./fit-event.ts";
import { graphEvent } from "./graph-event.ts";
import { hiddenEvent } from "./hidden-event.ts";
import { histogramEvent } from "./histogram-event.ts";
import { learningRateEvent } from "./learning-rate-event.ts";
import { nonFiniteEvent } from "./non-finite-event.ts";
import { noteEvent } from "./note-event.ts";
import { outputEvent } from "./output-event.ts";
import { partialEpochEvent } from "./partial-epoch-event.ts";
import { prunedEvent } from "./pruned-event.ts";
import { recordingThinnedEvent } from "./recording-thinned-event.ts";
import { requestEvent } from "./request-event.ts";
import { resumedEvent } from "./resumed-event.ts";
import { stoppedEarlyEvent } from "./stopped-early-event.ts";
import { tensorLeakEvent } from "./tensor-leak-event.ts";
import { updatedEvent } from "./updated-event.ts";
import { warningEvent } from "./warning-event.ts";
import { weightsRestoredEvent } from "./weights-restored-event.ts";

/** Each event that there is, by its type. A field that is added later must be optional: what older versions wrote stays readable. */
export const runEvents = {
  fit: fitEvent,
  early_stopping: earlyStoppingEvent,
  stopped_early: stoppedEarlyEvent,
  weights_restored: weightsRestoredEvent,
  learning_rate: learningRateEvent,
  checkpoint: checkpointEvent,
  non_finite: nonFiniteEvent,
  warning: warningEvent,
  histogram: histogramEvent,
  resumed: resumedEvent,
  card: cardEvent,
  partial_epoch: partialEpochEvent,
  tensor_leak: tensorLeakEvent,
  recording_thinned: recordingThinnedEvent,
  request: requestEvent,
  note: noteEvent,
  graph: graphEvent,
  updated: updatedEvent,
  pruned: prunedEvent,
  batch_means: batchMeansEvent,
  output: outputEvent,
  hidden: hiddenEvent,
} as const;

/**
 * A decision or an incident of a run. Its epochs are the run's: those of a second `fit()` go on where the first one ended, whatever
 * the fit itself calls them.
 */
export type RunEvent = Frozen<v.InferOutput<(typeof runEvents)[keyof typeof runEvents]>>;
