import type { RunEvidence } from "./run-evidence.ts";

/** What tracking took of a training. */
export interface TrackingCost {
  readonly ms: number;
  readonly trainingMs: number;
  /** 0.016 for 1.6 %. */
  readonly share: number;
}

/** Adds up, over all epochs, the time that tracking took and the time that training took. An epoch that was trained twice counts twice. */
export function costOf({ curves }: RunEvidence): TrackingCost | undefined {
  const sum = (key: string) => {
    const curve = curves.get(key);
    if (curve === undefined) return undefined;
    const { values, total = values.reduce((all, each) => all + each, 0), asideTotal = 0 } = curve;
    return total + asideTotal;
  };
  const [ms, seconds] = [sum("tracking_ms"), sum("epoch_seconds")];
  if (ms === undefined || seconds === undefined || !(seconds > 0)) return undefined;
  return { ms, trainingMs: seconds * 1000, share: ms / (seconds * 1000) };
}
