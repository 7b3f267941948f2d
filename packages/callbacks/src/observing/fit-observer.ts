import type { RunCard, RunPart, RunWriter, SeriesDescription } from "@epochal/record";
import type { LayersModel, Logs } from "@tensorflow/tfjs";
import type { FitContext } from "../arranging/fit-context.ts";
import { fitCard } from "../card/fit-card.ts";
import { LoopCallback } from "../layers-model/loop-callback.ts";
import { type CostMeter, newMeter } from "../recording/cost-meter.ts";
import { RunCount } from "../recording/run-count.ts";
import { RunRecorder } from "../recording/run-recorder.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { BatchCount } from "./batch-count.ts";
import { batchesPerEpoch } from "./batches-per-epoch.ts";
import { EpochClock } from "./epoch-clock.ts";
import { FiniteWatch } from "./finite-watch.ts";
import { MemoryWatch } from "./memory-watch.ts";
import { modelFacts } from "./model-facts.ts";
import { RequestHandler } from "./request-handler.ts";

/**
 * Records on its own into a run what a `fit()` is and how it goes: its card, where time and memory go, what tracking costs,
 * epochs that are partial, the first value that is not finite. Follows requests to the training.
 *
 * `fit()` adds one for every run that its callbacks record into: it comes before all others, so that it sees every epoch from
 * its start; its work at the end of a batch and an epoch comes after all others.
 */
export class FitObserver extends LoopCallback {
  readonly isRecorder = true;
  /** How many scalars of its logs TensorFlow.js has kept until now: it reads them when the fit ends. */
  keptScalars = 0;
  readonly #writer: RunWriter;
  readonly #run: RunRecorder;
  readonly #meter: CostMeter;
  readonly #clock = new EpochClock();
  readonly #memory = new MemoryWatch();
  readonly #finite = new FiniteWatch();
  readonly #batches = new BatchCount();
  readonly #requests: RequestHandler;
  #context: FitContext | undefined;
  #epoch = 0;
  #hasBegun = false;
  /** Batches of the fit. */
  #seen = 0;
  #costBefore = 0;
  #describes = true;

  constructor(run: RunWriter) {
    super();
    this.#writer = run;
    this.#run = new RunRecorder("fit", run);
    this.#meter = newMeter(run);
    this.#requests = new RequestHandler(this.#run);
  }

  recordsInto(): RunWriter {
    return this.#writer;
  }

  addsLogs(): boolean {
    return false;
  }

  preflight(context: FitContext): void {
    this.#context = context;
  }

  /** Called after all callbacks have changed the model. */
  async afterTrainBegin(): Promise<void> {
    const context = this.#context;
    if (context === undefined) return;
    try {
      await this.#takeCard(context);
    } catch (error) {
      this.#run.event({
        type: "warning",
        message: `The card could not be recorded: ${String(error)}`,
      });
    }
    ModelStreams.of(context.model)?.tests.add(this.#validation);
  }

  override async onTrainBegin(): Promise<void> {
    this.#run.open(this.model as LayersModel, batchesPerEpoch(this.params));
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    if (!this.#hasBegun) this.#tellOfBegin(epoch);
    this.#epoch = epoch;
    this.#costBefore = this.#meter.ms;
    this.#batches.begin(epoch, this.params);
    this.#clock.beginEpoch();
  }

  /** A loop of the user's own may call only the ends of epochs. */
  override async onEpochEnd(epoch: number): Promise<void> {
    if (!this.#hasBegun) this.#tellOfBegin(epoch);
  }

  override async onBatchEnd(batch: number, logs: Logs = {}): Promise<void> {
    this.#batches.see(batch);
    this.#run.place?.batch(++this.#seen);
    this.#clock.seeBatch(Number(logs.size ?? 0));
  }

  async afterBatch(batch: number, logs: Logs): Promise<void> {
    const end = this.#meter.begin();
    if (this.#wants("nonFinite")) {
      const found = this.#finite.batch(this.#epoch, batch, logs);
      if (found !== undefined) this.#run.event(found);
    }
    end();
    await this.#requests.obey(this.model as LayersModel, { epoch: this.#epoch, batch });
  }

  async afterEpoch(epoch: number, logs: Logs): Promise<void> {
    const end = this.#meter.begin();
    const elapsed = this.#clock.elapsed;
    const model = this.model as LayersModel;
    const isValidated = this.#context?.hasValidation !== true || "val_loss" in logs;
    const partial = this.#batches.end(isValidated);
    if (partial !== undefined) this.#run.event(partial);
    if (this.#wants("nonFinite")) {
      for (const event of this.#finite.epoch(epoch, logs)) this.#run.event(event);
    }
    const values = {
      ...(this.#wants("timing") && this.#clock.values(elapsed)),
      ...(this.#wants("memory") && this.#memory.read(epoch, this.keptScalars)),
    };
    const leak = this.#wants("memory") ? this.#memory.leak() : undefined;
    if (leak !== undefined) this.#run.event(leak);
    end();
    await this.#requests.obey(model, { epoch });
    this.#requests.endEpoch(model, epoch, this.params?.epochs);
    this.#record(epoch, values, elapsed);
  }

  override async onTrainEnd(): Promise<void> {
    this.#leave();
  }

  async onTrainError(): Promise<void> {
    const partial = this.#batches.cutOff();
    if (partial !== undefined) this.#run.event(partial);
    if (this.#hasBegun) this.#run.place?.end(this.#epoch, partial !== undefined);
    this.#leave();
  }

  readonly #validation = {
    begin: () => this.#clock.beginValidation(),
    end: () => this.#clock.endValidation(),
  };

  #wants(part: RunPart): boolean {
    return this.#writer.parts?.[part] !== false;
  }

  /** The cost of this record counts for the next epoch. */
  #record(epoch: number, values: Record<string, number>, elapsed: number): void {
    const ms = this.#meter.ms - this.#costBefore;
    const all = {
      ...values,
      ...(this.#wants("cost") && {
        tracking_ms: ms,
        ...(elapsed > 0 && { tracking_share: ms / elapsed }),
      }),
    };
    if (Object.keys(all).length === 0) return;
    if (this.#describes) {
      this.#describes = false;
      this.#run.describe(systemSeries(Object.keys(all)));
    }
    this.#run.log(all, this.#run.at(epoch));
  }

  /** For a later fit only what has changed. Weights that training itself has made are nothing new. */
  async #takeCard(context: FitContext): Promise<void> {
    const count = RunCount.of(this.#writer);
    const isKnown = context.model.weights.every((weight) => count.trained.has(weight));
    const card = await fitCard(
      context,
      (part) => this.#wants(part) && !(part === "weights" && isKnown),
    );
    const changed = changesOf(card, count.card);
    count.card = { ...count.card, ...card };
    if (Object.keys(changed).length === 0) return;
    const { fits: fit } = count;
    this.#run.event({ type: "card", ...(fit > 0 && { fit }), card: changed });
  }

  #tellOfBegin(epoch: number): void {
    this.#hasBegun = true;
    const count = RunCount.of(this.#writer);
    for (const weight of (this.model as LayersModel).weights) count.trained.add(weight);
    const { epochs } = this.params ?? {};
    this.#run.event({
      type: "fit",
      epoch,
      fit: count.fits++,
      initialEpoch: epoch,
      ...(typeof epochs === "number" && { epochs }),
      ...modelFacts(this.model as LayersModel),
    });
  }

  #leave(): void {
    const model = this.#context?.model;
    if (model !== undefined) ModelStreams.of(model)?.tests.delete(this.#validation);
  }
}

/** The parts of a card that are not as they were. */
function changesOf(card: RunCard, before: RunCard): RunCard {
  const was = before as Record<string, unknown>;
  const changed = Object.entries(card).filter(
    ([part, value]) => JSON.stringify(value) !== JSON.stringify(was[part]),
  );
  return Object.fromEntries(changed);
}

/** What the series are that a run records on its own, once an epoch. */
function systemSeries(keys: readonly string[]): Record<string, SeriesDescription> {
  return Object.fromEntries(
    keys.map((key) => [key, { metric: key, split: "train", kind: "system", per: "epoch" }]),
  );
}
