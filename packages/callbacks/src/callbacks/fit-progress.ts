import { batchWords, epochWords } from "@epochal/conclusions";
import { fromJsonNumber, toJsonNumber } from "@epochal/record";
import type { Logs } from "@tensorflow/tfjs";
import { isEpochalCallback } from "../arranging/epochal-callback.ts";
import type { Interruption } from "../host/interruption.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { Callback } from "./callback.ts";

/** The point in an epoch that a training goes on from. */
export interface ResumePoint {
  readonly epoch: number;
  /** Batches done. */
  readonly batch: number;
  readonly seed: number;
  readonly totals: FitTotals | undefined;
}

/** Sums over the batches of an epoch, safe for JSON. */
export interface FitTotals {
  readonly seen: number;
  readonly sums: Readonly<Record<string, unknown>>;
}

const notValues = new Set(["batch", "size"]);

/**
 * The first callback of this package's fits. It knows which epoch and batch come next, and keeps the sums behind the epoch's
 * values, so that an epoch can begin in the middle.
 */
export class FitProgress extends Callback {
  /** The seed of the order of samples. */
  seed: number;
  /** The epoch that runs. */
  epoch = 0;
  /** Batches of this epoch that were done before the fit began. */
  skipped = 0;
  /** Whether to keep the sums, which costs a read of every batch's loss. */
  keepsTotals = false;
  /** What callbacks are told of this fit, and stock `fitDataset()` does not know: `samples`, `batchSize`, `verbose`. */
  readonly told: Record<string, number> = {};
  #resumed: ResumePoint | undefined;
  #sums = new Map<string, number>();
  #seen = 0;
  /** The last batch done; -1 before the first. */
  #batch = -1;

  readonly #interruption: Interruption;
  #siblings: readonly object[] = [];

  constructor(seed: number, interruption: Interruption) {
    super();
    this.seed = seed;
    this.#interruption = interruption;
  }

  override setSiblings(callbacks: readonly object[]): void {
    this.#siblings = callbacks;
  }

  /** All callbacks are handed this one object. */
  override setParams(params: Callback["params"]): void {
    super.setParams(Object.assign(params, this.told));
  }

  /** Called after all callbacks have seen a batch. Where a person has pressed Ctrl-C, training ends here. */
  async afterBatch(batch: number): Promise<void> {
    this.#batch = batch;
    await this.#interruption.listen();
    this.checkInterruption();
  }

  /** @throws Error where somebody wants the training to end */
  checkInterruption(): void {
    if (!this.#interruption.isRequested) return;
    const epoch = epochWords(this.epoch);
    const where =
      this.#batch < 0 ? `before ${epoch} began` : `in ${epoch}, after ${batchWords(this.#batch)}`;
    throw new Error(`fit: interrupted ${where}`);
  }

  /** Calls `onTrainEnd` of TensorFlow.js' own callbacks, which have no hook for errors. */
  override async onTrainError(): Promise<void> {
    for (const callback of this.#siblings) {
      if (isEpochalCallback(callback)) continue;
      const { onTrainEnd } = callback as { onTrainEnd?: () => Promise<void> };
      await onTrainEnd?.call(callback);
    }
  }

  get totals(): FitTotals {
    const sums = [...this.#sums].map(([key, sum]) => [key, toJsonNumber(sum)] as const);
    return { seen: this.#seen, sums: Object.fromEntries(sums) };
  }

  resumeAt(point: ResumePoint): void {
    this.#resumed = point;
    this.seed = point.seed;
    this.skipped = point.batch;
  }

  override addsLogs(): boolean {
    return false;
  }

  override readsBatchLogs(): boolean {
    return this.keepsTotals;
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.checkInterruption();
    this.epoch = epoch;
    const resumed = this.#resumed?.epoch === epoch ? this.#resumed : undefined;
    this.skipped = resumed?.batch ?? 0;
    this.#seen = resumed?.totals?.seen ?? 0;
    const sums = Object.entries(resumed?.totals?.sums ?? {});
    this.#sums = new Map(sums.map(([key, sum]) => [key, fromJsonNumber(sum) ?? Number.NaN]));
  }

  batchOffset(): number {
    return this.skipped;
  }

  override async onBatchBegin(batch: number, logs: Logs = {}): Promise<void> {
    logs.batch = batch;
  }

  override async onBatchEnd(_batch: number, logs: Logs = {}): Promise<void> {
    if (!this.keepsTotals) return;
    const size = logs.size ?? 0;
    this.#seen += size;
    const exact = new Set(ModelStreams.of(this.trainedModel())?.bound.map(({ label }) => label));
    for (const key of Object.keys(logs)) {
      if (notValues.has(key) || exact.has(key)) continue;
      this.#sums.set(key, (this.#sums.get(key) ?? 0) + (logs[key] ?? Number.NaN) * size);
    }
  }

  override async onEpochEnd(_epoch: number, logs: Logs = {}): Promise<void> {
    if (!this.keepsTotals || this.#seen === 0) return;
    for (const [key, sum] of this.#sums) logs[key] = sum / this.#seen;
  }
}
