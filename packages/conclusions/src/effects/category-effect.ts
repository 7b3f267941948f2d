import { describeSample, type Interval } from "../statistics/describe-sample.ts";
import { welchInterval } from "../statistics/welch-interval.ts";

/** The runs that have the same value of a param. */
export interface EffectGroup {
  /** Absent for the runs that lack the param. */
  readonly value?: unknown;
  readonly n: number;
  readonly mean: number;
  /** Of the mean, 95 %; absent where there are fewer than 3 runs. */
  readonly interval?: Interval;
}

/** What a text, a switch or a list has to do with a metric: the metric's mean for each of its values. */
export interface CategoryEffect {
  readonly kind: "category";
  readonly path: string;
  readonly n: number;
  /** The best mean first; the highest where neither way is better. */
  readonly groups: readonly EffectGroup[];
  /** How much of the metric's variance lies between the groups, from 0 to 1. */
  readonly share: number;
  /**
   * Whether two groups differ: the 95 % interval of the difference between the highest and the lowest mean leaves out 0, once it
   * is widened for all the pairs there are to pick from.
   */
  readonly isClear: boolean;
}

const fewestInGroup = 3;

/** Undefined unless at least two values have 3 runs each, and where the metric never changes. */
export function categoryEffect(
  {
    path,
    values: given,
  }: { readonly path: string; readonly values: readonly (string | undefined)[] },
  values: readonly number[],
  direction: "max" | "min" | undefined,
): CategoryEffect | undefined {
  const byValue = new Map<string | undefined, number[]>();
  for (const [i, json] of given.entries()) {
    const known = byValue.get(json);
    if (known === undefined) byValue.set(json, [values[i] as number]);
    else known.push(values[i] as number);
  }
  const sign = direction === "min" ? 1 : -1;
  const groups = [...byValue]
    .map(([json, members]) => ({ json, members, ...toGroup(json, members) }))
    .sort((a, b) => sign * (a.group.mean - b.group.mean));
  const large = groups.filter(({ members }) => members.length >= fewestInGroup);
  const [first, last] = [large[0], large.at(-1)];
  if (first === undefined || last === undefined || large.length < 2) return undefined;
  if (values.every((value) => value === values[0])) return undefined;
  const pairs = (large.length * (large.length - 1)) / 2;
  const difference = welchInterval(first.members, last.members, 1 - 0.05 / pairs);
  return {
    ...{ kind: "category", path, n: values.length },
    groups: groups.map(({ group }) => group),
    share: shareBetween(groups.map(({ members }) => members)),
    isClear: difference !== undefined && (difference.low > 0 || difference.high < 0),
  };
}

function toGroup(json: string | undefined, members: readonly number[]) {
  const { n = 0, mean = Number.NaN, interval } = describeSample(members) ?? {};
  const group: EffectGroup = {
    ...(json !== undefined && { value: JSON.parse(json) as unknown }),
    ...{ n, mean },
    ...(interval !== undefined && n >= fewestInGroup && { interval }),
  };
  return { group };
}

function shareBetween(groups: readonly (readonly number[])[]): number {
  const all = groups.flat();
  const size = all.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const meanOf = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value / size, 0) / values.length;
  const center = meanOf(all);
  const total = all.reduce((sum, value) => sum + (value / size - center) ** 2, 0);
  const between = groups.reduce(
    (sum, members) => sum + members.length * (meanOf(members) - center) ** 2,
    0,
  );
  return total === 0 ? 0 : Math.min(1, between / total);
}
