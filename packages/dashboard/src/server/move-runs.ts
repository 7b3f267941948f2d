import "server-only";
import type { Store } from "@epochal/store";
import { refusalWords } from "../wire/refusal-words.ts";
import type { MovedRuns, RefusedDeletion } from "../wire/runs-change.ts";
import { knownRuns } from "./known-runs.ts";
import { readIds } from "./read-ids.ts";

/**
 * Puts runs into the trash, all of them or none; where some train, it says which.
 *
 * @throws TypeError or RangeError where these are no ids, StoreError `run_not_found`, `run_is_running`
 */
export async function deleteRuns(
  store: Store,
  given: unknown,
): Promise<MovedRuns | RefusedDeletion> {
  const ids = readIds(given);
  const runs = [...(await knownRuns(store, ids)).values()];
  const running = runs
    .filter(({ status }) => status.state === "running")
    .map(({ id, name }) => ({ id, name }));
  if (running.length > 0) {
    const training = new Set(running.map(({ id }) => id));
    const others = ids.filter((id) => !training.has(id));
    return { error: refusalWords(running, others.length), running, others };
  }
  await store.deleteRuns(ids);
  return {
    moved: runs.filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id),
  };
}

/** Brings runs back from the trash, all of them or none. @throws TypeError or RangeError where these are no ids, StoreError `run_not_found` */
export async function restoreRuns(store: Store, given: unknown): Promise<MovedRuns> {
  const ids = readIds(given);
  const runs = [...(await knownRuns(store, ids)).values()];
  await store.restoreRuns(ids);
  return {
    moved: runs.filter(({ deletedAt }) => deletedAt !== undefined).map(({ id }) => id),
  };
}
