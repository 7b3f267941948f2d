import { openStore, type Store, StoreError } from "@epochal/store";
import { CommandError } from "../arguments/command-error.ts";
import { givenLocation } from "./given-location.ts";
import { waitForFolding } from "./wait-for-folding.ts";

/**
 * Opens the store that a command means, uses it, and closes it whatever happens. It makes no store unless told so, and waits for a while until the
 * store has folded what killed processes left.
 *
 * @param options `create`: whether it makes a store where there is none
 * @throws CommandError where there is none
 */
export async function withStore<T>(
  option: string | undefined,
  use: (store: Store) => Promise<T>,
  { create = false } = {},
): Promise<T> {
  const location = givenLocation(option);
  const store = create ? await openStore(location) : await openThere(location);
  try {
    await waitForFolding(store);
    return await use(store);
  } finally {
    await store.close();
  }
}

async function openThere(location: string): Promise<Store> {
  try {
    return await openStore(location, { create: false });
  } catch (error) {
    if (!(error instanceof StoreError && error.code === "store_not_found")) throw error;
    const reason = error.message.replace(/^There/, "there");
    throw new CommandError(
      `${reason} Name one with --store or EPOCHAL_STORE, or train a model first.`,
    );
  }
}
