import type { RunWriter } from "@epochal/record";
import type { CustomCallback, LayersModel, Logs } from "@tensorflow/tfjs";
import type { FitContext } from "./fit-context.ts";

/** What the training loop knows of this package's callbacks beyond TensorFlow.js' hooks. */
export interface EpochalCallback extends CustomCallback {
  /** All callbacks of the `fit()` that is about to begin, this one among them. */
  setSiblings?(callbacks: readonly object[]): void;
  /** The run it records into. */
  recordsInto?(): RunWriter | undefined;
  /** Whether it does nothing but record: then all its time is what tracking costs. */
  readonly isRecorder?: boolean;
  /** Whether `onBatchEnd` will read the logs of this batch. */
  readsBatchLogs?(batch: number): boolean;
  /** Called before anything else in a `fit()`. Throws where the callback cannot work. */
  preflight?(context: FitContext): void;
  /** Called after the preflight of all callbacks. May change the model, and the epoch that training begins with. */
  prepareFit?(model: LayersModel, initialEpoch: number): Promise<number>;
  /** How many batches of the epoch were done before the fit began. */
  batchOffset?(): number;
  /** Called after `onTrainBegin` of all callbacks. */
  afterTrainBegin?(): Promise<void>;
  /** Called after `onBatchEnd` of all callbacks. */
  afterBatch?(batch: number, logs: Logs): Promise<void>;
  /** Called after `onEpochEnd` of all callbacks. */
  afterEpoch?(epoch: number, logs: Logs): Promise<void>;
  /** Called when training ended with this error, in place of `onTrainEnd`. */
  onTrainError?(error: unknown): Promise<void> | void;
}

/** Marks a callback for every copy of this package that one program may hold. */
export const callbackMarker: unique symbol = Symbol.for("epochal.callback") as never;

/** Marks a callback that only watches a fit: it adds nothing to the logs. */
export const watcherMarker: unique symbol = Symbol.for("epochal.watcher") as never;

export function isEpochalCallback(value: unknown): value is EpochalCallback {
  return typeof value === "object" && value !== null && callbackMarker in value;
}
