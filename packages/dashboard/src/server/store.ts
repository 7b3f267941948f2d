import "server-only";
import { openStore, type Store } from "@epochal/store";

interface Opened {
  readonly by: typeof openStore;
  readonly store: Promise<Store>;
}

// A hot reload loads this module anew, but must not open the database anew each time; unless the store's own code has changed.
const kept = globalThis as typeof globalThis & { epochalStore?: Opened };

/** The store that this dashboard shows. */
export function store(): Promise<Store> {
  if (kept.epochalStore?.by !== openStore) kept.epochalStore = { by: openStore, store: open() };
  return kept.epochalStore.store;
}

async function open(): Promise<Store> {
  try {
    return await openStore();
  } catch (error) {
    // What is wrong with the file may be put right while the dashboard runs.
    delete kept.epochalStore;
    throw error;
  }
}
