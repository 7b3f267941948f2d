import type { RunWriter } from "@epochal/record";
import type { OptionRule } from "../options/option-rule.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";

/** One of several keys to watch. */
export interface MonitorSpec {
  readonly key: string;
  /** @default "auto" */
  readonly mode?: "auto" | "max" | "min";
  /** @default 0 */
  readonly minDelta?: number;
}

export interface EarlyStoppingArgs {
  /**
   * The log key to watch, as it appears in the logs; or several, the first of which decides which weights are best.
   *
   * @default "val_loss"
   */
  readonly monitor?: string | readonly MonitorSpec[];
  /**
   * With several keys, whether training stops when `"all"` of them have stopped improving, or `"any"`.
   *
   * @default "all"
   */
  readonly combine?: "all" | "any";
  /**
   * Values that are good enough: training stops after an epoch that reaches all of them.
   *
   * @default absent: none
   */
  readonly until?: Readonly<Record<string, number>>;
  /**
   * Training stops after the epoch in which this many minutes have passed.
   *
   * @default absent: it may take any time
   */
  readonly maxMinutes?: number;
  /**
   * What a value must exceed the best one by to count as better. Of a negative number the absolute value counts. `"ci"`
   * means half the width of the value's own 95 % confidence interval, for metrics that have one, such as `AUC`: then only
   * what is no accident counts.
   *
   * @default 0
   */
  readonly minDelta?: number | "ci";
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

type Absent = "run" | "baseline" | "until" | "maxMinutes";

export type EarlyStoppingOptions = Required<Omit<EarlyStoppingArgs, Absent | "monitor">> &
  Pick<EarlyStoppingArgs, Absent> & {
    readonly monitor: string;
    /** The keys watched beside the first. */
    readonly others: readonly MonitorSpec[];
  };

const defaults = {
  monitor: "val_loss",
  minDelta: 0,
  patience: 0,
  verbose: 0,
  mode: "auto",
  restoreBestWeights: false,
  startFromEpoch: 0,
  combine: "all",
} as const;

const monitor: OptionRule = {
  words: "a log key, or a list of { key, mode, minDelta }",
  Kind: TypeError,
  holds: (value) =>
    (typeof value === "string" && value !== "") || (Array.isArray(value) && value.length > 0),
};
const minDelta: OptionRule = {
  words: 'a finite number or "ci"',
  Kind: RangeError,
  holds: (value) => value === "ci" || (typeof value === "number" && Number.isFinite(value)),
};
const combine: OptionRule = {
  words: '"all" or "any"',
  Kind: RangeError,
  holds: (value) => value === "all" || value === "any",
};
const until: OptionRule = {
  words: "an object of finite numbers by log key",
  Kind: TypeError,
  holds: (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).length > 0 &&
    Object.values(value).every(Number.isFinite),
};
const { finite, positive, count, verbose, mode, flag, run } = optionRules;
const rules = {
  monitor,
  combine,
  until,
  maxMinutes: positive,
  minDelta,
  patience: count,
  verbose,
  mode,
  restoreBestWeights: flag,
  startFromEpoch: count,
  baseline: finite,
  run,
};

/** The options with their defaults. Throws a `TypeError` or `RangeError` that names the first bad one. */
export function earlyStoppingOptions(
  args: EarlyStoppingArgs,
  isExtended: boolean,
): EarlyStoppingOptions {
  const options = { ...defaults, ...takeOptions("EarlyStopping", args, rules, isExtended) };
  const { monitor: watched } = options;
  const [first, ...others] =
    typeof watched === "string" ? [{ key: watched }] : watched.map(monitorSpec);
  const delta = first?.minDelta ?? options.minDelta;
  return {
    ...options,
    monitor: first?.key ?? defaults.monitor,
    mode: first?.mode ?? options.mode,
    minDelta: typeof delta === "number" ? Math.abs(delta) : delta,
    others,
  };
}

const specRules = { key: optionRules.key, mode, minDelta: finite };

/** A key to watch, as it was given. */
function monitorSpec(given: MonitorSpec, i: number): MonitorSpec {
  const spec = takeOptions(`EarlyStopping: monitor[${i}]`, given, specRules);
  if (spec.key !== undefined) return spec;
  throw new TypeError(`EarlyStopping: monitor[${i}] must have a key. Received: none`);
}
