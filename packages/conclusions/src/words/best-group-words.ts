import { counted } from "../format/counted.ts";
import { formatValue } from "../format/format-value.ts";

/** The best of several groups of runs, by its mean. */
export interface BestGroup {
  /** `lr 0.01, 64 units` */
  readonly name: string;
  readonly mean: number;
  /** How many of its runs have a value. */
  readonly n: number;
  /** The metric. */
  readonly key: string;
  /** How many groups there are. */
  readonly of: number;
}

/**
 * The sentence with the answer, where runs are folded into groups.
 *
 * @example
 * "Best of 8 groups: lr 0.01, 64 units, val_auc 0.9096 on average of 25 runs."
 */
export function bestGroupWords({ name, mean, n, key, of }: BestGroup): string {
  const value = `${key} ${formatValue(mean)}`;
  const average = n === 1 ? "in its only run" : `on average of ${counted(n, "run")}`;
  const best = of === 1 ? "The only group" : `Best of ${counted(of, "group")}`;
  return `${best}: ${name}, ${value} ${average}.`;
}
