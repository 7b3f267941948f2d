import { type EarlyStoppingEvent, MonitorTrack } from "@epochal/record";

/** What early stopping would have done with another patience. */
export interface WhatIfPatience {
  readonly patience: number;
  /** The epoch after which it would have stopped. Absent where it would not have stopped within the trace. */
  readonly stopsAfter?: number;
  /** The last epoch of the trace. The trace cannot say what would have happened later. */
  readonly dataEnd: number;
  /** The best value until it stopped, or until the data end, and its epoch. */
  readonly best?: number;
  readonly bestEpoch?: number;
  /** Epochs without improvement at the end of the data; absent where it stops. */
  readonly wait?: number;
}

/**
 * Says what `EarlyStopping` would have done with this patience. It answers from the trace alone, as far as the trace goes.
 *
 * It counts as `EarlyStopping` does. An epoch improves when its value is better than the best by more than `minDelta`. An epoch that
 * does not pass the baseline counts as waiting. It never stops after the first epoch. A patience of 0 means the same as 1. Where several values are watched,
 * their `combine` decides.
 *
 * @param trace the events `early_stopping` of one training, in their order
 * @param zeroth the epoch of the run that the training calls 0
 * @returns undefined where there is no trace
 */
export function whatIfPatience(
  trace: readonly EarlyStoppingEvent[],
  patience: number,
  zeroth = 0,
): WhatIfPatience | undefined {
  const [first] = trace;
  const last = trace.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const limit = Math.max(patience, 1);
  const tracks = new Map<string, MonitorTrack>();
  for (const { monitor, mode, minDelta, baseline } of trace) {
    if (tracks.has(monitor)) continue;
    tracks.set(monitor, new MonitorTrack(monitor, { direction: mode, minDelta, baseline }));
  }
  const epochs = [...new Set(trace.map(({ epoch }) => epoch))];
  const state = () => {
    const track = tracks.get(first.monitor);
    return track?.best === undefined ? {} : { best: track.best, bestEpoch: track.bestEpoch };
  };
  for (const epoch of epochs) {
    const seen = trace.filter((event) => event.epoch === epoch);
    for (const { monitor, value, minDelta } of seen) {
      tracks.get(monitor)?.see(epoch, Number(value), minDelta);
    }
    const isOut = [...tracks.values()].map(({ wait }) => wait >= limit);
    const stops = first.combine === "any" ? isOut.some(Boolean) : isOut.every(Boolean);
    // It stops only in an epoch in which it saw the first value.
    const isSeen = seen.some(({ monitor }) => monitor === first.monitor);
    if (stops && isSeen && epoch > zeroth) {
      return { patience, stopsAfter: epoch, dataEnd: last.epoch, ...state() };
    }
  }
  const wait = tracks.get(first.monitor)?.wait ?? 0;
  return { patience, dataEnd: last.epoch, ...state(), wait };
}
