import { batchWords, epochWords, formatValue, shownEpoch } from "@epochal/conclusions";
import type { RunWriter } from "@epochal/record";
import { toJsonNumber } from "@epochal/record";
import { type Logs, tidy } from "@tensorflow/tfjs";
import { printLine } from "../host/print-line.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { RunRecorder } from "../recording/run-recorder.ts";
import { Callback } from "./callback.ts";

export interface TerminateOnNaNArgs {
  /**
   * Whether `fit()` fails with an error in place of ending early.
   *
   * @default false
   */
  readonly raiseError?: boolean;
  /**
   * Whether to look at the weights after each batch, too: a gradient that was not finite shows there, a batch before the
   * loss does. Reads all weights from the device.
   *
   * @default false
   */
  readonly checkWeights?: boolean;
  /**
   * The run to record the first value that is not finite into.
   *
   * @default absent: nothing is recorded
   */
  readonly run?: RunWriter;
}

const { flag, run } = optionRules;
const rules = { raiseError: flag, checkWeights: flag, run };

/**
 * Ends training after the first batch whose loss is NaN or infinite.
 *
 * Looks at the loss of the batch itself, and says which epoch and batch it was and what the loss was before. Reads the
 * loss of every batch from the device.
 *
 * As `TerminateOnNaN` of Keras 3.16, which looks at the running mean of the epoch, and at the loss alone.
 *
 * @throws TypeError when an option is unknown or out of range
 * @throws Error in training, with `raiseError`
 * @example
 * ```ts
 * const guard = new TerminateOnNaN({ checkWeights: true });
 * guard.reason; // undefined
 * ```
 */
export class TerminateOnNaN extends Callback {
  /** Why training was ended, in one sentence, or undefined where it was not. */
  reason: string | undefined;
  /** The epoch of the value, counted from 0. */
  epoch: number | undefined;
  /** The batch of the value within its epoch, counted from 0. */
  batch: number | undefined;
  readonly #raiseError: boolean;
  readonly #checkWeights: boolean;
  readonly #run: RunRecorder;
  #epoch = 0;
  #before: number | undefined;

  constructor(given: TerminateOnNaNArgs = {}) {
    super();
    const args = takeOptions("TerminateOnNaN", given, rules, new.target !== TerminateOnNaN);
    this.#raiseError = args.raiseError ?? false;
    this.#checkWeights = args.checkWeights ?? false;
    this.#run = new RunRecorder("TerminateOnNaN", args.run);
  }

  override recordsInto(): RunWriter | undefined {
    return this.#run.target;
  }

  override async onTrainBegin(): Promise<void> {
    this.#run.begin(this.model);
    this.reason = undefined;
    this.epoch = undefined;
    this.batch = undefined;
    this.#before = undefined;
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.#epoch = epoch;
  }

  override async onBatchEnd(batch: number, logs: Logs = {}): Promise<void> {
    const { loss } = logs;
    if (loss !== undefined && !Number.isFinite(loss)) {
      this.#terminate(batch, "loss", loss);
      return;
    }
    if (this.#checkWeights) {
      const found = this.#firstBadWeight();
      if (found !== undefined) {
        this.#terminate(batch, found.name, found.value);
        return;
      }
    }
    this.#before = loss;
  }

  #firstBadWeight(): { name: string; value: number } | undefined {
    return tidy(() => {
      for (const weight of this.trainedModel().trainableWeights) {
        const value = weight
          .read()
          .dataSync()
          .find((each) => !Number.isFinite(each));
        if (value !== undefined) return { name: weight.originalName, value };
      }
      return undefined;
    });
  }

  #terminate(batch: number, key: string, value: number): void {
    const epoch = this.#epoch;
    this.epoch = epoch;
    this.batch = batch;
    const before =
      this.#before === undefined ? "" : `, after a loss of ${formatValue(this.#before)}`;
    const what = key === "loss" ? "the loss" : `the weight ${key}`;
    const became = `${what} was ${formatValue(value)} in`;
    this.reason = `${became} ${epochWords(epoch)}, ${batchWords(batch)}${before}`;
    this.#run.event({
      type: "non_finite",
      epoch,
      batch,
      key,
      value: toJsonNumber(value),
      ...(this.#before === undefined || key !== "loss" ? {} : { before: this.#before }),
    });
    if (this.#raiseError) throw new Error(`TerminateOnNaN: ${this.reason}`);
    this.trainedModel().stopTraining = true;
    this.#run.event({
      type: "stopped_early",
      epoch,
      monitor: key,
      value: toJsonNumber(value),
      // What is stored names no epoch: the run counts its own, and the event has a field for it.
      reason: `${became} ${batchWords(batch)}${before}`,
    });
    printLine(
      `Epoch ${shownEpoch(epoch)}: invalid ${key === "loss" ? "loss" : "weights"}, terminating training: ${this.reason}.`,
    );
  }
}
