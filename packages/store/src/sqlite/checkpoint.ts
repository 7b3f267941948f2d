import type { Database } from "better-sqlite3";

/**
 * Moves all that is committed from the write-ahead log into the database's own file, makes it survive a loss of power, and
 * empties the log. If a log that still held moved pages were damaged, it would undo a part of them.
 *
 * @param waitMs how long to wait for readers that still need the log
 * @returns whether that was done; it is not while another connection reads or writes
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
