import type { QueryClient } from "@tanstack/react-query";
import {
  askSeries,
  type KeptPart,
  type KeptSeries,
  keptSeries,
  type SeriesStretch,
  type SeriesWanted,
} from "./series-cache.ts";

interface Waiting extends SeriesWanted {
  readonly resolve: (series: KeptSeries) => void;
  readonly reject: (error: unknown) => void;
}

const waiting = new WeakMap<QueryClient, Map<string, Waiting[]>>();

/** The series that are wanted, asked for together with those of all who ask in the same turn and want the same stretch of the same runs. */
export function batchSeries(
  client: QueryClient,
  wanted: SeriesWanted,
  stretch: SeriesStretch,
): Promise<KeptSeries> {
  const batches = waiting.get(client) ?? new Map<string, Waiting[]>();
  waiting.set(client, batches);
  const name = JSON.stringify([stretch, wanted.runs]);
  return new Promise((resolve, reject) => {
    const batch = batches.get(name);
    if (batch !== undefined) {
      batch.push({ ...wanted, resolve, reject });
      return;
    }
    const begun: Waiting[] = [{ ...wanted, resolve, reject }];
    batches.set(name, begun);
    setTimeout(() => {
      batches.delete(name);
      void answer(client, begun, stretch);
    });
  });
}

async function answer(
  client: QueryClient,
  batch: readonly Waiting[],
  stretch: SeriesStretch,
): Promise<void> {
  const runs = batch[0]?.runs ?? [];
  const keys = [...new Set(batch.flatMap((one) => one.keys))];
  try {
    const all = await askSeries({ runs, keys }, stretch, keptSeries(client, stretch));
    for (const one of batch) one.resolve(only(all, one.keys));
  } catch (error) {
    for (const one of batch) one.reject(error);
  }
}

function only(all: KeptSeries, keys: readonly string[]): KeptSeries {
  return new Map(
    [...all].map(([run, parts]) => [
      run,
      new Map(
        keys.flatMap((key): [string, KeptPart][] => {
          const kept = parts.get(key);
          return kept === undefined ? [] : [[key, kept]];
        }),
      ),
    ]),
  );
}
