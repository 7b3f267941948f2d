import { naturalKey } from "@epochal/conclusions";
import type { Database } from "better-sqlite3";

/** Gives a connection the function `natural_key`, by which texts sort as people count: SQLite has no such order of its own. */
export function naturalKeys(db: Database): void {
  db.function("natural_key", { deterministic: true }, (text: unknown) =>
    text === null ? null : naturalKey(String(text)),
  );
}
