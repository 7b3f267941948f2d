import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { StoreError } from "../store-error.ts";
import type { StoreLocation } from "./store-location.ts";

/** Whether a location names a database of a PostgreSQL server, and no file. */
export function isPostgresUrl(location: string | undefined): location is string {
  return location !== undefined && /^postgres(?:ql)?:\/\//i.test(location);
}

/**
 * Where a store on a PostgreSQL server is: its address, and the folder of this machine in which the journals wait for it. Whoever
 * records from this folder into that database shares the folder, with whatever name and password.
 *
 * @throws StoreError `invalid_location` where the address makes no sense, or the folder cannot be made
 */
export function postgresLocation(given: string): StoreLocation {
  const url = parse(given);
  const database = decodeURIComponent(url.pathname.slice(1)) || "postgres";
  const host = url.searchParams.get("host") ?? url.hostname;
  const place = `${host || "localhost"}:${url.port || "5432"}/${database}`;
  const mark = createHash("sha256").update(place).digest("hex").slice(0, 8);
  const name = `${database.replaceAll(/[^\w-]+/g, "_").slice(0, 40)}-${mark}`;
  const journal = path.resolve(
    /* turbopackIgnore: true */ path.join(".epochal", "postgres", name, "journal"),
  );
  try {
    mkdirSync(journal, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreError(
      "invalid_location",
      `Cannot write to ${path.dirname(journal)}, where runs wait for the server: ${(error as Error).message}.`,
      { cause: error },
    );
  }
  return { database: given, journal, formerJournals: [] };
}

function parse(given: string): URL {
  try {
    return new URL(given);
  } catch (error) {
    throw new StoreError(
      "invalid_location",
      "The address of the PostgreSQL server cannot be read. It is such as postgres://user:password@host:5432/database.",
      { cause: error },
    );
  }
}
