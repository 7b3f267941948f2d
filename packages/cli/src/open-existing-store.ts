import { openStore, type Store, StoreError } from "@epochal/store";
import { CommandError } from "./command-error.ts";
import { givenLocation } from "./given-location.ts";

/**
 * Opens a store to read it, and makes none where there is none.
 *
 * @throws CommandError where there is none
 */
export async function openExistingStore(option: string | undefined): Promise<Store> {
  try {
    return await openStore(givenLocation(option), { create: false });
  } catch (error) {
    if (!(error instanceof StoreError && error.code === "store_not_found")) throw error;
    const reason = error.message.replace(/^There/, "there");
    throw new CommandError(
      `${reason} Name one with --store or EPOCHAL_STORE, or train a model first.`,
    );
  }
}
