import { counted } from "../format/counted.ts";
import { formatCount } from "../format/format-count.ts";
import { fewestInGroup } from "./group-difference-words.ts";

/** What is known of groups before anything is said of the best two. */
export interface GroupsFacts {
  /** What they are judged by: `val_auc`. */
  readonly metric: string;
  readonly direction?: "max" | "min" | undefined;
  readonly groups: number;
  /** How many of them have enough runs with a finite value. */
  readonly large: number;
  /** How many runs the best two have in common. @default none */
  readonly shared?: number;
}

/** Why nothing is said of whether the best group is better than the next; undefined where nothing stands against it. */
export function groupSilenceWords(facts: GroupsFacts): string | undefined {
  const { metric, direction, groups, large, shared = 0 } = facts;
  if (groups === 0) return undefined;
  if (groups === 1) return "All of these runs are in one group.";
  if (direction === undefined) {
    return `Nothing says which way ${metric} is better, so no group is the best.`;
  }
  if (large < 2) {
    const those = large === 0 ? "None" : "Only one";
    return `${those} of ${counted(groups, "group")} has ${formatCount(fewestInGroup)} runs with a value: too few to tell chance from more.`;
  }
  if (shared === 0) return undefined;
  return `${counted(shared, "run is", "runs are")} in both of the best groups: whether these differ by more than chance cannot be told.`;
}
