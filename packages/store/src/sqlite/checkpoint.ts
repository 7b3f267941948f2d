import type { Database } from "better-sqlite3";

/**
 * Moves all that is committed from the write-ahead log into the database's own file, makes it survive the end of power, and
 * empties the log. A log that is full of what is moved already would undo a part of it, were it damaged.
 *
 * @param waitMs for how long readers that still need the log are waited for
 * @returns whether that was done: not while another connection reads or writes
 */
export function checkpoint(db: Database, waitMs: number): boolean {
  const before = Number(db.pragma("busy_timeout", { simple: true }));
  db.pragma(`busy_timeout = ${waitMs}`);
  try {
    const [result] = db.pragma("wal_checkpoint(TRUNCATE)") as { readonly busy: number }[];
    return result?.busy === 0;
  } finally {
    db.pragma(`busy_timeout = ${before}`);
  }
}
