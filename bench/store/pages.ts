import type { Store } from "@epochal/store";
import type { Database } from "better-sqlite3";
import { project } from "./seed-store.ts";

const size = 100;

/** A page of the best runs with all that the table of runs shows of them. */
export async function pageOf(store: Store, offset = 0): Promise<unknown> {
  return store.listRuns({
    project,
    order: "best:val_auc",
    limit: size,
    offset,
    with: { config: true, series: true, verdict: true },
  });
}

/** What the rows of a page cost SQLite alone, where somebody has said which runs these are: by prepared statements, and nothing made of them. */
export function barePage(db: Database): () => number {
  const some = db
    .prepare<[number], string>("SELECT id FROM runs ORDER BY rowid % 1009, rowid LIMIT ?")
    .pluck()
    .all(size);
  const ids = JSON.stringify(some);
  const rows = db.prepare("SELECT * FROM runs WHERE id IN (SELECT value FROM json_each(?))").raw();
  const series = db
    .prepare("SELECT * FROM series WHERE run_id IN (SELECT value FROM json_each(?))")
    .raw();
  return () => rows.all(ids).length + series.all(ids).length;
}
