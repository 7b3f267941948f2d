import type { Database } from "better-sqlite3";

/** Gives a connection the function `fold_case`, which knows the letters of every script; SQLite's own knows the 26 of ASCII. */
export function foldCase(db: Database): void {
  db.function("fold_case", { deterministic: true }, (text: unknown) => String(text).toLowerCase());
}
