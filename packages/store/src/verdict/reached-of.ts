import type { SeriesSummary } from "../run-summary.ts";

/** How far a training came. */
export interface Reached {
  /** Epochs that were trained to their end, those of an earlier process included. */
  readonly done: number;
  /** The number of the epoch that had begun after them, counted from 1; absent where no batch of it was recorded. */
  readonly within?: number;
}

/** How far a training came, as its series tell; undefined where they tell nothing of epochs. */
export function reachedOf(series: readonly SeriesSummary[]): Reached | undefined {
  let ended = 0;
  let begun = 0;
  for (const { last, per } of series) {
    if (last?.epoch === undefined || !Number.isFinite(last.epoch)) continue;
    // A value of epoch 2 stands at 2. A batch of it stands between 2 and 3, its last one at 3.
    if (per === "epoch") ended = Math.max(ended, Math.floor(last.epoch) + 1);
    else begun = Math.max(begun, last.epoch);
  }
  const done = Math.max(ended, Math.floor(begun));
  if (done === 0 && begun === 0) return undefined;
  return { done, ...(begun > done && { within: done + 1 }) };
}
