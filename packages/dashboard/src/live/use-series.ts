"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { SeriesColumns } from "../wire/series-format.ts";
import { batchSeries } from "./batch-series.ts";
import type { KeptSeries, SeriesKey, SeriesStretch, SeriesWanted } from "./series-cache.ts";

/** The points of a run's series, by their keys. */
type SeriesOfRun = ReadonlyMap<string, SeriesColumns>;

export interface SeriesView {
  /** What has come of the series that are wanted, by run and key. */
  readonly series: ReadonlyMap<string, SeriesOfRun>;
  /** Whether some of it is still on its way. */
  readonly isPending: boolean;
}

/**
 * The points of these series of these runs, kept up to date. Cards that ask at the same time are answered by one request, and what another
 * card has is not fetched again. While another stretch is on its way, the old points stay.
 */
export function useSeries({ runs, keys }: SeriesWanted, stretch: SeriesStretch = {}): SeriesView {
  const client = useQueryClient();
  const queryKey: SeriesKey = ["series", stretch, { runs, keys }];
  const { data, isPlaceholderData, isPending } = useQuery({
    queryKey,
    queryFn: () => batchSeries(client, { runs, keys }, stretch),
    enabled: runs.length > 0 && keys.length > 0,
    placeholderData: (previous: KeptSeries | undefined) => previous,
    structuralSharing: false,
  });
  const wanted = JSON.stringify([runs, keys]);
  const series = useMemo(
    () => partsOf(data, ...(JSON.parse(wanted) as [string[], string[]])),
    [data, wanted],
  );
  return { series, isPending: isPending || isPlaceholderData };
}

function partsOf(
  kept: KeptSeries | undefined,
  runs: readonly string[],
  keys: readonly string[],
): ReadonlyMap<string, SeriesOfRun> {
  const found = new Map<string, SeriesOfRun>();
  for (const run of runs) {
    const parts = new Map<string, SeriesColumns>();
    for (const key of keys) {
      const part = kept?.get(run)?.get(key)?.part;
      if (part !== undefined) parts.set(key, part);
    }
    if (parts.size > 0) found.set(run, parts);
  }
  return found;
}
