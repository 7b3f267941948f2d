import type { RunState } from "../run-summary.ts";
import type { RunConclusions } from "./conclude.ts";
import { divergenceWords } from "./divergence-words.ts";
import { ordinal } from "./ordinal.ts";
import type { Reached } from "./reached-of.ts";

/** A run as far as its words need it: of the command and of the pages alike. */
export interface ToldRun {
  readonly status: { readonly state: RunState; readonly reason?: string };
  readonly conclusions: Pick<RunConclusions, "divergence" | "reached">;
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
export function statusParts({ status, conclusions }: ToldRun): StatusParts {
  const { state, reason } = status;
  const { reached, divergence } = conclusions;
  return {
    state: state.replaceAll("_", " "),
    ...(reached && { where: placeOf(reached), epochs: counted(reached.done) }),
    ...(reason !== undefined && reason !== "" && { reason }),
    ...(divergence && { diverged: divergenceWords(divergence) }),
  };
}

const placeOf = ({ done, within }: Reached) =>
  within === undefined ? `after ${counted(done)}` : `in its ${ordinal(within)} epoch`;

const counted = (epochs: number) => (epochs === 1 ? "1 epoch" : `${epochs} epochs`);
