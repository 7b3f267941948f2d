import type { LayersModel, Logs } from "@tensorflow/tfjs";
import { util } from "@tensorflow/tfjs";
import { learningRateOf } from "../optimizer/learning-rate-of.ts";
import { checkRun } from "../recording/check-run.ts";
import { describeSeries } from "../recording/describe-series.ts";
import { EpochRecorder } from "../recording/epoch-recorder.ts";
import type { RunWriter } from "../run/run-writer.ts";
import { Callback } from "./callback.ts";
import { checkOptions } from "./check-options.ts";

export interface TensorBoardArgs {
  /**
   * The run to record into.
   *
   * @default absent: nothing is recorded
   */
  readonly run?: RunWriter;
  /**
   * When values are recorded: once an epoch only, or also after every batch, or also after every so many batches.
   *
   * @default "epoch"
   */
  readonly updateFreq?: "epoch" | "batch" | number;
}

const notValues = new Set(["batch", "size"]);

/**
 * Records what one looks at while a model trains: the values of each epoch, its learning rate and its speed.
 *
 * Once an epoch, with the epoch as step: all log keys as they are emitted (`loss`, `val_auc` …), `learning_rate` and
 * `steps_per_second`, batches over the time from the epoch's begin to its end, validation included. With `updateFreq`
 * also `batch_loss` and a `batch_<metric>` each, whose step counts the batches of all trainings of this object.
 *
 * @throws TypeError when an option is unknown or `run` is no run writer
 * @throws RangeError when `updateFreq` is out of range
 * @example
 * ```ts
 * const board = new TensorBoard({ updateFreq: "batch" });
 * board.readsBatchLogs(0); // true
 * new TensorBoard().readsBatchLogs(0); // false
 * ```
 */
export class TensorBoard extends Callback {
  readonly #recorder: EpochRecorder;
  /** Batches from one record to the next; 0 where batches are not recorded. */
  readonly #every: number;
  #batches = 0;
  #epoch = 0;
  #epochBatches = 0;
  /** Batches of the coming epoch that were done before this fit. */
  #resumedBatches = 0;
  #epochStart = 0;
  #stepsPerEpoch: number | undefined;
  #described = "";

  constructor(args: TensorBoardArgs = {}) {
    super();
    checkOptions("TensorBoard", args, ["run", "updateFreq"]);
    checkRun("TensorBoard", args.run);
    const { updateFreq = "epoch" } = args;
    const isCount = Number.isSafeInteger(updateFreq) && Number(updateFreq) > 0;
    if (updateFreq !== "epoch" && updateFreq !== "batch" && !isCount) {
      throw new RangeError(
        `TensorBoard: updateFreq must be "epoch", "batch" or a whole number above 0. Received: ${String(updateFreq)}`,
      );
    }
    this.#every = updateFreq === "epoch" ? 0 : updateFreq === "batch" ? 1 : updateFreq;
    this.#recorder = new EpochRecorder("TensorBoard", args.run);
  }

  override addsLogs(): boolean {
    return false;
  }

  override readsBatchLogs(_batch: number): boolean {
    return this.#every > 0 && (this.#batches + 1) % this.#every === 0;
  }

  override async onTrainBegin(): Promise<void> {
    const { metrics, steps, samples, batchSize } = this.params ?? {};
    const keys = Array.isArray(metrics) ? metrics.map(String) : [];
    this.#recorder.begin([...keys, "learning_rate", "steps_per_second"], this.model);
    this.#described = "";
    this.#stepsPerEpoch =
      typeof steps === "number"
        ? steps
        : typeof samples === "number" && typeof batchSize === "number"
          ? Math.ceil(samples / batchSize)
          : undefined;
  }

  override getState(): unknown {
    return { batches: this.#batches, epochBatches: this.#epochBatches };
  }

  override setState(state: unknown): void {
    const { batches, epochBatches } = Object(state) as Record<string, unknown>;
    this.#batches = Number(batches ?? 0);
    this.#resumedBatches = Number(epochBatches ?? 0);
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.#epoch = epoch;
    this.#epochBatches = this.#resumedBatches;
    this.#resumedBatches = 0;
    this.#epochStart = util.now();
  }

  override async onBatchEnd(batch: number, logs: Logs = {}): Promise<void> {
    const isDue = this.readsBatchLogs(batch);
    this.#batches++;
    this.#epochBatches++;
    if (!isDue) {
      return;
    }
    const values = Object.fromEntries(
      Object.entries(logs)
        .filter(([key, value]) => !notValues.has(key) && typeof value === "number")
        .map(([key, value]) => [`batch_${key}`, value]),
    );
    const keys = Object.keys(values);
    if (keys.length === 0) {
      return;
    }
    if (keys.join() !== this.#described) {
      this.#described = keys.join();
      this.#recorder.run.describe(describeSeries(keys, this.model, "batch"));
    }
    this.#recorder.run.log(values, {
      step: this.#batches,
      ...(this.#stepsPerEpoch === undefined
        ? {}
        : { epoch: this.#epoch + this.#epochBatches / this.#stepsPerEpoch }),
    });
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    const seconds = (util.now() - this.#epochStart) / 1000;
    const learningRate = learningRateOf(this.model as LayersModel | null);
    this.#stepsPerEpoch ??= this.#epochBatches || undefined;
    this.#recorder.record(
      epoch,
      {
        ...logs,
        ...(learningRate === undefined ? {} : { learning_rate: learningRate }),
        ...(this.#epochBatches > 0 && seconds > 0
          ? { steps_per_second: this.#epochBatches / seconds }
          : {}),
      },
      this.model,
    );
  }
}
