import { and, asc, gt, inArray } from "drizzle-orm";
import type { SeriesSummary, SeriesValue } from "../../run-summary.ts";
import { series } from "../schema/series.ts";
import type { Drizzle } from "./drizzle.ts";

type SeriesRow = typeof series.$inferSelect;

/** The summaries of all series of some runs, by run, in the order of their keys. */
export function seriesOfRuns(
  db: Drizzle,
  runs: readonly { readonly id: string; readonly restoredEpoch: number | null }[],
): Map<string, SeriesSummary[]> {
  const found = new Map<string, SeriesSummary[]>(runs.map(({ id }) => [id, []]));
  const restored = new Map(runs.map(({ id, restoredEpoch }) => [id, restoredEpoch !== null]));
  for (let i = 0; i < runs.length; i += 500) {
    const ids = runs.slice(i, i + 500).map(({ id }) => id);
    const rows = db
      .select()
      .from(series)
      .where(and(inArray(series.runId, ids), gt(series.n, 0)))
      .orderBy(asc(series.runId), asc(series.key))
      .all();
    for (const row of rows) {
      found.get(row.runId)?.push(toSummary(row, restored.get(row.runId) === true));
    }
  }
  return found;
}

function toSummary(row: SeriesRow, hasRestored: boolean): SeriesSummary {
  const last = valueAt(row.lastStep, row.lastEpoch, row.lastValue);
  return defined<SeriesSummary>({
    key: row.key,
    metric: row.metric,
    split: row.split as SeriesSummary["split"],
    kind: row.kind as SeriesSummary["kind"],
    direction: (row.direction ?? undefined) as SeriesSummary["direction"],
    per: row.per as SeriesSummary["per"],
    count: row.n,
    first: valueAt(row.firstStep, row.firstEpoch, row.firstValue),
    last,
    best: row.bestValue === null ? undefined : valueAt(row.bestStep, row.bestEpoch, row.bestValue),
    kept: hasRestored ? valueAt(row.keptStep, row.keptEpoch, row.keptValue) : last,
    min: row.minValue ?? undefined,
    max: row.maxValue ?? undefined,
    nonFinite: row.bad,
    firstNonFinite: valueAt(row.badStep, row.badEpoch, row.badValue),
  });
}

function valueAt(
  step: number | null,
  epoch: number | null,
  value: number | null,
): SeriesValue | undefined {
  if (step === null) return undefined;
  return { value: value ?? Number.NaN, step, ...(epoch !== null && { epoch }) };
}

/** The same without what is undefined. */
function defined<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as unknown as T;
}
