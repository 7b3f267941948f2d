import { formatValue, shownEpoch, waitWords } from "@epochal/conclusions";
import { fromJsonNumber, toJsonNumber } from "@epochal/record";
import type { Logs } from "@tensorflow/tfjs";
import { printLine } from "../host/print-line.ts";
import { checkOptimizer } from "../optimizer/check-optimizer.ts";
import { learningRateOf } from "../optimizer/learning-rate-of.ts";
import { setLearningRate } from "../optimizer/set-learning-rate.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { MonitorCallback, type MonitorCallbackArgs } from "./monitor-callback.ts";

export interface ReduceLROnPlateauArgs extends MonitorCallbackArgs {
  /**
   * The factor of each cut, in (0, 1).
   *
   * @default 0.1
   */
  readonly factor?: number;
  /**
   * Epochs without improvement after which the learning rate is cut. 0 means the same as 1.
   *
   * @default 10
   */
  readonly patience?: number;
  /**
   * What a value must exceed the best one by to count as better. Of a negative number the absolute value counts.
   *
   * @default 1e-4
   */
  readonly minDelta?: number;
  /**
   * Epochs after a cut in which nothing counts. As in Keras, the first of them is the cut's own: 1 does nothing.
   *
   * @default 0
   */
  readonly cooldown?: number;
  /**
   * The learning rate is never cut below this.
   *
   * @default 0
   */
  readonly minLr?: number;
  /**
   * Whether to print a line at each cut.
   *
   * @default 0
   */
  readonly verbose?: boolean | 0 | 1 | 2;
}

const { key, finite, count, mode, notNegative, share, verbose, run } = optionRules;
const rules = {
  monitor: key,
  factor: share,
  patience: count,
  verbose,
  mode,
  minDelta: finite,
  cooldown: count,
  minLr: notNegative,
  run,
};

/**
 * Cuts the learning rate when a monitored value has stopped improving.
 *
 * After `patience` epochs in which the value was not better than the best one by more than `minDelta`, the learning rate
 * becomes `max(rate · factor, minLr)`. Writes `learning_rate` into the logs of each epoch: the rate it was trained with.
 * Works with every optimizer of TensorFlow.js. A second `fit()` starts counting anew, with the rate as it is.
 *
 * As `ReduceLROnPlateau` of Keras 3.16; but a value that is not finite never is the best.
 *
 * @throws TypeError or RangeError when an option is unknown or out of range
 * @throws RangeError when training begins, as `EarlyStopping`
 * @example
 * ```ts
 * const reduce = new ReduceLROnPlateau({ monitor: "val_auc", factor: 0.5, patience: 3 });
 * reduce.wait; // 0
 * ```
 */
export class ReduceLROnPlateau extends MonitorCallback {
  /** The best value so far, or undefined before there is one. */
  best: number | undefined;
  /** Epochs without improvement since the last cut. */
  wait = 0;
  /** Epochs left in which nothing counts. */
  cooldownCounter = 0;
  readonly #factor: number;
  readonly #patience: number;
  readonly #cooldown: number;
  readonly #minLr: number;
  readonly #verbose: boolean;

  constructor(given: ReduceLROnPlateauArgs = {}) {
    const args = takeOptions("ReduceLROnPlateau", given, rules, new.target !== ReduceLROnPlateau);
    super({ minDelta: 1e-4, ...args });
    this.#factor = args.factor ?? 0.1;
    this.#patience = args.patience ?? 10;
    this.#cooldown = args.cooldown ?? 0;
    this.#minLr = args.minLr ?? 0;
    this.#verbose = Boolean(args.verbose);
  }

  override addsLogs(): boolean {
    return true;
  }

  override async onTrainBegin(): Promise<void> {
    await super.onTrainBegin();
    checkOptimizer("ReduceLROnPlateau", this.trainedModel());
    this.best = undefined;
    this.wait = 0;
    this.cooldownCounter = 0;
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    const isEmpty = Object.keys(logs).length === 0;
    const rate = learningRateOf(this.trainedModel());
    if (rate !== undefined) logs.learning_rate = rate;
    if (this.direction === undefined || isEmpty) return;
    const value = this.monitored(epoch, logs);
    if (value === undefined) return;
    if (this.cooldownCounter > 0) {
      this.cooldownCounter--;
      this.wait = 0;
    }
    if (this.improves(value, this.best)) {
      this.best = value;
      this.wait = 0;
    } else if (this.cooldownCounter === 0) {
      this.wait++;
      if (this.wait >= this.#patience && rate !== undefined && rate > this.#minLr) {
        this.#cut(epoch, rate);
      }
    }
  }

  override getState(): unknown {
    const { best, wait, cooldownCounter } = this;
    return { best: best === undefined ? null : toJsonNumber(best), wait, cooldownCounter };
  }

  override setState(state: unknown): void {
    const { best, wait, cooldownCounter } = Object(state) as Record<string, unknown>;
    this.best = best === null ? undefined : fromJsonNumber(best);
    this.wait = Number(wait);
    this.cooldownCounter = Number(cooldownCounter);
  }

  #cut(epoch: number, from: number): void {
    const to = Math.max(from * this.#factor, this.#minLr);
    setLearningRate(this.trainedModel(), to);
    const { monitor, best, wait } = this;
    const waited = waitWords([{ monitor, wait, ...(best !== undefined && { best }) }]);
    const reason = `ReduceLROnPlateau: ${waited}`;
    this.run.event({ type: "learning_rate", epoch, from, to, reason });
    if (this.#verbose) {
      printLine(
        `Epoch ${shownEpoch(epoch)}: ReduceLROnPlateau reducing learning rate to ${formatValue(to)}.`,
      );
    }
    this.cooldownCounter = this.#cooldown;
    this.wait = 0;
  }
}
