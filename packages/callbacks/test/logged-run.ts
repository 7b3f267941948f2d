import type { LoggedExtent } from "@epochal/record";
import { RecordedRun } from "./recorded-run.ts";

/** A run in memory that knows what is taken, as a store's run does: from scratch, by looking at all it was told. */
export class LoggedRun extends RecordedRun {
  get logged(): LoggedExtent {
    const found = { epochs: 0, steps: 0, batches: 0 };
    for (const { values, position: { step = 0, epoch } = {} } of this.logs) {
      const isBatch = Object.keys(values).every((key) => key.startsWith("batch_"));
      const isWithin = epoch !== undefined && !Number.isInteger(epoch);
      if (epoch !== undefined) {
        const end = isBatch || isWithin ? Math.ceil(epoch) : epoch + 1;
        found.epochs = Math.max(found.epochs, end);
      }
      if (isBatch || isWithin) found.batches = Math.max(found.batches, step);
      if (!isBatch) found.steps = Math.max(found.steps, step + 1);
    }
    return found;
  }
}
