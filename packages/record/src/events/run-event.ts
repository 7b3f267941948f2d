import type { JsonNumber } from "../json/json-number.ts";
import type { RunCard } from "../run-card.ts";

/** A `fit()` began to train. A run may have several. */
export interface FitEvent {
  readonly type: "fit";
  /** The first epoch it trains. */
  readonly epoch: number;
  /** Which fit it is of those since the run was started or last resumed, counted from 0. */
  readonly fit: number;
  /** The same epoch as the fit counts them: its `initialEpoch`. */
  readonly initialEpoch: number;
  /** The `epochs` it was given: the one it ends before, as the fit counts them. */
  readonly epochs?: number;
  /** The model's name. */
  readonly model: string;
  /** How many of its parameters are trained: those of frozen layers are not. */
  readonly trainedParameters: number;
  readonly parameters: number;
}

/** One line of an early-stopping trace: what `EarlyStopping` saw at the end of an epoch, and how close it came. */
export interface EarlyStoppingEvent {
  readonly type: "early_stopping";
  readonly epoch: number;
  readonly monitor: string;
  readonly mode: "max" | "min";
  readonly value: JsonNumber;
  /** Absent until a finite value has been seen. */
  readonly best?: JsonNumber;
  readonly bestEpoch?: number;
  readonly minDelta: number;
  readonly baseline?: number;
  /** Epochs without improvement so far, this one included. */
  readonly wait: number;
  readonly patience: number;
  readonly improved: boolean;
  /** Where several values are watched: whether training stops when one of them is out of patience, or when all are. */
  readonly combine?: "all" | "any";
}

/** Training was ended by a callback before the last epoch asked for. */
export interface StoppedEarlyEvent {
  readonly type: "stopped_early";
  /** The epoch after which training stopped, counted from 0. */
  readonly epoch: number;
  /** What was watched; absent where somebody asked training to stop. */
  readonly monitor?: string;
  readonly value?: JsonNumber;
  readonly best?: JsonNumber;
  readonly bestEpoch?: number;
  /** One sentence a person understands. */
  readonly reason: string;
}

/** The weights of an earlier epoch were put back into the model. */
export interface WeightsRestoredEvent {
  readonly type: "weights_restored";
  /** The epoch whose weights the model now holds, counted from 0. */
  readonly epoch: number;
  readonly monitor: string;
  readonly value: JsonNumber;
}

/** The learning rate was changed. */
export interface LearningRateEvent {
  readonly type: "learning_rate";
  readonly epoch: number;
  readonly from: JsonNumber;
  readonly to: JsonNumber;
  /** One sentence: who changed it, and why. */
  readonly reason: string;
}

/** The model was saved. */
export interface CheckpointEvent {
  readonly type: "checkpoint";
  readonly epoch: number;
  /** The batch of the epoch after which it was saved, counted from 0. Absent at the end of an epoch. */
  readonly batch?: number;
  /** Where to, as TensorFlow.js loads it. */
  readonly path: string;
  /** The value that made it worth saving. */
  readonly monitor?: string;
  readonly value?: JsonNumber;
}

/** A value was not finite for the first time. */
export interface NonFiniteEvent {
  readonly type: "non_finite";
  readonly epoch: number;
  /** Counted from 0 within the epoch. */
  readonly batch?: number;
  readonly key: string;
  readonly value: JsonNumber;
  /** The value of this key before. */
  readonly before?: JsonNumber;
}

/** Something doubtful that did not stop training: a tracker error, a monitor that is missing in one epoch. */
export interface WarningEvent {
  readonly type: "warning";
  readonly message: string;
  readonly epoch?: number;
}

/** How many values of a weight, or of its change in this epoch, lie between the edges. */
export interface HistogramEvent {
  readonly type: "histogram";
  readonly epoch: number;
  /** `<weight>/histogram` or `<weight>/update_histogram`. */
  readonly key: string;
  /** One more than there are counts, ascending. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** A layer of a model. */
export interface GraphLayer {
  readonly name: string;
  /** Its class, as `Dense`. */
  readonly className: string;
  /** One for each output; null where the size depends on the batch. */
  readonly outputShapes: readonly (readonly (number | null)[])[];
  readonly parameters: number;
  /** The layers whose outputs it takes. */
  readonly inputs: readonly string[];
}

/** The layers of the model that trains. */
export interface GraphEvent {
  readonly type: "graph";
  /** The first epoch it trains for. */
  readonly epoch: number;
  readonly layers: readonly GraphLayer[];
}

/** The run goes on in another process after it had ended, or after its process was gone. */
export interface ResumedEvent {
  readonly type: "resumed";
  /** How often it has been resumed, this time included. */
  readonly segment: number;
  readonly epoch?: number;
}

/** Parts of the run's card; of a later `fit()` those that differ from the fit before. Of what is said twice the first counts for the run. */
export interface CardEvent {
  readonly type: "card";
  /** The fit that has said it, as in `FitEvent`; absent for the first one, and for the process. */
  readonly fit?: number;
  readonly epoch?: number;
  readonly card: RunCard;
}

/** An epoch that was not trained or not validated to its end. */
export interface PartialEpochEvent {
  readonly type: "partial_epoch";
  readonly epoch: number;
  /** Batches trained. */
  readonly batches: number;
  /** Of how many, where that is known. */
  readonly of?: number;
  /** One sentence: what is missing. */
  readonly reason: string;
}

/** Every epoch leaves more tensors behind than the one before. */
export interface TensorLeakEvent {
  readonly type: "tensor_leak";
  /** The first epoch that left some behind. */
  readonly epoch: number;
  readonly tensorsPerEpoch: number;
  readonly bytesPerEpoch: number;
}

/** From now on only every so many batches are recorded, because recording took too much of the training's time. */
export interface RecordingThinnedEvent {
  readonly type: "recording_thinned";
  readonly epoch: number;
  readonly batch: number;
  /** Batches from one record to the next. */
  readonly every: number;
  /** What recording took of the time until now, 0.016 for 1.6 %. */
  readonly share: number;
}

/** Somebody wanted something of the training, and got it or did not. */
export interface RequestEvent {
  readonly type: "request";
  /** The request's id. */
  readonly request: string;
  readonly want: "stop" | "save_weights";
  /** Who asked. */
  readonly by: string;
  readonly epoch: number;
  /** The batch after which it was heard, counted from 0. Absent at the end of an epoch. */
  readonly batch?: number;
  /** One sentence: what was done. */
  readonly outcome: string;
}

/** What somebody wants to remember about the run. */
export interface NoteEvent {
  readonly type: "note";
  readonly by: string;
  readonly text: string;
  readonly epoch?: number;
}

/**
 * A decision or an incident of a run. Its epochs are the run's: those of a second `fit()` go on where the first one ended, whatever
 * the fit itself calls them.
 */
export type RunEvent =
  | FitEvent
  | EarlyStoppingEvent
  | StoppedEarlyEvent
  | WeightsRestoredEvent
  | LearningRateEvent
  | CheckpointEvent
  | NonFiniteEvent
  | WarningEvent
  | HistogramEvent
  | ResumedEvent
  | CardEvent
  | PartialEpochEvent
  | TensorLeakEvent
  | RecordingThinnedEvent
  | RequestEvent
  | NoteEvent
  | GraphEvent;
