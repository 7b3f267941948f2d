import "server-only";
import type { SeriesSummary, SeriesValue } from "@epochal/conclusions";
import type { Store } from "@epochal/store";

/** A metric that nobody knows, and which way a person said is better. */
export interface DirectedMetric {
  readonly key: string;
  readonly direction: "max" | "min";
}

interface Summarized {
  readonly id: string;
  readonly series: readonly SeriesSummary[];
}

/** Runs with the best value of a series that knows no direction, by the one that a person gave it. What knows its own keeps it. */
export async function withDirection<Run extends Summarized>(
  open: Store,
  runs: readonly Run[],
  given: DirectedMetric | undefined,
): Promise<readonly Run[]> {
  if (given === undefined) return runs;
  const { key, direction } = given;
  const isOpen = (series: SeriesSummary) => series.key === key && series.direction === undefined;
  const wanted = runs.filter(({ series }) => series.some(isOpen));
  // One bucket: it has the lowest and the highest value where they stand.
  const read = await open.readManySeries({
    series: wanted.map(({ id }) => ({ run: id, key })),
    width: 1,
  });
  const bests = new Map(read.series.map((part) => [part.run, bestOf(part, direction)]));
  return runs.map((run) => ({
    ...run,
    series: run.series.map((series) => {
      const best = bests.get(run.id);
      return isOpen(series) ? { ...series, direction, ...(best && { best }) } : series;
    }),
  }));
}

interface Points {
  readonly step: Float64Array;
  readonly epoch: Float64Array;
  readonly value: Float64Array;
}

/** The first of the best values. */
function bestOf(
  { step, epoch, value }: Points,
  direction: DirectedMetric["direction"],
): SeriesValue | undefined {
  const sign = direction === "max" ? 1 : -1;
  let at = 0;
  for (const [index, each] of value.entries())
    if (sign * each > sign * (value[at] ?? each)) at = index;
  const [best, place, of] = [value[at], step[at], epoch[at]];
  if (best === undefined || place === undefined) return undefined;
  return { value: best, step: place, ...(of !== undefined && !Number.isNaN(of) && { epoch: of }) };
}

/** An order of runs, where one by the best value of such a metric is one by its extreme. */
export function directedOrder(order: string, given: DirectedMetric | undefined): string {
  if (given === undefined) return order;
  const [, by = order, way] = /^(.*?)(?: (asc|desc))?$/s.exec(order) ?? [];
  if (by !== `best:${given.key}`) return order;
  return `${given.direction}:${given.key} ${way ?? (given.direction === "max" ? "desc" : "asc")}`;
}
