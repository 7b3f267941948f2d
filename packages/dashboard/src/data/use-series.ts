"use client";
import { useEffect, useRef, useState } from "react";
import { decodeSeries, type SeriesColumns } from "./series-format.ts";

export interface WantedSeries {
  readonly id: string;
  /** Changes whenever the run's series grew. */
  readonly revision: string | number;
  readonly keys: readonly string[];
}

type SeriesOfRun = ReadonlyMap<string, SeriesColumns>;

/** The points of these runs' series. What is there stays until what is newer has come. */
export function useSeries(runs: readonly WantedSeries[]): ReadonlyMap<string, SeriesOfRun> {
  const [loaded, setLoaded] = useState<ReadonlyMap<string, SeriesOfRun>>(new Map());
  const asked = useRef(new Map<string, string>());
  const request = JSON.stringify(runs);
  useEffect(() => {
    const versions = asked.current;
    for (const { id, revision, keys } of JSON.parse(request) as WantedSeries[]) {
      const version = `${revision} ${keys.join(" ")}`;
      if (keys.length === 0 || versions.get(id) === version) continue;
      versions.set(id, version);
      loadSeries(id, keys)
        .then((series) => {
          // An answer that a later question has overtaken is out of date.
          if (versions.get(id) === version) setLoaded((old) => new Map(old).set(id, series));
        })
        .catch(() => {
          if (versions.get(id) === version) versions.delete(id);
        });
    }
  }, [request]);
  return loaded;
}

async function loadSeries(id: string, keys: readonly string[]): Promise<SeriesOfRun> {
  const query = new URLSearchParams([["run", id], ...keys.map((key) => ["key", key])]);
  const answer = await fetch(`/api/series?${query}`);
  if (!answer.ok) throw new Error(`The series of run ${id} could not be read: ${answer.status}`);
  const series = decodeSeries(await answer.arrayBuffer());
  return new Map(series.map((columns) => [columns.key, columns]));
}
