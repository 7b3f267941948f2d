import {
  chmodSync,
  constants,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { listParts } from "../journal/list-parts.ts";
import { type StoreLocation, storeLocation } from "../location/store-location.ts";
import { connect } from "../sqlite/connect.ts";
import { StoreError } from "../store-error.ts";

/** How often a store is copied anew that somebody writes to meanwhile. */
const mostTries = 5;

/**
 * A copy of a store in a folder of its own, which goes with this process. There SQLite can make the files beside it that it needs to
 * read, it can be brought up to date, and the journals beside it can be folded.
 */
export class StoreCopy {
  readonly place: StoreLocation;
  /** What was copied: it tells whether there is something newer. */
  readonly signature: string;
  readonly #folder: string;
  readonly #remove = () => rmSync(this.#folder, { recursive: true, force: true });

  /** @throws StoreError as `connect` does; `invalid_location` where there is no room for it */
  constructor(original: StoreLocation) {
    this.#folder = mkdtempSync(path.join(os.tmpdir(), "epochal-read-"));
    process.on("exit", this.#remove);
    try {
      this.place = storeLocation(path.join(this.#folder, path.basename(original.database)));
      this.signature = copyAll(original, this.place);
      connect({ database: this.place.database, busyTimeoutMs: 1_000, keepsCopy: false }).close();
    } catch (error) {
      this.remove();
      if (error instanceof StoreError) throw error;
      throw new StoreError(
        "invalid_location",
        `${original.database} cannot be written here, and is read from a copy in ${os.tmpdir()}, which cannot be made: ${(error as Error).message}.`,
        { cause: error },
      );
    }
  }

  remove(): void {
    process.off("exit", this.#remove);
    this.#remove();
  }
}

/** What a store consists of just now. */
export function signatureOf(place: StoreLocation): string {
  return JSON.stringify(filesOf(place).map((file) => [file, ...marksOf(file)]));
}

/** @returns the signature of what was copied */
function copyAll(from: StoreLocation, to: StoreLocation): string {
  mkdirSync(to.journal, { recursive: true, mode: 0o700 });
  for (let tries = 1; ; tries++) {
    const before = signatureOf(from);
    for (const file of filesOf(from)) {
      const isPart = path.dirname(file) === from.journal;
      const folder = isPart ? to.journal : path.dirname(to.database);
      const target = path.join(folder, path.basename(file));
      rmSync(target, { force: true });
      if (statSync(file, { throwIfNoEntry: false }) === undefined) continue;
      copyFileSync(file, target, constants.COPYFILE_FICLONE);
      // A copy has the rights of its original.
      chmodSync(target, 0o600);
    }
    // A database and its log that are not of one moment would be a damaged one.
    if (signatureOf(from) === before || tries >= mostTries) return before;
  }
}

function filesOf({ database, journal }: StoreLocation): string[] {
  const parts = listParts(journal).map(({ name }) => path.join(journal, name));
  return [database, `${database}-wal`, ...parts];
}

function marksOf(file: string): readonly (number | undefined)[] {
  const stats = statSync(file, { throwIfNoEntry: false });
  return [stats?.ino, stats?.size, stats?.mtimeMs];
}
