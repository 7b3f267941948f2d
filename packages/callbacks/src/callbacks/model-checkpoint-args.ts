import type { io } from "@tensorflow/tfjs";
import type { OptionRule } from "../options/option-rule.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import type { KeepRule } from "../saving/checkpoint-list.ts";
import type { MonitorCallbackArgs } from "./monitor-callback.ts";

/** The time of a save, for a function in place of a path. */
export interface CheckpointMoment {
  /** Counted from 1, as in file names. */
  readonly epoch: number;
  /** Counted from 1 within the epoch; undefined at the end of an epoch. */
  readonly batch: number | undefined;
  readonly logs: Readonly<Record<string, number>>;
}

export interface ModelCheckpointArgs extends Omit<MonitorCallbackArgs, "minDelta"> {
  /**
   * Where to save: a folder (in Node, also without the native backend), a TensorFlow.js URL such as
   * `"indexeddb://best"`, or a function that gives a path or a handler. May hold placeholders as Python writes them, for
   * `epoch`, `batch`, both counted from 1, and every log key: `"models/{epoch:02d}-{val_auc:.4f}"`.
   */
  readonly filepath: string | ((moment: CheckpointMoment) => string | io.IOHandler);
  /**
   * Whether to save only where the monitored value is better than ever before.
   *
   * @default false
   */
  readonly saveBestOnly?: boolean;
  /**
   * Whether to save the weights without the layers; `loadWeights()` puts them back.
   *
   * @default false
   */
  readonly saveWeightsOnly?: boolean;
  /**
   * Whether the state of the optimizer is saved with the model, and its loss and metrics: `tf.loadLayersModel()` compiles it
   * with them, and it trains on. Left out are the metrics where one of them is not known by `registerMetric()`.
   *
   * @default false
   */
  readonly includeOptimizer?: boolean;
  /**
   * When to save: after each epoch, or after every so many batches, counted over all epochs.
   *
   * @default "epoch"
   */
  readonly saveFreq?: "epoch" | number;
  /**
   * The value that the first save must be better than.
   *
   * @default absent: the first one always is
   */
  readonly initialValueThreshold?: number;
  /**
   * How many checkpoints to leave where paths differ, `{ best: 1, last: 3 }`; others of its own it deletes.
   *
   * @default absent: all
   */
  readonly keep?: KeepRule;
  /**
   * Whether to print a line at each save.
   *
   * @default 0
   */
  readonly verbose?: boolean | 0 | 1 | 2;
}

const filepath: OptionRule = {
  words: "a path, a TensorFlow.js URL or a function",
  Kind: TypeError,
  holds: (value) => typeof value === "function" || (typeof value === "string" && value !== ""),
};
const keep: OptionRule = {
  words: "an object with best and last, whole numbers above 0",
  Kind: RangeError,
  holds: (value) => typeof value === "object",
};
const { key, mode, flag, frequency, finite, verbose, run } = optionRules;
const rules = {
  filepath,
  monitor: key,
  mode,
  saveBestOnly: flag,
  saveWeightsOnly: flag,
  includeOptimizer: flag,
  saveFreq: frequency,
  initialValueThreshold: finite,
  keep,
  verbose,
  run,
};
const keepRules = { best: optionRules.atLeastOne, last: optionRules.atLeastOne };

/** The options of `ModelCheckpoint`. Refuses what cannot work. */
export function checkpointOptions(
  given: ModelCheckpointArgs,
  isExtended: boolean,
): ModelCheckpointArgs {
  const options = takeOptions("ModelCheckpoint", given, rules, isExtended);
  const keep = options.keep && takeOptions("ModelCheckpoint: keep", options.keep, keepRules);
  const args = keep === undefined ? options : { ...options, keep };
  if (args.filepath === undefined) {
    throw new TypeError(`ModelCheckpoint: filepath must be ${filepath.words}. Received: nothing`);
  }
  if (args.saveWeightsOnly === true && args.includeOptimizer === true) {
    throw new TypeError(
      "ModelCheckpoint: includeOptimizer needs the whole model. Received: saveWeightsOnly with it",
    );
  }
  return args;
}
