import type { EarlyStoppingEvent, StoppedEarlyEvent } from "@epochal/record";
import { counted } from "../format/counted.ts";
import { epochWords } from "../format/epoch-words.ts";
import { formatValue } from "../format/format-value.ts";

/** What an early-stopping trace says, in one sentence; empty for an empty trace. */
export function earlyStoppingWords(
  trace: readonly EarlyStoppingEvent[],
  stopped: StoppedEarlyEvent | undefined,
): string {
  const last = trace.at(-1);
  if (last === undefined) return "";
  const { monitor, patience } = last;
  if (stopped !== undefined) {
    return `Stopped after ${epochWords(stopped.epoch)}: ${monitor} had not improved${recordOf(last)} for ${counted(last.wait, "epoch")}, the patience was ${patience}.`;
  }
  const longest = trace.reduce((a, b) => (b.wait > a.wait ? b : a), last);
  if (longest.wait === 0) return `${monitor} improved in every epoch; the patience is ${patience}.`;
  return `Never stopped: at most ${longest.wait} of ${counted(patience, "epoch")} passed without ${monitor} improving (${epochWords(longest.epoch)}).`;
}

function recordOf({ best, bestEpoch }: EarlyStoppingEvent): string {
  if (best === undefined) return "";
  const where = bestEpoch === undefined ? "" : ` (${epochWords(bestEpoch)})`;
  return ` on ${formatValue(Number(best))}${where}`;
}
