import path from "node:path";
import { fileURLToPath } from "node:url";
import { StoreError } from "../store-error.ts";
import { realPath } from "./real-path.ts";

/** The paths of a store. */
export interface StoreLocation {
  readonly database: string;
  /** The folder of the journals, beside the database. Two databases in one folder do not share one. */
  readonly journal: string;
  /** The folder in which earlier versions kept them. */
  readonly formerJournals: readonly string[];
}

/**
 * Finds out where a store is: `location`, else the environment's `EPOCHAL_STORE`, else `.epochal/runs.db` in the working directory.
 *
 * However a path is spelled, and through whatever links it goes: one file is one place, with one folder of journals.
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
  const named = path.resolve(/* turbopackIgnore: true */ toPath(given));
  const database = realPath(named);
  const journal = journalOf(database);
  const former = new Set([journalOf(database, true), journalOf(named, true)]);
  former.delete(journal);
  return { database, journal, formerJournals: [...former] };
}

function toPath(given: string): string {
  if (/^file:/i.test(given)) return fromFileUrl(given);
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(given)?.[1]?.toLowerCase();
  if (scheme === "postgres" || scheme === "postgresql") {
    throw new StoreError(
      "invalid_location",
      "This is for a store in an SQLite file. What a PostgreSQL server keeps is checked and saved with the tools of the server.",
    );
  }
  if (scheme !== undefined || given.startsWith(":") || given.includes("\0")) {
    throw new StoreError(
      "invalid_location",
      `${JSON.stringify(given)} is not the path of a file. A store is an SQLite file, such as .epochal/runs.db, or postgres://user@host/database.`,
    );
  }
  return given;
}

/** As SQLite reads them: `file:///data/runs.db`, `file:/data/runs.db`, and `file:runs.db` in the working directory. */
function fromFileUrl(given: string): string {
  try {
    if (/^file:\//i.test(given)) return fileURLToPath(new URL(given));
    const relative = decodeURIComponent(given.slice("file:".length).replace(/[?#].*$/, ""));
    if (relative === "" || relative.startsWith(":") || relative.includes("\0"))
      throw new Error(given);
    return relative;
  } catch (error) {
    throw new StoreError("invalid_location", `${given} is not the path of a file.`, {
      cause: error,
    });
  }
}

/**
 * Two databases of a folder never share one, such as `a`, `a.db`, `a.sqlite` and `a.sqlite.db`.
 *
 * @param isFormer the name that earlier versions gave: there the last two shared one
 */
function journalOf(database: string, isFormer = false): string {
  const { dir, base } = path.parse(database);
  const isDb = base.endsWith(".db") && (isFormer || !base.slice(0, -".db".length).includes("."));
  const stem = isDb ? path.parse(base).name : base;
  const folder = isDb || base.includes(".") ? `${stem}.journal` : `${stem}.journal-folder`;
  return path.join(/* turbopackIgnore: true */ dir, base === "runs.db" ? "journal" : folder);
}
