import type { RunEvent } from "@epochal/callbacks";
import type { RunState, SeriesSummary } from "../run-summary.ts";
import type { RunConclusions } from "./conclude.ts";
import { divergenceWords } from "./divergence-words.ts";
import { ordinal } from "./ordinal.ts";
import { type Reached, reachedOf } from "./reached-of.ts";
import { stopOf } from "./stop-of.ts";

/** A run as far as its words need it: of the command and of the pages alike. */
export interface ToldRun {
  readonly status: { readonly state: RunState; readonly reason?: string };
  readonly series: readonly SeriesSummary[];
  readonly conclusions: Pick<RunConclusions, "divergence">;
  readonly events?: readonly { readonly event: RunEvent }[];
}

/** How a run stands or ended, in parts that command and pages put together. */
export interface StatusParts {
  /** `stopped early` */
  readonly state: string;
  /** How far it came: `in its 12th epoch`, `after 11 epochs`. Absent where nothing tells. */
  readonly where?: string;
  /** How many epochs it trained to their end. Absent where nothing tells. */
  readonly epochs?: string;
  readonly reason?: string;
  /** Where its numbers broke for good: `NaN from epoch 7, batch 46`. */
  readonly diverged?: string;
}

/** How a run stands or ended, in words. Epochs are counted, so that nobody has to know where counting begins. */
export function statusParts({ status, series, conclusions, events = [] }: ToldRun): StatusParts {
  const { state, reason } = status;
  const reached = reachedOf(series);
  const stop = state === "stopped_early" ? stopOf(events.map(({ event }) => event)) : undefined;
  const stopped =
    stop && Number.isFinite(stop.epoch) ? { done: Math.floor(stop.epoch) + 1 } : reached;
  const where = state === "stopped_early" ? stopped : reached;
  const diverged = conclusions.divergence && divergenceWords(conclusions.divergence);
  return {
    state: state.replaceAll("_", " "),
    ...(where && { where: placeOf(where) }),
    ...(reached && { epochs: counted(reached.done) }),
    ...(reason !== undefined && reason !== "" && { reason }),
    ...(diverged !== undefined && { diverged }),
  };
}

const placeOf = ({ done, within }: Reached) =>
  within === undefined ? `after ${counted(done)}` : `in its ${ordinal(within)} epoch`;

const counted = (epochs: number) => (epochs === 1 ? "1 epoch" : `${epochs} epochs`);
