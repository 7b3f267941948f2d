import type { LogPosition, RunEnd, RunWriter, SeriesDescription } from "@epochal/record";
import type { RecordOptions } from "./card/record-options.ts";
import type { GivenConfig, OfMetrics, StoreTypes } from "./store-types.ts";

export type { RunEnd } from "@epochal/record";

export interface RunOptions<Types extends StoreTypes = StoreTypes> {
  /** Runs of one project are compared with each other. */
  readonly project: string;
  /**
   * @default what the config has otherwise than the run before in its project, such as `lr 0.01, 64 units`; the project and the start
   * time where nothing differs. A name that a run of the project has already gets a number
   */
  readonly name?: string;
  /** Hyperparameters, nested as you like; a leaf is a param. */
  readonly config?: GivenConfig<Types>;
  readonly tags?: readonly string[];
  readonly notes?: string;
  /**
   * When a run that was recorded elsewhere was started: a date, or epoch milliseconds. Its times are then the given ones: it
   * lasts from here to the last `log(values, { at })`, or to the `at` of `finish()`.
   *
   * @default now
   */
  readonly startedAt?: Date | number;
  /**
   * What the run records on its own: its card (versions, code, data, …), and of each epoch time, memory and cost. `false` turns
   * a part off, or all of them; `arguments` and `environment` also take names whose values may be recorded.
   *
   * @default true
   */
  readonly record?: RecordOptions;
}

/** A run being recorded. Satisfies the callbacks' `RunWriter`. */
export interface Run<Types extends StoreTypes = StoreTypes> extends RunWriter {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  log(values: OfMetrics<Types, number>, position?: LogPosition): void;
  describe(series: OfMetrics<Types, SeriesDescription>): void;
  /**
   * Runs `fn` and records how it ended: finished, stopped early (with the reason), failed (with the error) or interrupted
   * (Ctrl-C, SIGTERM or SIGHUP, also while `fn` computes; the process then ends as it would have). Returns what `fn` returns
   * and throws what it throws, and nothing else: the store reports how many steps it could not keep.
   */
  track<T>(fn: () => T | Promise<T>): Promise<T>;
  /**
   * Waits until everything that this run has logged is in the store and on disk.
   *
   * @throws StoreError `not_kept` where steps of it are not on disk, with their number; `store_busy` where all of them are in the
   * journal, and the database cannot be written
   */
  flush(): Promise<void>;
  /**
   * Ends the run and waits as `flush` does. A second call changes nothing. Where the database cannot be written, the store says
   * so, and folds the journal later.
   *
   * @throws StoreError `not_kept` where steps of it are not on disk, with their number
   */
  finish(end?: RunEnd): Promise<void>;
}
