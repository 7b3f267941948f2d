import type { Query, QueryClient } from "@tanstack/react-query";
import {
  activeSeries,
  askSeries,
  type KeptPart,
  type KeptSeries,
  keptSeries,
  type SeriesKey,
  type SeriesStretch,
} from "./series-cache.ts";

/** Fetches the points that are new of runs that have changed: one request for all series of a stretch, whoever shows them. */
export async function refreshSeries(client: QueryClient, ids: ReadonlySet<string>): Promise<void> {
  const stretches = new Map<string, Query[]>();
  for (const query of activeSeries(client)) {
    const [, stretch, { runs }] = query.queryKey as unknown as SeriesKey;
    if (!runs.some((id) => ids.has(id))) continue;
    const key = JSON.stringify(stretch);
    stretches.set(key, [...(stretches.get(key) ?? []), query]);
  }
  await Promise.all(
    [...stretches].map(async ([key, queries]) => {
      const stretch = JSON.parse(key) as SeriesStretch;
      const wanted = queries.map(({ queryKey }) => (queryKey as unknown as SeriesKey)[2]);
      const runs = [...new Set(wanted.flatMap((one) => one.runs))].filter((id) => ids.has(id));
      const keys = [...new Set(wanted.flatMap((one) => one.keys))];
      const fresh = await askSeries({ runs, keys }, stretch, keptSeries(client, stretch));
      for (const { queryKey } of queries) {
        client.setQueryData<KeptSeries>(queryKey, (old) => old && withFresh(old, fresh));
      }
    }),
  );
}

/** With the series of the runs that were asked for; the same where none of them has changed. */
function withFresh(old: KeptSeries, fresh: KeptSeries): KeptSeries {
  let isSame = true;
  const all = new Map(
    [...old].map(([run, parts]) => {
      const news = fresh.get(run);
      if (news === undefined) return [run, parts] as const;
      const own = [...parts].map(([key, kept]): [string, KeptPart] => [key, news.get(key) ?? kept]);
      if (own.every(([key, { part }]) => part === parts.get(key)?.part))
        return [run, parts] as const;
      isSame = false;
      return [run, new Map(own)] as const;
    }),
  );
  return isSame ? old : all;
}
