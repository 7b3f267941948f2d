import type { StockFitArgs } from "../layers-model/layers-model-internals.ts";

/** A call of `fit()` or `fitDataset()` of TensorFlow.js. */
export interface FitCall {
  /** The model that trains: of a `Sequential`, the one within it. */
  readonly model: object;
  /** Features and labels, or a dataset alone. */
  readonly x: unknown;
  readonly y: unknown;
  readonly args: StockFitArgs;
}

/** What is told of a fit. Nothing that it throws, and nothing that it answers, reaches the fit. */
export interface FitListener {
  /** Training begins: before the callbacks of the fit are told. `params` are what TensorFlow.js tells callbacks. */
  onTrainBegin(model: object, params: Readonly<Record<string, unknown>>): Promise<void>;
  /** All callbacks have been told that training begins. */
  afterTrainBegin(): Promise<void>;
  /** Before the callbacks of the fit are told. */
  onEpochBegin(epoch: number): Promise<void>;
  /** After them, with what TensorFlow.js has in the logs. It must leave the logs as they are. */
  onBatchEnd(batch: number, logs: Readonly<Record<string, unknown>>): Promise<void>;
  onEpochEnd(epoch: number, logs: Readonly<Record<string, unknown>>): Promise<void>;
  onTrainEnd(): Promise<void>;
  /** The fit was rejected, perhaps before training began. Whoever called it hears of that afterwards. */
  onError(error: unknown): Promise<void>;
}

/** Hears that a fit is called. Returns who is told of it, or undefined where nobody is. */
export type HearFit = (call: FitCall) => FitListener | undefined;
