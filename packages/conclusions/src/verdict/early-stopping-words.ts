import type { EarlyStoppingEvent, StoppedEarlyEvent } from "@epochal/record";
import { shortNumber } from "./short-number.ts";

/** What an early-stopping trace says, in one sentence; empty for an empty trace. */
export function earlyStoppingWords(
  trace: readonly EarlyStoppingEvent[],
  stopped: StoppedEarlyEvent | undefined,
): string {
  const last = trace.at(-1);
  if (last === undefined) return "";
  const { monitor, patience } = last;
  const record =
    last.best === undefined
      ? ""
      : ` on ${shortNumber(Number(last.best))}${last.bestEpoch === undefined ? "" : ` (epoch ${last.bestEpoch})`}`;
  if (stopped !== undefined) {
    return `Stopped after epoch ${stopped.epoch}: ${monitor} had not improved${record} for ${epochs(last.wait)}, the patience was ${patience}.`;
  }
  const longest = trace.reduce((a, b) => (b.wait > a.wait ? b : a), last);
  if (longest.wait === 0) return `${monitor} improved in every epoch; the patience is ${patience}.`;
  return `Never stopped: at most ${longest.wait} of ${patience} epochs passed without ${monitor} improving (epoch ${longest.epoch}).`;
}

const epochs = (count: number) => (count === 1 ? "1 epoch" : `${count} epochs`);
