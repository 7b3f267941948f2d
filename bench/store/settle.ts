import type { Store } from "@epochal/store";
import Database from "better-sqlite3";

/** More than any store of these benchmarks takes. */
const longestMs = 1_200_000;

/**
 * Waits until the store itself has done all that is to be done for runs that were recorded before: whose processes are gone, and
 * what follows from each.
 *
 * @returns how long that took, in milliseconds
 */
export async function settle(store: Store, location: string): Promise<number> {
  const begin = performance.now();
  const db = new Database(location, { readonly: true });
  const unsettled = db
    .prepare<[], number>(
      "SELECT count(*) FROM runs LEFT JOIN concluded ON run_id = runs.id AND concluded.rev = runs.rev WHERE run_id IS NULL",
    )
    .pluck();
  try {
    await store.listRuns({ limit: 1 });
    for (let left = unsettled.get() ?? 0; left > 0; left = unsettled.get() ?? 0) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (performance.now() - begin > longestMs) throw new Error(`${left} runs are not settled.`);
    }
  } finally {
    db.close();
  }
  return performance.now() - begin;
}
