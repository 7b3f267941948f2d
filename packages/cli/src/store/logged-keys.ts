import type { RunFilter, Store } from "@epochal/store";

/** The keys of all series of the runs that match, in the order of the alphabet. */
export async function loggedKeys(store: Store, filter: RunFilter): Promise<string[]> {
  const { runs } = await store.listRuns({ ...filter, limit: Number.MAX_SAFE_INTEGER });
  return [...new Set(runs.flatMap(({ series }) => series.map(({ key }) => key)))].sort();
}
