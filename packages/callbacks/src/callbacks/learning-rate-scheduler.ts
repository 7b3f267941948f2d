import { formatValue, shownEpoch } from "@epochal/conclusions";
import type { RunWriter } from "@epochal/record";
import type { Logs } from "@tensorflow/tfjs";
import { printLine } from "../host/print-line.ts";
import { checkOptimizer } from "../optimizer/check-optimizer.ts";
import { learningRateOf } from "../optimizer/learning-rate-of.ts";
import { setLearningRate } from "../optimizer/set-learning-rate.ts";
import type { OptionRule } from "../options/option-rule.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { RunRecorder } from "../recording/run-recorder.ts";
import type { Schedule } from "../schedules/schedule.ts";
import { describeReceived } from "../text/describe-received.ts";
import { Callback } from "./callback.ts";

export interface LearningRateSchedulerArgs {
  /** Gives the learning rate from the number of the step, counted from 0, and the rate as it is. */
  readonly schedule: Schedule;
  /**
   * What a step is: an epoch, or a batch, counted over the whole training.
   *
   * @default "epoch"
   */
  readonly per?: "epoch" | "batch";
  /**
   * Whether to print a line at each epoch.
   *
   * @default 0
   */
  readonly verbose?: boolean | 0 | 1 | 2;
  /**
   * The run to record changes of epochs into.
   *
   * @default absent: nothing is recorded
   */
  readonly run?: RunWriter;
}

const per: OptionRule = {
  words: '"epoch" or "batch"',
  Kind: RangeError,
  holds: (value) => value === "epoch" || value === "batch",
};
const { hook, verbose, run } = optionRules;
const rules = { schedule: hook, per, verbose, run };

/**
 * Sets the learning rate before each epoch, or each batch, to what a schedule says.
 *
 * Works with every optimizer of TensorFlow.js. Writes `learning_rate` into the logs of each epoch: the rate of its end. The
 * schedule is a function of your own, or one of `exponentialDecay`, `stepDecay`, `cosineDecay` and `oneCycle`.
 *
 * As `LearningRateScheduler` of Keras 3.16, which refuses whole numbers and knows epochs only.
 *
 * @throws TypeError or RangeError when an option is unknown or out of range
 * @throws RangeError in training, when the schedule gives no finite number of 0 or more
 * @example
 * ```ts
 * const halving = new LearningRateScheduler({ schedule: (epoch, rate) => (epoch < 10 ? rate : rate / 2) });
 * halving.addsLogs(); // true
 * ```
 */
export class LearningRateScheduler extends Callback {
  readonly #schedule: Schedule;
  readonly #perBatch: boolean;
  readonly #verbose: boolean;
  readonly #run: RunRecorder;
  #batches = 0;

  constructor(given: LearningRateSchedulerArgs) {
    super();
    const isExtended = new.target !== LearningRateScheduler;
    const args = takeOptions("LearningRateScheduler", given, rules, isExtended);
    if (args.schedule === undefined) {
      throw new TypeError("LearningRateScheduler: schedule must be a function. Received: nothing");
    }
    this.#schedule = args.schedule;
    this.#perBatch = args.per === "batch";
    this.#verbose = Boolean(args.verbose);
    this.#run = new RunRecorder("LearningRateScheduler", args.run);
  }

  override recordsInto(): RunWriter | undefined {
    return this.#run.target;
  }

  override async onTrainBegin(): Promise<void> {
    checkOptimizer("LearningRateScheduler", this.trainedModel());
    this.#run.begin(this.model);
    this.#batches = 0;
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    if (this.#perBatch) return;
    const from = learningRateOf(this.trainedModel());
    const to = this.#apply(epoch, from);
    if (from !== undefined && to !== from) {
      const reason = "LearningRateScheduler: its schedule says so";
      this.#run.event({ type: "learning_rate", epoch, from, to, reason });
    }
    if (this.#verbose) {
      printLine(
        `Epoch ${shownEpoch(epoch)}: LearningRateScheduler setting learning rate to ${formatValue(to)}.`,
      );
    }
  }

  override async onBatchBegin(): Promise<void> {
    if (this.#perBatch) this.#apply(this.#batches, learningRateOf(this.trainedModel()));
    this.#batches++;
  }

  override async onEpochEnd(_epoch: number, logs: Logs = {}): Promise<void> {
    const rate = learningRateOf(this.trainedModel());
    if (rate !== undefined) logs.learning_rate = rate;
  }

  override getState(): unknown {
    return { batches: this.#batches };
  }

  override setState(state: unknown): void {
    this.#batches = Number((Object(state) as { batches?: unknown }).batches ?? 0);
  }

  #apply(step: number, rate: number | undefined): number {
    const to: unknown = this.#schedule(step, rate ?? Number.NaN);
    if (typeof to !== "number" || !(Number.isFinite(to) && to >= 0)) {
      throw new RangeError(
        `LearningRateScheduler: schedule must give a finite number of 0 or more. Received: ${describeReceived(to)} for step ${step}`,
      );
    }
    setLearningRate(this.trainedModel(), to);
    return to;
  }
}
