import { LoggedRun } from "./logged-run.ts";
import { type ByHand, isFit, type TrainedFit } from "./several-fits.ts";

/** Where a fit must stand in its run. */
export interface ExpectedFit {
  readonly trained: TrainedFit;
  /** The epoch of the run it begins with, and the step of its values. */
  readonly epoch: number;
  readonly step: number;
  /** The batches of the run before it. */
  readonly batches: number;
}

/** Where each fit must stand, told from what was trained and logged alone. */
export function expectedFits(happened: readonly (TrainedFit | ByHand)[]): ExpectedFit[] {
  let [epochs, steps, batches] = [0, 0, 0];
  return happened.flatMap((each) => {
    if (!isFit(each)) {
      const run = new LoggedRun();
      run.log(each.values, each.position);
      const { logged } = run;
      epochs = Math.max(epochs, logged.epochs);
      steps = Math.max(steps, logged.steps);
      batches = Math.max(batches, logged.batches);
      return [];
    }
    const epoch = Math.max(each.initialEpoch, epochs);
    const step = Math.max(epoch, steps);
    const before = batches;
    if (each.begun.length > 0) {
      epochs = epoch + each.begun.length;
      steps = step + each.begun.length;
      batches += each.batches;
    }
    return [{ trained: each, epoch, step, batches: before }];
  });
}
