import { checkRun } from "../recording/check-run.ts";
import type { RunWriter } from "../run/run-writer.ts";
import { checkOptions } from "./check-options.ts";

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

/** The options with their defaults. Throws a `TypeError` or `RangeError` that names the first bad one. */
export function earlyStoppingOptions(args: EarlyStoppingArgs): EarlyStoppingOptions {
  checkOptions("EarlyStopping", args, [...Object.keys(defaults), "baseline", "run"]);
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const options: EarlyStoppingOptions = { ...defaults, ...Object.fromEntries(given) };
  const { monitor, minDelta, patience, verbose, mode, baseline, startFromEpoch } = options;
  if (typeof monitor !== "string" || monitor === "") {
    throw bad(TypeError, "monitor", "a log key", monitor);
  }
  if (!Number.isFinite(minDelta)) throw bad(RangeError, "minDelta", "a finite number", minDelta);
  if (!isCount(patience))
    throw bad(RangeError, "patience", "a whole number of 0 or more", patience);
  if (!isCount(startFromEpoch)) {
    throw bad(RangeError, "startFromEpoch", "a whole number of 0 or more", startFromEpoch);
  }
  if (![0, 1, 2, true, false].includes(verbose)) {
    throw bad(RangeError, "verbose", "0, 1, 2, true or false", verbose);
  }
  if (!["auto", "max", "min"].includes(mode)) {
    throw bad(RangeError, "mode", '"auto", "max" or "min"', mode);
  }
  if (baseline !== undefined && !Number.isFinite(baseline)) {
    throw bad(RangeError, "baseline", "a finite number", baseline);
  }
  if (typeof options.restoreBestWeights !== "boolean") {
    throw bad(TypeError, "restoreBestWeights", "true or false", options.restoreBestWeights);
  }
  checkRun("EarlyStopping", options.run);
  return { ...options, minDelta: Math.abs(minDelta) };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function bad(
  Kind: typeof TypeError | typeof RangeError,
  name: string,
  rule: string,
  got: unknown,
): Error {
  return new Kind(`EarlyStopping: ${name} must be ${rule}. Received: ${String(got)}`);
}
