import { hashKey, type Query, type QueryClient } from "@tanstack/react-query";
import type { SeriesQuestion } from "../wire/questions.ts";
import { decodeSeries, type ManyColumns, type SeriesColumns } from "../wire/series-format.ts";
import { askBytes } from "./ask.ts";
import { mergePart } from "./merge-part.ts";

/** Which stretch of series is wanted, and how finely. */
export type SeriesStretch = Pick<SeriesQuestion, "x" | "from" | "to" | "buckets" | "segment">;

/** Series that are wanted: these of each of these runs. */
export interface SeriesWanted {
  readonly runs: readonly string[];
  readonly keys: readonly string[];
}

/** A series, and the revision of the store at which it was that. */
export interface KeptPart {
  readonly part: SeriesColumns | undefined;
  readonly revision: number;
}

/** What a query for series has, by run and key. A series that a run does not have is kept as undefined. */
export type KeptSeries = ReadonlyMap<string, ReadonlyMap<string, KeptPart>>;

/** The key of a query for series. */
export type SeriesKey = readonly ["series", SeriesStretch, SeriesWanted];

/** All that is kept of series in this stretch, whichever query asked for it; of several the newest. */
export function keptSeries(client: QueryClient, stretch: SeriesStretch): KeptSeries {
  const all = new Map<string, Map<string, KeptPart>>();
  const wanted = hashKey([stretch]);
  for (const { state, queryKey } of client.getQueryCache().findAll({ queryKey: ["series"] })) {
    // A key is found by a part of it: everything would be found with each of its stretches.
    if (hashKey([queryKey[1]]) !== wanted) continue;
    for (const [run, parts] of (state.data as KeptSeries | undefined) ?? []) {
      const known = all.get(run) ?? new Map<string, KeptPart>();
      all.set(run, known);
      for (const [key, kept] of parts) {
        const other = known.get(key);
        if (other === undefined || other.revision < kept.revision) known.set(key, kept);
      }
    }
  }
  return all;
}

/** What is asked for all of these series. */
export function seriesQuestionOf(
  { runs, keys }: SeriesWanted,
  stretch: SeriesStretch,
): SeriesQuestion {
  return { ids: [...runs], keys: [...keys], ...stretch };
}

/** Asks for series: for what is new of those that are kept, and for all of the others. One request. */
export async function askSeries(
  wanted: SeriesWanted,
  stretch: SeriesStretch,
  kept: KeptSeries,
): Promise<KeptSeries> {
  const { runs, keys } = wanted;
  const have: Record<string, Record<string, [number, number]>> = {};
  let since = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    for (const key of keys) {
      const one = kept.get(run)?.get(key);
      if (one?.part === undefined) continue;
      since = Math.min(since, one.revision);
      have[run] = { ...have[run], [key]: [one.part.last, one.part.total] };
    }
  }
  const isKnown = Number.isFinite(since);
  const question = { ...seriesQuestionOf(wanted, stretch), ...(isKnown && { since, have }) };
  const buffer = await askBytes("/api/series", question);
  return merged(wanted, kept, decodeSeries(buffer));
}

function merged(
  { runs, keys }: SeriesWanted,
  kept: KeptSeries,
  { revision, series }: ManyColumns,
): KeptSeries {
  const fresh = new Map<string, Map<string, SeriesColumns>>();
  for (const part of series) {
    const parts = fresh.get(part.run) ?? new Map<string, SeriesColumns>();
    fresh.set(part.run, parts.set(part.key, part));
  }
  return new Map(
    runs.map((run) => [
      run,
      new Map(
        keys.map((key): [string, KeptPart] => {
          const old = kept.get(run)?.get(key)?.part;
          const news = fresh.get(run)?.get(key);
          return [key, { part: news === undefined ? old : mergePart(old, news), revision }];
        }),
      ),
    ]),
  );
}

/** The queries for series that something on the screen shows. */
export function activeSeries(client: QueryClient): Query[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: ["series"], type: "active" })
    .filter(({ state }) => state.data !== undefined);
}
