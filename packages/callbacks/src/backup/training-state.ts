import type { MetricState } from "../any-metric/metric-state.ts";
import type { OptimizerState } from "../optimizer/optimizer-state.ts";
import type { FitPlaceState } from "../recording/fit-place.ts";

/** Where a training stands, safe for JSON. The weights stand beside it. */
export interface TrainingState {
  /** In version 1 weights have no places: they stand in the order that `model.weights` had. */
  readonly version: 1 | 2;
  /** Grows with each backup of a training: of two, the higher one is newer. */
  readonly count: number;
  /** The epoch to go on with, counted from 0. */
  readonly epoch: number;
  /** How many of its batches are done. */
  readonly batch: number;
  readonly learningRate?: number;
  readonly optimizer?: OptimizerState;
  /** The seed of the order of the samples. */
  readonly seed?: number;
  /** Sums over the batches done, for the values of the interrupted epoch. */
  readonly totals?: { readonly seen: number; readonly sums: Readonly<Record<string, unknown>> };
  /** What the training metrics of the interrupted epoch have seen. */
  readonly metrics?: readonly MetricState[];
  /** The states of all callbacks, in their order. */
  readonly callbacks: readonly { readonly name: string; readonly state: unknown }[];
  /** Where the training stood in each of the runs it records into, in the order of the callbacks. Absent in older backups. */
  readonly places?: readonly FitPlaceState[];
  /** The values of the epochs done. */
  readonly history: {
    readonly epoch: readonly number[];
    readonly values: Readonly<Record<string, readonly unknown[]>>;
  };
  /** Of the weights. */
  readonly checksum: number;
}
