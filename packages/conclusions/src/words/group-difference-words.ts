import type { SeriesDescription } from "@epochal/record";
import { isShare } from "../comparison/is-share.ts";
import { counted } from "../format/counted.ts";
import { formatCount } from "../format/format-count.ts";
import { withInterval } from "../format/with-interval.ts";
import type { SampleSummary } from "../statistics/describe-sample.ts";
import { welchInterval } from "../statistics/welch-interval.ts";

/** Runs that repeat one training. */
export interface ComparedGroup {
  /** `units 64` */
  readonly name: string;
  /** Of the finite values, one a run; absent where no run has one. */
  readonly sample?: Pick<SampleSummary, "n" | "mean" | "sd" | "min" | "max"> | undefined;
}

/** Two groups beside each other. */
export interface GroupDifference {
  readonly a: ComparedGroup;
  readonly b: ComparedGroup;
  readonly series: Pick<SeriesDescription, "kind"> & { readonly direction?: "max" | "min" };
  /** How many groups these two were chosen from. @default 2 */
  readonly of?: number;
  /** Whether `b` is the best of them: it is then compared with each of the others, else any two of them with each other. @default false */
  readonly isBest?: boolean;
  /** What the runs of a group differ in. @default "run" */
  readonly repeats?: "seed" | "run";
}

/** With fewer runs, nobody knows how much a group varies. */
export const fewestInGroup = 3;

/**
 * By how much one group is above another, and whether that is more than chance, by Welch's interval of 95 %. Where the two were
 * chosen from several groups, the interval that decides is as much wider as Bonferroni asks for.
 *
 * @example
 * groupDifferenceWords(groups); // "64 units over 32: +0.8 ± 1.1 points, 5 seeds each, best of 8 groups: not distinguishable"
 */
export function groupDifferenceWords({
  a,
  b,
  series,
  of = 2,
  isBest = false,
  repeats = "run",
}: GroupDifference): string {
  const names = `${b.name} over ${a.name}`;
  const [one, two] = [a.sample, b.sample];
  const [ofA, ofB] = [one?.n ?? 0, two?.n ?? 0];
  const counts = countWords([ofB, ofA], repeats);
  const found = one && two && welchInterval(one, two);
  if (!found || Math.min(ofA, ofB) < fewestInGroup) {
    return `${names}: ${counts}: too few to tell, ${fewestInGroup} of each are needed`;
  }
  const { difference, high } = found;
  const isInPoints = isShare(series, [one.min, one.max, two.min, two.max]);
  const half = high - difference;
  const [by, around] = withInterval(difference, half, isInPoints);
  const sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
  const amount = `${sign}${by} ± ${around}${isInPoints ? " points" : ""}`;
  const chosen = of > 2 ? [`${isBest ? "best" : "two"} of ${counted(of, "group")}`] : [];
  const comparisons = Math.max(1, isBest ? of - 1 : (of * (of - 1)) / 2);
  return `${names}: ${[amount, counts, ...chosen].join(", ")}: ${decision(a, b, comparisons)}`;
}

function decision(
  { sample: one }: ComparedGroup,
  { sample: two }: ComparedGroup,
  comparisons: number,
) {
  const isClear = (confidence: number) => {
    const { low = 0, high = 0 } = (one && two && welchInterval(one, two, confidence)) ?? {};
    return low > 0 || high < 0;
  };
  if (!isClear(0.95)) return "not distinguishable";
  // The best of many is above the others by chance, too.
  return isClear(1 - 0.05 / comparisons)
    ? "more than chance"
    : `more than chance alone, but not as one of ${counted(comparisons, "comparison")}`;
}

function countWords([one, two]: readonly [number, number], word: string): string {
  return one === two
    ? `${counted(one, word)} each`
    : `${formatCount(one)} and ${counted(two, word)}`;
}
