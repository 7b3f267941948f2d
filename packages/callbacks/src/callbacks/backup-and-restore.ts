import { batchWords } from "@epochal/conclusions";
import type { RunWriter } from "@epochal/record";
import { fromJsonNumber, toJsonNumber } from "@epochal/record";
import { dispose, type LayersModel, type Logs, type Tensor } from "@tensorflow/tfjs";
import { isEpochalCallback } from "../arranging/epochal-callback.ts";
import { type Backup, BackupSlots } from "../backup/backup-slots.ts";
import { readTraining } from "../backup/read-training.ts";
import { restoreTraining } from "../backup/restore-training.ts";
import { checkOptimizer } from "../optimizer/check-optimizer.ts";
import { learningRateOf } from "../optimizer/learning-rate-of.ts";
import { setLearningRate } from "../optimizer/set-learning-rate.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import type { FitPlace } from "../recording/fit-place.ts";
import { RunCount } from "../recording/run-count.ts";
import { RunRecorder } from "../recording/run-recorder.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { Callback } from "./callback.ts";
import { FitProgress } from "./fit-progress.ts";

export interface BackupAndRestoreArgs {
  /** Where the backup stands: a folder of its own, in Node, or a TensorFlow.js URL such as `"indexeddb://backup"`. */
  readonly backupDir: string;
  /**
   * When to make one: after each epoch, or also after every so many batches of an epoch.
   *
   * @default "epoch"
   */
  readonly saveFreq?: "epoch" | number;
  /**
   * Whether the backup before the last one is kept, for the case that a disk loses the last one.
   *
   * @default false
   */
  readonly doubleCheckpoint?: boolean;
  /**
   * Whether the backup is deleted when training ends without an error.
   *
   * @default true
   */
  readonly deleteCheckpoint?: boolean;
  /**
   * The run to record into that training went on from a backup.
   *
   * @default absent: nothing is recorded
   */
  readonly run?: RunWriter;
}

const { text, frequency, flag, run } = optionRules;
const rules = {
  backupDir: text,
  saveFreq: frequency,
  doubleCheckpoint: flag,
  deleteCheckpoint: flag,
  run,
};

/**
 * Lets a training that was killed go on where it was: run the program again, and `fit()` begins with the epoch that was not
 * done.
 *
 * A backup holds the weights, the state and learning rate of the optimizer, the History, and the state of every callback of
 * this package, such as `wait` and `best` of `EarlyStopping`. It is made once all callbacks have seen an epoch, and is there
 * whole or not at all. In stock `fit()` training goes on at an epoch. With `fit()` of this package, whose order of samples
 * comes from a seed, it goes on at the very batch, with the same values as if it had never been interrupted: the metrics of
 * the epoch go on, too.
 *
 * As `BackupAndRestore` of Keras 3.16, which saves no callbacks, no History and no order, and repeats an interrupted epoch
 * with the weights of its middle.
 *
 * @throws TypeError or RangeError when an option is unknown or out of range
 * @throws RangeError when training begins and the backup is of another model
 * @example
 * ```ts
 * const backup = new BackupAndRestore({ backupDir: "backup", saveFreq: 100 });
 * backup.resumedFrom; // undefined
 * ```
 */
export class BackupAndRestore extends Callback {
  /** Where the last fit went on, both counted from 0, or undefined where it began anew. */
  resumedFrom: { readonly epoch: number; readonly batch: number } | undefined;
  readonly #args: BackupAndRestoreArgs;
  readonly #slots: BackupSlots;
  readonly #run: RunRecorder;
  #siblings: readonly object[] = [];
  #backup: Backup | undefined;
  #tensors: Readonly<Record<string, Tensor>> = {};
  #epoch = 0;
  #batches = 0;
  #epochs: number[] = [];
  #values: Record<string, unknown[]> = {};

  constructor(given: BackupAndRestoreArgs) {
    super();
    const isExtended = new.target !== BackupAndRestore;
    const args = takeOptions("BackupAndRestore", given, rules, isExtended);
    if (args.backupDir === undefined) {
      throw new TypeError("BackupAndRestore: backupDir must be given, a folder. Received: nothing");
    }
    this.#args = args;
    this.#slots = new BackupSlots(args.backupDir, args.doubleCheckpoint ?? false);
    this.#run = new RunRecorder("BackupAndRestore", args.run);
  }

  override recordsInto(): RunWriter | undefined {
    return this.#run.target;
  }

  override addsLogs(): boolean {
    return false;
  }

  override setSiblings(callbacks: readonly object[]): void {
    this.#siblings = callbacks;
    const progress = this.#progress();
    if (
      progress !== undefined &&
      this.#args.saveFreq !== undefined &&
      this.#args.saveFreq !== "epoch"
    ) {
      progress.keepsTotals = true;
    }
  }

  /** Puts the model where its backup was, and says which epoch to begin with. */
  async prepareFit(model: LayersModel, initialEpoch: number): Promise<number> {
    checkOptimizer("BackupAndRestore", model);
    this.resumedFrom = undefined;
    this.#epochs = [];
    this.#values = {};
    this.#backup = await this.#slots.load();
    if (this.#backup === undefined) return initialEpoch;
    const { epoch, batch, learningRate, seed, totals } = this.#backup.state;
    this.#tensors = restoreTraining(model, this.#backup);
    if (learningRate !== undefined) setLearningRate(model, learningRate);
    const progress = this.#progress();
    if (progress !== undefined && seed !== undefined) {
      progress.resumeAt({ epoch, batch, seed, totals });
    }
    this.resumedFrom = { epoch, batch: progress === undefined ? 0 : batch };
    return epoch;
  }

  /** Gives the other callbacks their states, once they have begun. */
  async afterTrainBegin(): Promise<void> {
    if (this.#backup === undefined || this.resumedFrom === undefined) return;
    const { callbacks, history, places = [] } = this.#backup.state;
    for (const [i, place] of this.#places().entries()) {
      const before = places[i];
      if (before !== undefined) place.goOn(before);
    }
    const ours = this.#stateful();
    for (const [i, { name, state }] of callbacks.entries()) {
      const callback = ours[i];
      if (callback !== undefined && callback.constructor.name === name) {
        callback.setState(state);
        callback.setTensors(this.#tensorsOf(i));
      } else this.#warn(`there is no ${name} in the place where the backup has one`);
    }
    this.#epochs = [...history.epoch];
    this.#values = Object.fromEntries(
      Object.entries(history.values).map(([key, values]) => [key, [...values]]),
    );
    dispose(this.#tensors);
    this.#tensors = {};
    const { epoch, batch } = this.resumedFrom;
    this.#warn(`training goes on with ${batchWords(batch)}`, epoch);
  }

  override async onTrainBegin(): Promise<void> {
    this.#run.begin(this.model);
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.#epoch = epoch;
    this.#batches = 0;
    if (this.resumedFrom?.epoch !== epoch || this.#backup === undefined) return;
    this.#batches = this.resumedFrom.batch;
    const { metrics } = this.#backup.state;
    if (this.#batches > 0 && metrics) this.#streams()?.training?.setState(metrics);
    this.#fillHistory();
    this.#backup = undefined;
  }

  async afterBatch(): Promise<void> {
    this.#batches++;
    const { saveFreq = "epoch" } = this.#args;
    // The backup of the last batch is that of the epoch's end, validation included.
    if (saveFreq === "epoch" || this.#batches % saveFreq !== 0 || this.#isLastBatch()) return;
    const progress = this.#progress();
    const metrics = progress === undefined ? undefined : this.#streams()?.training?.getState();
    await this.#save(this.#epoch, this.#batches, metrics);
  }

  async afterEpoch(epoch: number, logs: Logs): Promise<void> {
    this.#epochs.push(epoch);
    for (const [key, value] of Object.entries(logs)) {
      const values = this.#values[key] ?? [];
      values.push(toJsonNumber(value));
      this.#values[key] = values;
    }
    await this.#save(epoch + 1, 0, undefined);
  }

  override async onTrainEnd(): Promise<void> {
    if (this.#args.deleteCheckpoint ?? true) await this.#slots.remove();
  }

  async #save(epoch: number, batch: number, metrics: TrainingMetrics): Promise<void> {
    const model = this.trainedModel();
    const progress = this.#progress();
    const learningRate = learningRateOf(model);
    const { optimizer, weights } = await readTraining(
      model,
      this.#stateful().map((callback) => callback.getTensors()),
    );
    await this.#slots.save(
      {
        epoch,
        batch,
        ...(learningRate === undefined ? {} : { learningRate }),
        optimizer,
        ...(progress === undefined ? {} : { seed: progress.seed }),
        ...(progress === undefined || batch === 0 ? {} : { totals: progress.totals }),
        ...(metrics === undefined ? {} : { metrics }),
        callbacks: this.#stateful().map((callback) => ({
          name: callback.constructor.name,
          state: callback.getState(),
        })),
        places: this.#places().map((place) => place.getState()),
        history: { epoch: this.#epochs, values: this.#values },
      },
      weights,
    );
  }

  #tensorsOf(i: number): readonly Tensor[] {
    const ofOne = Object.entries(this.#tensors).filter(([name]) =>
      name.startsWith(`callback-${i}/`),
    );
    return ofOne.map(([, tensor]) => tensor);
  }

  /** Puts the epochs done before into the History that `fit()` returns. */
  #fillHistory(): void {
    const { history } = this.trainedModel() as unknown as {
      history?: { epoch: number[]; history: Record<string, unknown[]> };
    };
    if (history === undefined) return;
    history.epoch = [...this.#epochs];
    for (const [key, values] of Object.entries(this.#values)) {
      history.history[key] = values.map(fromJsonNumber);
    }
  }

  #isLastBatch(): boolean {
    const { steps, samples, batchSize } = this.params ?? {};
    const all = typeof steps === "number" ? steps : Math.ceil(Number(samples) / Number(batchSize));
    return this.#batches >= all;
  }

  #progress(): FitProgress | undefined {
    return this.#siblings.find((each): each is FitProgress => each instanceof FitProgress);
  }

  /** Where this fit stands in the runs that the callbacks record into. */
  #places(): readonly FitPlace[] {
    const runs = new Set(
      this.#siblings.map((each) => isEpochalCallback(each) && each.recordsInto?.()),
    );
    return [...runs].flatMap((run) => (run && RunCount.of(run).placeOf(this.trainedModel())) || []);
  }

  #stateful(): readonly Callback[] {
    return this.#siblings.filter(
      (each): each is Callback => each instanceof Callback && each.getState() !== undefined,
    );
  }

  #streams(): ModelStreams | undefined {
    return ModelStreams.of(this.trainedModel());
  }

  #warn(told: string, epoch?: number): void {
    const message = `BackupAndRestore: ${told}`;
    this.#run.event({ type: "warning", message, ...(epoch !== undefined && { epoch }) });
  }
}

type TrainingMetrics = ReturnType<NonNullable<ModelStreams["training"]>["getState"]> | undefined;
