import "server-only";
import type { SeriesPoints, SeriesQuery, Store, StoreError } from "@epochal/store";
import { pageText } from "../data/page-text.ts";
import { store } from "./store.ts";

/** The points of these series of a run, or those that an earlier segment of it logged before it was resumed. Undefined where there is no such run or series. */
export async function loadSeries(
  run: string,
  keys: readonly string[],
  segment?: number,
): Promise<SeriesPoints[] | undefined> {
  const open = await store();
  const rest = segment === undefined ? {} : { segment };
  if (segment === undefined) {
    const { series } = await open.readManySeries({ series: keys.map((key) => ({ run, key })) });
    if (series.length === keys.length) return [...series];
  }
  try {
    return await Promise.all(keys.map((key) => read(open, { run, key, ...rest })));
  } catch (error) {
    const { code } = error as StoreError;
    if (code === "run_not_found" || code === "series_not_found") return undefined;
    throw error;
  }
}

/** By the key as a page has it, which may hold less than the key itself. */
async function read(open: Store, query: SeriesQuery): Promise<SeriesPoints> {
  try {
    return await open.readSeries(query);
  } catch (error) {
    if ((error as StoreError).code !== "series_not_found") throw error;
    const { runs } = await open.listRuns({ ids: [query.run] });
    const own = runs[0]?.series.find(({ key }) => pageText(key) === query.key);
    if (own === undefined) throw error;
    return { ...(await open.readSeries({ ...query, key: own.key })), key: query.key };
  }
}
