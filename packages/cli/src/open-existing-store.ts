import { existsSync } from "node:fs";
import path from "node:path";
import { openStore, type Store } from "@epochal/store";
import { CommandError } from "./command-error.ts";
import { givenLocation } from "./given-location.ts";

/**
 * Opens a store to read it, and makes none where there is none.
 *
 * @throws CommandError where there is no such file
 */
export async function openExistingStore(option: string | undefined): Promise<Store> {
  const location = givenLocation(option);
  // Of an address that is no path, the store itself knows what to say.
  const isPath = !/^[a-z][a-z0-9+.-]+:\/\//i.test(location);
  if (isPath && !existsSync(location))
    throw new CommandError(
      `there is no store at ${path.resolve(location)}. Name one with --store or EPOCHAL_STORE, or train a model first.`,
    );
  return openStore(location);
}
