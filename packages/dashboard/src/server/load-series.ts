import "server-only";
import type { SeriesPoints, StoreError } from "@epochal/store";
import { store } from "./store.ts";

/** The points of these series of a run, or those that an earlier segment of it logged before it was resumed. Undefined where there is no such run or series. */
export async function loadSeries(
  run: string,
  keys: readonly string[],
  segment?: number,
): Promise<SeriesPoints[] | undefined> {
  const open = await store();
  const rest = segment === undefined ? {} : { segment };
  try {
    return await Promise.all(keys.map((key) => open.readSeries({ run, key, ...rest })));
  } catch (error) {
    const { code } = error as StoreError;
    if (code === "run_not_found" || code === "series_not_found") return undefined;
    throw error;
  }
}
