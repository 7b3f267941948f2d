import "server-only";
import { flattenConfig } from "@epochal/record";
import type { FigureName, GroupSummary } from "@epochal/store";
import { leafText } from "../params/leaf-text.ts";
import type { GroupSpread } from "../wire/asked-parts.ts";
import type { GroupRow, GroupValue } from "../wire/groups-answer.ts";

type Sample = NonNullable<GroupSummary["figures"][string]["sample"]>;

/** The figures by which each group is judged, as rows and orders name them. */
const judged = ["best", "last", "kept", "regret"] as const;

/** Whether the store sums a column up; all others are of texts. */
export function isFigure(column: string): column is FigureName {
  return /^(?:best|last|kept|min|max|param):./s.test(column) || column === "duration";
}

/** What is asked of the store for rows of groups. @param columns figures and others */
export function askedFigures(metric: string, columns: readonly string[]): FigureName[] {
  return [
    ...judged.map((kind) => `${kind}:${metric}` as const),
    ...(["duration", "started"] as const),
    ...columns.filter(isFigure),
  ];
}

export interface FigureArgs {
  readonly metric: string;
  readonly columns: readonly string[];
  readonly spread: GroupSpread;
}

/** The sample of a figure by the name that rows and orders have for it. Where neither way is better, there is no best value: the last one counts. */
export function sampleOf(
  { figures }: Pick<GroupSummary, "figures">,
  metric: string,
  name: string,
): Sample | undefined {
  const isOwn = judged.some((kind) => kind === name);
  const figure = (of: string) => figures[of]?.sample;
  if (name === "best") return figure(`best:${metric}`) ?? figure(`last:${metric}`);
  return figure(isOwn ? `${name}:${metric}` : name);
}

/** The numbers of a group as mean and spread, and the params that are the same in all of its runs. */
export function groupFigures(
  group: Pick<GroupSummary, "figures">,
  { metric, columns, spread }: FigureArgs,
): Pick<GroupRow, "values" | "shared"> {
  const names = [...judged, "duration", ...columns.filter(isFigure)];
  const values = names.flatMap((name) => {
    const sample = sampleOf(group, metric, name);
    return sample === undefined ? [] : [[name, toValue(sample, spread)] as const];
  });
  const shared = columns.flatMap((name) => {
    const text = sharedText(group, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return { values: Object.fromEntries(values), shared: Object.fromEntries(shared) };
}

/** The value of a param as text, where all runs of a group have the same. */
export function sharedText(
  { figures }: Pick<GroupSummary, "figures">,
  name: string,
): string | undefined {
  const same = figures[name]?.same;
  const [leaf] = same === undefined ? [] : flattenConfig({ same });
  return leaf && leafText(leaf);
}

function toValue(sample: Sample, spread: GroupSpread): GroupValue {
  const { n, mean, sd, interval, quartiles, min, max } = sample;
  if (n === 1) return { mean, n };
  if (spread === "range") return { mean, n, reach: { low: min, high: max } };
  if (spread === "quartiles") return { mean, n, reach: quartiles };
  const half = spread === "sd" ? sd : interval && interval.high - mean;
  return { mean, n, ...(half !== undefined && { spread: half }) };
}
