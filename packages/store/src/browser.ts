import type { OpenStoreOptions } from "./open-store-options.ts";
import type { Store } from "./store.ts";
import { StoreError } from "./store-error.ts";
import type { StoreTypes } from "./store-types.ts";

export { StoreError } from "./store-error.ts";

/**
 * What a bundle for a browser gets in place of the store.
 *
 * @throws StoreError `unsupported_node`, always
 */
export async function openStore<Types extends StoreTypes = StoreTypes>(
  _location?: string,
  _options?: OpenStoreOptions,
): Promise<Store<Types>> {
  throw new StoreError(
    "unsupported_node",
    "@epochal/store is for Node.js: it keeps runs in a file. A page records into a dashboard with connect() of @epochal/callbacks; its callbacks also work without a run.",
  );
}
