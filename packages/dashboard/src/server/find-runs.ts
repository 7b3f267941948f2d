import "server-only";
import type { Store } from "@epochal/store";
import { printQuery } from "@epochal/store/query";
import type { KnownRun } from "./known-runs.ts";

/** More would be no help to choose from. */
const MOST_FOUND = 20;

/** The runs that somebody may mean by an id or its beginning, in the trash or not; the one, where it is the whole id. */
export async function findRuns(store: Store, wanted: string): Promise<readonly KnownRun[]> {
  if (wanted === "") return [];
  const exact = await both(store, { ids: [wanted] });
  if (exact.length > 0) return exact;
  const where = printQuery({ kind: "field", field: "id", operator: ":", values: [wanted] });
  const found = await both(store, { where });
  return found.filter(({ id }) => id.startsWith(wanted)).slice(0, MOST_FOUND);
}

async function both(store: Store, filter: { readonly ids?: readonly string[]; where?: string }) {
  const query = { ...filter, with: {}, limit: 1000 } as const;
  const pages = [await store.listRuns(query), await store.listRuns({ ...query, deleted: true })];
  return pages.flatMap(({ runs }) => runs);
}
