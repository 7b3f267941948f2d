import type { RunView } from "../data/run-json.ts";

/** The last epoch a run has logged anything in, counted from 0. */
export function lastEpoch(run: RunView): number | undefined {
  let epoch: number | undefined;
  for (const { last, per } of run.series) {
    if (last?.epoch === undefined || !Number.isFinite(last.epoch)) continue;
    // The last batch of epoch 2 stands at 3, where the next one begins.
    const at = per === "batch" ? Math.max(0, Math.ceil(last.epoch) - 1) : Math.floor(last.epoch);
    epoch = Math.max(epoch ?? 0, at);
  }
  return epoch;
}
