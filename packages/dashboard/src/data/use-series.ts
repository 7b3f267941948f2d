"use client";
import { useEffect, useRef, useState } from "react";
import { askBytes } from "../live/ask.ts";
import { decodeSeries, type SeriesColumns } from "../wire/series-format.ts";

/** Series to fetch of a run. */
export interface WantedSeries {
  readonly id: string;
  /** Another one whenever the run's series grew. */
  readonly revision: string | number;
  readonly keys: readonly string[];
}

type SeriesOfRun = ReadonlyMap<string, SeriesColumns>;

/** How long the page waits before it asks again for what did not arrive. */
const PATIENCE_MS = 2000;

/** The points of these runs' series. Old ones stay until newer ones have arrived. */
export function useSeries(runs: readonly WantedSeries[]): ReadonlyMap<string, SeriesOfRun> {
  const [loaded, setLoaded] = useState<ReadonlyMap<string, SeriesOfRun>>(new Map());
  const [attempt, setAttempt] = useState(0);
  const asked = useRef(new Map<string, string>());
  const request = JSON.stringify(runs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again for what is missing
  useEffect(() => {
    const versions = asked.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    for (const { id, revision, keys } of JSON.parse(request) as WantedSeries[]) {
      const version = JSON.stringify([revision, keys]);
      if (keys.length === 0 || versions.get(id) === version) continue;
      versions.set(id, version);
      loadSeries(id, keys)
        .then((series) => {
          // An answer that a later question has overtaken is out of date.
          if (versions.get(id) === version) setLoaded((old) => new Map(old).set(id, series));
        })
        .catch(() => {
          if (versions.get(id) !== version) return;
          versions.delete(id);
          timer ??= setTimeout(() => setAttempt((count) => count + 1), PATIENCE_MS);
        });
    }
    return () => clearTimeout(timer);
  }, [request, attempt]);
  return loaded;
}

async function loadSeries(id: string, keys: readonly string[]): Promise<SeriesOfRun> {
  const { series } = decodeSeries(await askBytes("/api/series", { ids: [id], keys }));
  return new Map(series.map((columns) => [columns.key, columns]));
}
