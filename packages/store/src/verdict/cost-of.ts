import type { RunEvidence } from "./run-evidence.ts";

/** What tracking took of a training. */
export interface TrackingCost {
  readonly ms: number;
  readonly trainingMs: number;
  /** 0.016 for 1.6 %. */
  readonly share: number;
}

/** The sums over all epochs of what tracking and what training took. */
export function costOf({ curves }: RunEvidence): TrackingCost | undefined {
  const sum = (key: string) => curves.get(key)?.values.reduce((total, each) => total + each, 0);
  const [ms, seconds] = [sum("tracking_ms"), sum("epoch_seconds")];
  if (ms === undefined || seconds === undefined || seconds <= 0) return undefined;
  return { ms, trainingMs: seconds * 1000, share: ms / (seconds * 1000) };
}
