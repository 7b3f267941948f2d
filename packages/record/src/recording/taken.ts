import { describeKey } from "../describe-key.ts";
import type { LoggedExtent } from "../run-writer.ts";
import type { SeriesDescription } from "../series-description.ts";

/** Which epochs and steps of a run are taken: whatever is recorded next goes on behind them. */
export class Taken implements LoggedExtent {
  epochs = 0;
  steps = 0;
  batches = 0;
  /** Whether a key is logged once a batch. */
  readonly #perBatch = new Map<string, boolean>();

  describe(series: Readonly<Record<string, SeriesDescription>>): void {
    for (const [key, { per }] of Object.entries(series)) this.#perBatch.set(key, per === "batch");
  }

  /** Notes the values of a step. */
  see(values: Readonly<Record<string, unknown>>, step: number, epoch: number | undefined): void {
    const isBatch = Object.keys(values).every((key) => this.#isPerBatch(key));
    // Values between two epochs are those of a batch, whatever they are called.
    const isWithin = epoch !== undefined && !Number.isInteger(epoch);
    if (isBatch || isWithin) this.batches = Math.max(this.batches, step);
    if (!isBatch) this.steps = Math.max(this.steps, step + 1);
    if (epoch === undefined) return;
    // A batch of epoch 2 stands between 2 and 3, the last one at 3; a value of epoch 2 stands at 2.
    const end = isBatch || isWithin ? Math.ceil(epoch) : epoch + 1;
    this.epochs = Math.max(this.epochs, end);
  }

  #isPerBatch(key: string): boolean {
    let isPerBatch = this.#perBatch.get(key);
    if (isPerBatch === undefined) {
      isPerBatch = describeKey(key).per === "batch";
      this.#perBatch.set(key, isPerBatch);
    }
    return isPerBatch;
  }
}
