import type { Database } from "better-sqlite3";
import type { AuditEntry } from "../../store-access.ts";

/** The log holds so many entries. */
const mostEntries = 100_000;

/** Keeps an entry in the log of changes, inside a transaction of the caller. The oldest go where there are too many. */
export function addEntry(db: Database, now: number, entry: Omit<AuditEntry, "at">): void {
  const { who, action, what, origin = null } = entry;
  db.prepare("INSERT INTO audit (at_ms, who, action, what, origin) VALUES (?, ?, ?, ?, ?)").run(
    now,
    who.slice(0, 500),
    action,
    what.slice(0, 1_000),
    origin,
  );
  db.prepare("DELETE FROM audit WHERE id <= (SELECT max(id) FROM audit) - ?").run(mostEntries);
}
