import "server-only";
import { type ListedRun, type Store, StoreError, type StoreTypes } from "@epochal/store";

/** A run without its config and its series. */
export type KnownRun = ListedRun<StoreTypes, Record<never, never>>;

/** These runs, in the trash or not, by their ids. @throws StoreError `run_not_found` */
export async function knownRuns(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownRun>> {
  const query = { ids, with: {}, limit: ids.length } as const;
  const pages = [await store.listRuns(query), await store.listRuns({ ...query, deleted: true })];
  const found = new Map(pages.flatMap(({ runs }) => runs.map((run) => [run.id, run] as const)));
  const missing = ids.find((id) => !found.has(id));
  if (missing === undefined) return found;
  throw new StoreError("run_not_found", `There is no run ${missing}.`);
}
