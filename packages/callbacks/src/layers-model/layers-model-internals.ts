import type { Scalar, Tensor } from "@tensorflow/tfjs";

export type MetricFunction = (yTrue: Tensor, yPred: Tensor) => Tensor;
export type BatchFunction = (data: Tensor[]) => Scalar[];
/** The options of `fit()` or `fitDataset()`, as far as they matter here. */
export type StockFitArgs =
  | { callbacks?: unknown; yieldEvery?: unknown; initialEpoch?: number; verbose?: unknown }
  | null
  | undefined;

/** What this package uses of TensorFlow.js' `LayersModel` beyond its published types. */
export interface LayersModelInternals {
  metricsNames: string[];
  /** The metric functions, those of `metricsNames` from the second on, each with the index of its output. */
  metricsTensors: [MetricFunction, number][];
  /** The loss of each output. */
  lossFunctions: MetricFunction[];
  testFunction: BatchFunction;
  readonly inputs: readonly unknown[];
  readonly inputNames: string[];
  readonly outputNames: string[];
  readonly outputs: readonly { readonly shape: readonly (number | null)[] }[];
  /** Undefined until the model is compiled. */
  readonly optimizer: unknown;
  /** Whether a fit runs. */
  readonly isTraining: boolean;
  readonly loss: unknown;
  /** As `compile()` was given them. */
  readonly metrics: unknown;
  compile(args: unknown): void;
  fit(x: unknown, y: unknown, args?: StockFitArgs): Promise<unknown>;
  fitDataset(dataset: unknown, args: StockFitArgs): Promise<unknown>;
  getDedupedMetricsNames(): string[];
  makeTrainFunction(): BatchFunction;
  makeTestFunction(): void;
  /** The data of `fit()` as a tensor for each input and each output, and the weights that `classWeight` gives the samples. */
  standardizeUserData(
    x: unknown,
    y: unknown,
    sampleWeight: null,
    classWeight: unknown,
    checkBatchAxis: boolean,
    batchSize: number | undefined,
  ): Promise<[Tensor[], Tensor[], (Tensor | null)[] | null]>;
  /** The same without weights, at once. */
  standardizeUserDataXY(
    x: unknown,
    y: unknown,
    checkBatchAxis: boolean,
    batchSize: number | undefined,
  ): [Tensor[], Tensor[]];
  evaluate(x: unknown, y: unknown, args?: unknown): Scalar | Scalar[];
  testLoop(batch: BatchFunction, ...rest: unknown[]): Scalar[];
  evaluateDataset(dataset: unknown, args?: unknown): Promise<Scalar | Scalar[]>;
  /** What `save()` writes of the compile arguments, and what loading makes of it. */
  getTrainingConfig(): object;
  loadTrainingConfig(config: object): void;
}

const needed = [
  "compile",
  "fit",
  "fitDataset",
  "getDedupedMetricsNames",
  "makeTrainFunction",
  "makeTestFunction",
  "standardizeUserData",
  "standardizeUserDataXY",
  "evaluate",
  "testLoop",
  "evaluateDataset",
  "getTrainingConfig",
  "loadTrainingConfig",
] as const satisfies (keyof LayersModelInternals)[];

/** A model as its training loop sees it. */
export function internalsOf(model: object): LayersModelInternals {
  return model as LayersModelInternals;
}

/** The model that trains: of a `Sequential`, the one within it. */
export function trainedModelOf(model: object): object {
  return (model as { model?: object }).model ?? model;
}

/** The methods that are used of a `LayersModel` and that the one of this prototype lacks. */
export function missingMethods(prototype: object): readonly string[] {
  return needed.filter((name) => typeof internalsOf(prototype)[name] !== "function");
}
