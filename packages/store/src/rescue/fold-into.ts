import path from "node:path";
import type { Database } from "better-sqlite3";
import { FoldPart } from "../ingest/fold-part.ts";
import { listParts } from "../journal/list-parts.ts";
import { usualLease } from "../lease/lease.ts";
import { Problems } from "../problems.ts";
import { SqliteSink } from "../sqlite/sink/sqlite-sink.ts";

/**
 * Folds the journals of a folder into a new database. The journals stay as they are.
 *
 * @param again whether also what the broken database had taken in of them is folded: some of that may be lost
 * @returns how many bytes were folded, and how many lines the database refused
 */
export function foldInto(
  db: Database,
  folder: string,
  again: boolean,
): { folded: number; refused: number } {
  const names = listParts(folder).map(({ name }) => name);
  if (names.length === 0) return { folded: 0, refused: 0 };
  if (again) {
    for (const table of ["folded", "removed"]) {
      const forget = db.prepare(`DELETE FROM ${table} WHERE segment = ?`);
      for (const name of names) forget.run(name);
    }
  }
  db.pragma("journal_mode = WAL");
  let [folded, refused] = [0, 0];
  const sink = new SqliteSink({
    ...{ db, journal: "salvage", lease: usualLease, problems: new Problems(() => {}) },
    onSkipped: () => refused++,
  });
  const foldPart = new FoldPart(sink);
  for (const name of names) {
    const before = sink.appliedTo(name);
    const goOn = () => !sink.isUnsettled || sink.settle(0) || true;
    try {
      folded += foldPart.fold(path.join(folder, name), name, goOn).bytes - before;
    } catch (error) {
      // It is gone, or this user cannot read it: the others are still good.
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      refused++;
    }
  }
  if (again) {
    db.exec(
      "DELETE FROM events WHERE (run_id, seq) NOT IN (SELECT run_id, min(seq) FROM events GROUP BY run_id, at_ms, type, event)",
    );
  }
  sink.settle(0);
  return { folded, refused };
}
