import { openStore, type Store, StoreError } from "@epochal/store";
import { CommandError } from "../arguments/command-error.ts";
import { givenLocation } from "./given-location.ts";
import { waitForFolding } from "./wait-for-folding.ts";

/**
 * Opens a store to read it, and makes none where there is none. Waits for a while for what killed processes have left.
 *
 * @throws CommandError where there is none
 */
export async function openExistingStore(option: string | undefined): Promise<Store> {
  const store = await openThere(givenLocation(option));
  try {
    await waitForFolding(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
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
