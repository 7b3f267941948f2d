import { counted } from "../format/counted.ts";
import type { Reached } from "../verdict/reached-of.ts";

export interface ProgressFacts {
  /** Absent until anything tells. */
  readonly reached?: Pick<Reached, "done">;
  /** How many epochs there are to be, where that is known. */
  readonly epochs?: number;
}

/** How far a training has come: `7 of 12 epochs`. */
export function progressWords({ reached, epochs }: ProgressFacts): string {
  const done = reached?.done ?? 0;
  if (epochs === undefined || epochs < done) {
    return done === 0 ? "in its first epoch" : counted(done, "epoch");
  }
  return `${done} of ${counted(epochs, "epoch")}`;
}
