import { counted } from "../format/counted.ts";
import type { RunState } from "../run-summary.ts";
import { ordinal } from "../text/ordinal.ts";
import type { RunConclusions } from "../verdict/conclude.ts";
import type { Reached } from "../verdict/reached-of.ts";
import { divergenceWords } from "./divergence-words.ts";
import { recounted } from "./recounted.ts";
import { stopWords } from "./stop-words.ts";

/** What of a run its words need, in the command and in the pages alike. */
export interface ToldRun {
  readonly status: { readonly state: RunState; readonly reason?: string };
  readonly conclusions: Pick<RunConclusions, "divergence" | "reached" | "stopped">;
}

/** How a run stands or ended, in parts that command and pages put together. */
export interface StatusParts {
  /** `stopped early` */
  readonly state: string;
  /** How far it came: `in its 12th epoch`, `after 11 epochs`. Absent where neither series nor events tell. */
  readonly where?: string;
  /** How many epochs it trained to their end. Absent where nothing tells. */
  readonly epochs?: string;
  readonly reason?: string;
  /** Where its numbers broke for good: `NaN from epoch 7, batch 46`. */
  readonly diverged?: string;
}

/** How a run stands or ended, in words. */
export function statusParts({ status, conclusions }: ToldRun): StatusParts {
  const { state } = status;
  const { reached, divergence } = conclusions;
  const reason = reasonOf({ status, conclusions });
  return {
    state: state.replaceAll("_", " "),
    ...(reached && { where: placeOf(reached), epochs: counted(reached.done, "epoch") }),
    ...(reason !== undefined && { reason }),
    ...(divergence && { diverged: divergenceWords(divergence) }),
  };
}

const placeOf = ({ done, within }: Reached) =>
  within === undefined ? `after ${counted(done, "epoch")}` : `in its ${ordinal(within)} epoch`;

/** The event of an early stop says more than the sentence that was stored with the run's end. */
function reasonOf({ status: { state, reason }, conclusions: { stopped } }: ToldRun) {
  if (reason === undefined || reason === "") return undefined;
  const isStop = state === "stopped_early" && stopped?.reason === reason;
  return isStop ? stopWords(stopped) : recounted(reason);
}
