import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { StoreError } from "../store-error.ts";
import type { StoreLocation } from "./store-location.ts";

/**
 * Makes the folders where they are missing, for nobody but the user.
 *
 * @throws StoreError `invalid_location` where the path is a folder's or cannot be written
 */
export function prepareLocation({ database, journal }: StoreLocation): void {
  try {
    mkdirSync(path.dirname(database), { recursive: true, mode: 0o700 });
    if (statSync(database, { throwIfNoEntry: false })?.isDirectory() === true) {
      throw new StoreError(
        "invalid_location",
        `${database} is a folder. Give the path of a file, such as ${path.join(database, "runs.db")}.`,
      );
    }
    mkdirSync(journal, { recursive: true, mode: 0o700 });
    accessSync(journal, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(
      "invalid_location",
      `Cannot write to ${path.dirname(database)}: ${(error as Error).message}.`,
      { cause: error },
    );
  }
}
