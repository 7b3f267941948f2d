import path from "node:path";
import { fileURLToPath } from "node:url";
import { StoreError } from "../store-error.ts";

/** Where a store keeps what. */
export interface StoreLocation {
  readonly database: string;
  /** The folder of the journals, beside the database. Two databases in one folder do not share one. */
  readonly journal: string;
}

/**
 * Finds out where a store is: `location`, else the environment's `EPOCHAL_STORE`, else `.epochal/runs.db` in the working directory.
 *
 * @throws TypeError where it is no text
 * @throws StoreError `invalid_location` where it is no path of a file
 */
export function storeLocation(location?: string): StoreLocation {
  if (location !== undefined && typeof location !== "string") {
    throw new TypeError(`openStore: location must be a string. Received: ${String(location)}`);
  }
  const given = location || process.env.EPOCHAL_STORE || path.join(".epochal", "runs.db");
  // Not known before run time: a bundler that follows it packs the whole project.
  const database = path.resolve(/* turbopackIgnore: true */ toPath(given));
  const { dir, base, name } = path.parse(database);
  return {
    database,
    journal: path.join(/* turbopackIgnore: true */ dir, journalOf(name, base)),
  };
}

function toPath(given: string): string {
  if (given.startsWith("file://")) {
    try {
      return fileURLToPath(given);
    } catch (error) {
      throw new StoreError("invalid_location", `${given} is no path of a file.`, { cause: error });
    }
  }
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(given)?.[1]?.toLowerCase();
  if (scheme === "postgres" || scheme === "postgresql") {
    throw new StoreError(
      "invalid_location",
      "This version of @epochal/store cannot use PostgreSQL. Give the path of an SQLite file.",
    );
  }
  if (scheme !== undefined || given.startsWith(":") || given.includes("\0")) {
    throw new StoreError(
      "invalid_location",
      `${JSON.stringify(given)} is no path of a file. A store is an SQLite file, such as .epochal/runs.db.`,
    );
  }
  return given;
}

/** `a`, `a.db` and `a.sqlite` in one folder must not share a journal. */
function journalOf(name: string, base: string): string {
  if (base === "runs.db") return "journal";
  if (base.endsWith(".db")) return `${name}.journal`;
  return base.includes(".") ? `${base}.journal` : `${base}.journal-folder`;
}
