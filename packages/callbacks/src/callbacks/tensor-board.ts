import type { GraphLayer, RunWriter } from "@epochal/record";
import { type LayersModel, type Logs, util } from "@tensorflow/tfjs";
import { trainedModelOf } from "../layers-model/layers-model-internals.ts";
import { batchesPerEpoch } from "../observing/batches-per-epoch.ts";
import { learningRateOf } from "../optimizer/learning-rate-of.ts";
import { describeSeries } from "../recording/describe-series.ts";
import { EpochRecorder } from "../recording/epoch-recorder.ts";
import { type EventPosition, EventRecorder } from "../recording/event-recorder.ts";
import { RecordingThinner } from "../recording/recording-thinner.ts";
import { WeightHistograms } from "../recording/weight-histograms.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { Callback } from "./callback.ts";
import { type TensorBoardArgs, tensorBoardOptions } from "./tensor-board-args.ts";

/** What a `TensorBoard` remembers, safe for JSON. */
interface TensorBoardState extends EventPosition {
  readonly batches: number;
  /** The batches of the epoch that is not done yet. */
  readonly epochBatches: number;
}

const notValues = new Set(["batch", "size"]);

/**
 * Records values, histograms and layers while a model trains, into a run, into event files for TensorBoard, or both.
 *
 * A `run` gets once an epoch, with the run's epoch as step: all log keys as they are emitted (`loss`, `val_auc` …),
 * `learning_rate` and `steps_per_second`, batches over the time from the epoch's begin to its end, validation included. With
 * `updateFreq` also `batch_loss` and a `batch_<metric>` each, whose step counts the batches of all fits into the run. Both go
 * on growing from `fit()` to `fit()`, unless `initialEpoch` continues them already. With `histogramFreq` a histogram of each
 * weight and of its change in that epoch; with `writeGraph` the layers.
 *
 * A `logDir` gets files as Keras 3.16 lays them out, without TensorFlow: `train/` and, where there is validation data,
 * `validation/`, with the tags `epoch_<metric>`, `epoch_learning_rate`, `evaluation_<metric>_vs_iterations`, `batch_<metric>`,
 * `<weight>/histogram` and the graph `keras`. Unlike there, steps go on growing in a second `fit()`, and there is
 * `<weight>/update_histogram` too. They are written at the end of each epoch, and every few seconds within one.
 *
 * @throws TypeError when an option is unknown or of a wrong type
 * @throws RangeError when `updateFreq` or `histogramFreq` is out of range
 * @throws Error when training begins and there is no file system for `logDir`, or it cannot be made
 * @example
 * ```ts
 * const board = new TensorBoard({ logDir: "logs", updateFreq: "batch" });
 * board.readsBatchLogs(0); // true
 * new TensorBoard({ logDir: "logs" }).readsBatchLogs(0); // false
 * ```
 */
export class TensorBoard extends Callback {
  readonly isRecorder = true;
  readonly #recorder: EpochRecorder;
  readonly #events: EventRecorder;
  readonly #isRecorded: boolean;
  /** Batches from one record to the next; 0 where batches are not recorded. */
  #every: number;
  readonly #thinning: RecordingThinner | undefined;
  readonly #histogramFreq: number;
  readonly #writesGraph: boolean;
  readonly #writesSpeed: boolean;
  readonly #histograms: WeightHistograms = new WeightHistograms();
  #batches = 0;
  /** Those of this fit. */
  #fitBatches = 0;
  #batchStart = 0;
  #epoch = 0;
  #epochBatches = 0;
  /** Batches of the coming epoch that were done before this fit. */
  #resumedBatches = 0;
  #epochStart = 0;
  #isFirstEpoch = true;
  #stepsPerEpoch: number | undefined;
  #described = "";
  /** The model whose layers are recorded already. */
  #drawn: LayersModel | undefined;

  constructor(given: TensorBoardArgs = {}) {
    super();
    const args = tensorBoardOptions(given, new.target !== TensorBoard);
    const { run, logDir, updateFreq = "epoch" } = args;
    this.#every = updateFreq === "epoch" ? 0 : updateFreq === "batch" ? 1 : updateFreq;
    this.#thinning =
      updateFreq === "batch" && run !== undefined ? new RecordingThinner(run) : undefined;
    this.#histogramFreq = args.histogramFreq ?? 0;
    this.#writesGraph = args.writeGraph ?? true;
    this.#writesSpeed = args.writeStepsPerSecond ?? false;
    this.#recorder = new EpochRecorder("TensorBoard", run);
    this.#events = new EventRecorder(logDir);
    this.#isRecorded = run !== undefined || logDir !== undefined;
  }

  override recordsInto(): RunWriter | undefined {
    return this.#recorder.run.target;
  }

  override addsLogs(): boolean {
    return false;
  }

  override readsBatchLogs(_batch: number): boolean {
    return this.#every > 0 && (this.#batches + 1) % this.#every === 0;
  }

  override getState(): TensorBoardState {
    const [batches, epochBatches] = [this.#batches, this.#epochBatches];
    return { batches, epochBatches, ...this.#events.position };
  }

  override setState(state: TensorBoardState): void {
    this.#batches = state.batches;
    this.#resumedBatches = state.epochBatches;
    this.#events.position = state;
  }

  override async onTrainBegin(): Promise<void> {
    const { metrics } = this.params ?? {};
    const keys = Array.isArray(metrics) ? metrics.map(String) : [];
    this.#recorder.begin([...keys, "learning_rate", "steps_per_second"], this.model);
    this.#described = "";
    this.#isFirstEpoch = true;
    this.#fitBatches = 0;
    this.#stepsPerEpoch = batchesPerEpoch(this.params);
    this.#thinning?.begin();
    await this.#events.open();
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    const model = this.model as LayersModel | null;
    if (this.#isFirstEpoch) {
      this.#isFirstEpoch = false;
      this.#events.begin(epoch, model);
      this.#draw(epoch, model);
    }
    if (model !== null && this.#hasHistograms(epoch)) {
      await this.#histograms.begin(model);
    }
    this.#epoch = epoch;
    this.#epochBatches = this.#resumedBatches;
    this.#resumedBatches = 0;
    this.#epochStart = util.now();
  }

  override async onBatchBegin(): Promise<void> {
    this.#batchStart = util.now();
  }

  override async onBatchEnd(batch: number, logs: Logs = {}): Promise<void> {
    const isDue = this.readsBatchLogs(batch);
    this.#batches++;
    this.#fitBatches++;
    this.#epochBatches++;
    if (this.#thinning !== undefined) this.#thin(this.#thinning, batch);
    if (!isDue) {
      return;
    }
    const seconds = (util.now() - this.#batchStart) / 1000;
    const values: Record<string, number> = {};
    for (const [key, value] of Object.entries(logs)) {
      if (typeof value !== "number" || notValues.has(key)) continue;
      // The first batches of an epoch may be of one class: no value yet is no broken value.
      if (Number.isNaN(value) && isUndefinedYet(this.model, key)) continue;
      values[`batch_${key}`] = value;
    }
    const keys = Object.keys(values);
    if (keys.length === 0) {
      return;
    }
    const speed =
      this.#writesSpeed && seconds > 0 ? { batch_steps_per_second: 1 / seconds } : undefined;
    if (this.#events.isOpen) {
      this.#events.batch({ ...values, ...speed }, this.#batches);
      await this.#events.flushWhenDue();
    }
    if (keys.join() !== this.#described) {
      this.#described = keys.join();
      this.#recorder.run.describe(describeSeries(keys, this.model, "batch"));
    }
    this.#recorder.recordBatch(values, {
      batch: this.#fitBatches,
      epoch: this.#epoch,
      ...(this.#stepsPerEpoch && { share: this.#epochBatches / this.#stepsPerEpoch }),
    });
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    const seconds = (util.now() - this.#epochStart) / 1000;
    const model = this.model as LayersModel | null;
    const learningRate = learningRateOf(model);
    const values = {
      ...logs,
      ...(learningRate === undefined ? {} : { learning_rate: learningRate }),
    };
    const speed =
      this.#epochBatches > 0 && seconds > 0
        ? { steps_per_second: this.#epochBatches / seconds }
        : undefined;
    this.#stepsPerEpoch ??= this.#epochBatches || undefined;
    this.#recorder.record(epoch, { ...values, ...speed }, this.model);
    this.#events.epoch(epoch, { ...values, ...(this.#writesSpeed ? speed : undefined) }, model);
    if (model !== null && this.#hasHistograms(epoch)) {
      for (const [key, histogram] of await this.#histograms.end(model)) {
        this.#recorder.run.event({ type: "histogram", epoch, key, ...histogram });
        this.#events.histogram(key, histogram, epoch);
      }
    }
    await this.#events.flush();
    this.#epochBatches = 0;
  }

  override async onTrainEnd(): Promise<void> {
    await this.#events.flush();
  }

  override async onTrainError(): Promise<void> {
    await this.#events.flush();
  }

  /** Records less often where recording costs too much. */
  #thin(thinning: RecordingThinner, batch: number): void {
    const share = thinning.tooMuch();
    if (share === undefined) return;
    this.#every *= 2;
    const [epoch, every] = [this.#epoch, this.#every];
    this.#recorder.run.event({ type: "recording_thinned", epoch, batch, every, share });
  }

  #hasHistograms(epoch: number): boolean {
    return this.#isRecorded && this.#histogramFreq > 0 && epoch % this.#histogramFreq === 0;
  }

  /** Records the layers of a model that is new to this object. */
  #draw(epoch: number, model: LayersModel | null): void {
    if (!this.#writesGraph || model === null || model === this.#drawn) {
      return;
    }
    this.#drawn = model;
    this.#events.model(model);
    this.#recorder.run.graph(epoch, graphOf(model));
  }
}

/** Whether the metric with this key is not defined for the batches so far, such as an area while all labels are of one class. */
function isUndefinedYet(model: object | null, key: string): boolean {
  if (model === null) return false;
  return ModelStreams.of(trainedModelOf(model))?.training?.isUndefined(key) ?? false;
}

/** The layers of a model and what feeds them. */
function graphOf(model: LayersModel): GraphLayer[] {
  const names = new Set(model.layers.map(({ name }) => name));
  return model.layers.map((layer) => {
    const nodes = layer.inboundNodes;
    const inputs = nodes.flatMap((node) => node.inboundLayers.map(({ name }) => name));
    return {
      name: layer.name,
      className: layer.getClassName(),
      outputShapes: (nodes[0]?.outputTensors ?? []).map(({ shape }) => [...shape]),
      parameters: layer.countParams(),
      // A layer may also serve other models.
      inputs: [...new Set(inputs)].filter((name) => names.has(name)),
    };
  });
}
