import { counted } from "../format/counted.ts";

/** Runs that nothing judges: none of them has a value of an epoch that could be better or worse. */
export interface UnjudgedRuns {
  /** How many there are. */
  readonly count: number;
  /** Whether one of them trains, and may still log one. */
  readonly isRunning: boolean;
  /** Whether they have values of batches. */
  readonly hasBatches: boolean;
}

/**
 * Why no run is called the best.
 *
 * @example
 * "3 runs recorded values of batches only: no epoch is best."
 */
export function unjudgedWords({ count, isRunning, hasBatches }: UnjudgedRuns): string {
  if (count === 0) return "No runs yet.";
  if (isRunning) return "Waiting for the first epoch.";
  if (hasBatches) {
    const runs = count === 1 ? "The run" : counted(count, "run");
    return `${runs} recorded values of batches only: no epoch is best.`;
  }
  return count === 1
    ? "The run has no finite value to judge it by."
    : "No run has a finite value to judge it by.";
}
