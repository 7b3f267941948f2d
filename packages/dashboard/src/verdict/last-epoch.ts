import type { RunView } from "../data/run-json.ts";

/** The last epoch a run has logged anything in, counted from 0. */
export function lastEpoch(run: RunView): number | undefined {
  let epoch: number | undefined;
  for (const { last } of run.series) {
    if (last?.epoch === undefined || !Number.isFinite(last.epoch)) continue;
    epoch = Math.max(epoch ?? 0, Math.floor(last.epoch));
  }
  return epoch;
}
