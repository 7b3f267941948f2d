import type { RunWriter } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";
import { describeSeries } from "./describe-series.ts";
import { RunRecorder } from "./run-recorder.ts";

/** The place of a batch in a fit. */
interface FitBatch {
  /** How many batches the fit has had, this one included. */
  readonly batch: number;
  readonly epoch: number;
  /** The share of the epoch that is done after it; absent where the length of an epoch is unknown. */
  readonly share?: number;
}

/** Records the values of epochs and batches into a run, and describes their series before the first of them. */
export class EpochRecorder {
  readonly run: RunRecorder;
  #described = new Set<string>();

  constructor(className: string, run: RunWriter | undefined) {
    // Whoever records fits on his own records their values himself.
    this.run = new RunRecorder(className, run, false);
  }

  /** Describes the series a fit announces. Keys that nobody announced are described when they appear. */
  begin(keys: unknown, model: LayersModel | null): void {
    this.run.begin(model);
    this.#described = new Set();
    this.#describe(Array.isArray(keys) ? keys.map(String) : [], model);
  }

  /** @param epoch the fit's */
  record(epoch: number, logs: Readonly<Record<string, unknown>>, model: LayersModel | null): void {
    const values = Object.fromEntries(
      Object.entries(logs).filter((entry): entry is [string, number] => {
        return typeof entry[1] === "number";
      }),
    );
    const keys = Object.keys(values);
    if (keys.length > 0) {
      this.#describe(keys, model);
      this.run.log(values, this.run.at(epoch));
    }
  }

  /** Records the values of a batch, whose series are described already. */
  recordBatch(values: Readonly<Record<string, number>>, { batch, epoch, share }: FitBatch): void {
    const step = this.run.place?.batch(batch) ?? batch;
    const at = this.run.epoch(epoch);
    this.run.log(values, { step, ...(share !== undefined && { epoch: at + share }) });
  }

  #describe(keys: readonly string[], model: LayersModel | null): void {
    const fresh = keys.filter((key) => !this.#described.has(key));
    if (fresh.length > 0) {
      for (const key of fresh) {
        this.#described.add(key);
      }
      this.run.describe(describeSeries(fresh, model));
    }
  }
}
