import type { RunWriter } from "../run/run-writer.ts";
import { checkOptions } from "./check-options.ts";
import { optionRules } from "./option-rules.ts";

export interface EarlyStoppingArgs {
  /**
   * The log key to watch, as it appears in the logs.
   *
   * @default "val_loss"
   */
  readonly monitor?: string;
  /**
   * What a value must exceed the best one by to count as better. Of a negative number the absolute value counts.
   *
   * @default 0
   */
  readonly minDelta?: number;
  /**
   * Epochs without improvement after which training stops. 0 means the same as 1.
   *
   * @default 0
   */
  readonly patience?: number;
  /**
   * Whether to print a line when training stops and when weights are restored.
   *
   * @default 0
   */
  readonly verbose?: boolean | 0 | 1 | 2;
  /**
   * Which way the value is better; `"auto"` asks the metric.
   *
   * @default "auto"
   */
  readonly mode?: "auto" | "max" | "min";
  /**
   * A value to reach: epochs count as without improvement until one is better than this.
   *
   * @default absent: none
   */
  readonly baseline?: number;
  /**
   * Whether the model gets the weights of its best epoch back when training ends, however it ends.
   *
   * @default false
   */
  readonly restoreBestWeights?: boolean;
  /**
   * The first epoch that counts. Values of earlier epochs are ignored.
   *
   * @default 0
   */
  readonly startFromEpoch?: number;
  /**
   * The run to record the trace, the stop and the restored weights into.
   *
   * @default absent: nothing is recorded
   */
  readonly run?: RunWriter;
}

export type EarlyStoppingOptions = Required<Omit<EarlyStoppingArgs, "run" | "baseline">> &
  Pick<EarlyStoppingArgs, "run" | "baseline">;

const defaults = {
  monitor: "val_loss",
  minDelta: 0,
  patience: 0,
  verbose: 0,
  mode: "auto",
  restoreBestWeights: false,
  startFromEpoch: 0,
} as const;

const { key, finite, count, verbose, mode, flag, run } = optionRules;
const rules = {
  monitor: key,
  minDelta: finite,
  patience: count,
  verbose,
  mode,
  restoreBestWeights: flag,
  startFromEpoch: count,
  baseline: finite,
  run,
};

/** The options with their defaults. Throws a `TypeError` or `RangeError` that names the first bad one. */
export function earlyStoppingOptions(args: EarlyStoppingArgs): EarlyStoppingOptions {
  checkOptions("EarlyStopping", args, rules);
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const options: EarlyStoppingOptions = { ...defaults, ...Object.fromEntries(given) };
  return { ...options, minDelta: Math.abs(options.minDelta) };
}
