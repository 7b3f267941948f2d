import "server-only";
import { openStore, type Store } from "@epochal/store";

// A hot reload loads this module anew, but must not open the database anew each time.
const kept = globalThis as typeof globalThis & { epochalStore?: Promise<Store> };

/** The store that this dashboard shows. */
export function store(): Promise<Store> {
  kept.epochalStore ??= openStore().catch((error: unknown) => {
    delete kept.epochalStore;
    throw error;
  });
  return kept.epochalStore;
}
