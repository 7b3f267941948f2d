import { shortNumber } from "../text/short-number.ts";

export interface StopReasonArgs {
  readonly monitor: string;
  readonly best: number | undefined;
  readonly bestEpoch: number;
  readonly minDelta: number;
  readonly baseline: number | undefined;
  /** Whether some epoch was better than the baseline. */
  readonly hasPassedBaseline: boolean;
  /** Epochs without improvement. */
  readonly wait: number;
}

/** Why training stopped, in one sentence. */
export function stopReason(args: StopReasonArgs): string {
  const { monitor, best, bestEpoch, minDelta, baseline, hasPassedBaseline } = args;
  const epochs = args.wait === 1 ? "1 epoch" : `${args.wait} epochs`;
  if (best === undefined) {
    return `${monitor} had had no finite value for ${epochs}`;
  }
  const by = minDelta > 0 ? `by more than ${shortNumber(minDelta)} for ${epochs}` : `for ${epochs}`;
  return baseline !== undefined && !hasPassedBaseline
    ? `${monitor} had not improved on the baseline ${shortNumber(baseline)} ${by} (best: ${shortNumber(best)} in epoch ${bestEpoch})`
    : `${monitor} had not improved on ${shortNumber(best)} (epoch ${bestEpoch}) ${by}`;
}
