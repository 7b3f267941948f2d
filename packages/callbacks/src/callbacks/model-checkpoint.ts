import { formatValue, shownEpoch } from "@epochal/conclusions";
import { io, type Logs } from "@tensorflow/tfjs";
import type { FitContext } from "../arranging/fit-context.ts";
import { nodeFiles } from "../host/node-files.ts";
import { printLine } from "../host/print-line.ts";
import { reportError } from "../host/report-error.ts";
import { compiledLabels } from "../monitoring/compiled-labels.ts";
import { type Checkpoint, CheckpointList, writePointer } from "../saving/checkpoint-list.ts";
import { formatPath, placeholdersOf } from "../saving/format-path.ts";
import { saveHandler } from "../saving/save-handler.ts";
import { saveModel } from "../saving/save-model.ts";
import { checkpointOptions, type ModelCheckpointArgs } from "./model-checkpoint-args.ts";
import { MonitorCallback } from "./monitor-callback.ts";

/**
 * Saves the model while it trains: after each epoch, after every so many batches, or when it is better than ever before.
 *
 * A save is there whole or not at all, in the layout TensorFlow.js loads: `tf.loadLayersModel(fileSystem("models/best"))` in
 * Node, or any TensorFlow.js URL in a browser. A `Sequential` is saved as the functional model within it, which predicts the
 * same. `loadWeights()` puts the weights into a model of the same layers, whichever are frozen. Beside folders with
 * placeholders in their names stand `latest.json` and, where the monitored value is known, `best.json`:
 * `fileSystem("models/latest")` follows them. It decides what is better as `EarlyStopping` does; a value that is not finite
 * never is.
 *
 * As `ModelCheckpoint` of Keras 3.16, whose `best` stays for a second `fit()`, too.
 *
 * @throws TypeError or RangeError when an option is unknown or out of range
 * @throws RangeError when training begins, where the path asks for a value there will not be, and as `EarlyStopping`
 * @throws Error in training, when a model cannot be saved
 * @example
 * ```ts
 * const checkpoint = new ModelCheckpoint({ filepath: "models/best", monitor: "val_auc", saveBestOnly: true });
 * checkpoint.best; // undefined
 * ```
 */
export class ModelCheckpoint extends MonitorCallback {
  /** The best value so far, or undefined before there is one. */
  best: number | undefined;
  readonly #args: ModelCheckpointArgs;
  readonly #saved = new CheckpointList();
  #isWatching = false;
  #batches = 0;
  #epoch = 0;

  constructor(given: ModelCheckpointArgs) {
    const args = checkpointOptions(given, new.target !== ModelCheckpoint);
    super({
      ...(args.monitor === undefined ? {} : { monitor: args.monitor }),
      ...(args.mode === undefined ? {} : { mode: args.mode }),
      ...(args.run === undefined ? {} : { run: args.run }),
    });
    this.#args = args;
    this.best = args.initialValueThreshold;
  }

  /** The checkpoints it has saved and not deleted, oldest first. */
  get saved(): readonly Checkpoint[] {
    return this.#saved.all;
  }

  override readsBatchLogs(_batch: number): boolean {
    const { saveFreq = "epoch" } = this.#args;
    return saveFreq !== "epoch" && (this.#batches + 1) % saveFreq === 0;
  }

  override preflight(context: FitContext): void {
    const { saveBestOnly = false, saveFreq } = this.#args;
    // A loop of one's own may validate between batches.
    if (saveBestOnly && typeof saveFreq === "number" && this.monitor.startsWith("val_")) {
      throw new RangeError(
        `ModelCheckpoint: monitor must be a training value where batches are compared: ${this.monitor} is known at the end of an epoch only`,
      );
    }
    if (this.#needsMonitor()) super.preflight(context);
  }

  override async onTrainBegin(): Promise<void> {
    this.#batches = 0;
    this.#isWatching = this.#needsMonitor() || this.#knowsMonitor();
    if (this.#isWatching) await super.onTrainBegin();
    else this.run.begin(this.model);
    this.#checkPlaceholders();
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.#epoch = epoch;
  }

  override async onBatchEnd(batch: number, logs: Logs = {}): Promise<void> {
    const isDue = this.readsBatchLogs(batch);
    this.#batches++;
    if (isDue) await this.#consider(logs, batch);
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    this.#epoch = epoch;
    if ((this.#args.saveFreq ?? "epoch") === "epoch") await this.#consider(logs);
  }

  override getState(): unknown {
    return { best: this.best ?? null, saved: this.#saved.all };
  }

  override setState(state: unknown): void {
    const { best, saved } = Object(state) as { best?: unknown; saved?: unknown };
    this.best = typeof best === "number" ? best : undefined;
    this.#saved.all = Array.isArray(saved) ? (saved as Checkpoint[]) : [];
  }

  #needsMonitor(): boolean {
    return this.#args.saveBestOnly === true || this.#args.keep?.best !== undefined;
  }

  /** Where it needs no monitored value, it records one where there is one. */
  #knowsMonitor(): boolean {
    const bare = this.monitor.replace(/^val_/, "");
    const found = compiledLabels(this.trainedModel()).find(({ label }) => label === bare);
    const isThere = bare === this.monitor || this.params?.doValidation !== false;
    return isThere && found?.direction !== undefined;
  }

  #checkPlaceholders(): void {
    const { filepath, saveFreq = "epoch" } = this.#args;
    if (typeof filepath !== "string") return;
    const labels = compiledLabels(this.trainedModel()).map(({ label }) => label);
    const known = [
      "epoch",
      ...(saveFreq === "epoch" ? [] : ["batch"]),
      ...labels,
      ...(saveFreq === "epoch" ? labels.map((label) => `val_${label}`) : []),
    ];
    const unknown = placeholdersOf(filepath).find((name) => !known.includes(name));
    if (unknown !== undefined && !this.mayBeAdded()) {
      throw new RangeError(
        `ModelCheckpoint: filepath must ask for ${known.join(", ")}. Received: {${unknown}}`,
      );
    }
  }

  async #consider(logs: Logs, batch?: number): Promise<void> {
    if (Object.keys(logs).length === 0) return;
    const { saveBestOnly } = this.#args;
    const epoch = this.#epoch;
    const given = this.#isWatching
      ? saveBestOnly
        ? this.monitored(epoch, logs)
        : Object.hasOwn(logs, this.monitor)
          ? logs[this.monitor]
          : undefined
      : undefined;
    const isBetter = given !== undefined && this.improves(given, this.best);
    // As in Keras, a value that has not come yet keeps no model from the disk; there is no better one to lose.
    const isFirst = given === undefined && this.best === undefined;
    if (saveBestOnly && !isBetter && !isFirst) {
      this.#print(`${this.monitor} did not improve from ${valueWords(this.best)}`);
      return;
    }
    const before = this.best;
    if (isBetter) this.best = given;
    await this.#save(logs, {
      epoch,
      ...(batch === undefined ? {} : { batch }),
      ...(given !== undefined && Number.isFinite(given) ? { value: given } : {}),
    });
    if (isBetter)
      this.#print(
        `${this.monitor} improved from ${valueWords(before)} to ${valueWords(given)}, saving`,
      );
    else this.#print("saving");
  }

  #print(what: string): void {
    if (!this.#args.verbose) return;
    const place = what.endsWith("saving") ? ` model to ${this.#saved.all.at(-1)?.path}` : "";
    printLine(`Epoch ${shownEpoch(this.#epoch)}: ${what}${place}`);
  }

  async #save(logs: Logs, at: Omit<Checkpoint, "path">): Promise<void> {
    const { saveWeightsOnly: weightsOnly = false, includeOptimizer = false } = this.#args;
    const target = this.#target(logs, at);
    const path = typeof target === "string" ? target : "a handler";
    const handler = typeof target === "string" ? saveHandler("ModelCheckpoint", target) : target;
    await saveModel(this.trainedModel(), { handler, weightsOnly, includeOptimizer });
    this.#saved.add({ path, ...at });
    this.run.event({
      type: "checkpoint",
      epoch: at.epoch,
      path,
      ...(at.batch === undefined ? {} : { batch: at.batch }),
      ...(at.value === undefined ? {} : { monitor: this.monitor, value: at.value }),
    });
    if (typeof target === "string") await this.#tidy(target);
  }

  #target(logs: Logs, { epoch, batch }: Omit<Checkpoint, "path">): string | io.IOHandler {
    const { filepath } = this.#args;
    if (typeof filepath === "function") {
      return filepath({
        epoch: shownEpoch(epoch),
        batch: batch === undefined ? undefined : batch + 1,
        logs,
      });
    }
    const values = {
      ...logs,
      epoch: shownEpoch(epoch),
      ...(batch === undefined ? {} : { batch: batch + 1 }),
    };
    const path = formatPath(filepath, values);
    if (path === undefined) {
      throw new RangeError(
        `ModelCheckpoint: filepath must ask for ${Object.keys(values).join(", ")}. Received: ${filepath}`,
      );
    }
    return path;
  }

  /** Writes the pointers, and deletes what is not to be kept. Errors here do not end training. */
  async #tidy(target: string): Promise<void> {
    try {
      const surplus = this.#saved.takeSurplus(this.#args.keep ?? {}, this.direction);
      for (const { path } of surplus) await remove(path);
      const isFolder = !/^[a-z0-9-]+:\/\//i.test(target) || target.startsWith("file://");
      const latest = this.#saved.all.at(-1);
      if (!isFolder || latest === undefined || target === this.#args.filepath) return;
      await writePointer("latest", latest, this.#isWatching ? this.monitor : undefined);
      const best = this.#saved.best(this.direction);
      if (best !== undefined) await writePointer("best", best, this.monitor);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      reportError(new Error(`ModelCheckpoint: could not tidy up; training goes on. ${message}`));
    }
  }
}

async function remove(path: string): Promise<void> {
  if (/^[a-z0-9-]+:\/\//i.test(path) && !path.startsWith("file://")) await io.removeModel(path);
  else {
    const files = nodeFiles("ModelCheckpoint");
    await files.rm(path.replace(/^file:\/\//, ""), { recursive: true, force: true });
  }
}

function valueWords(value: number | undefined): string {
  return value === undefined ? "nothing" : formatValue(value);
}
