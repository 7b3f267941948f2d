import type { RunSummary, Store } from "@epochal/store";
import type { Database } from "better-sqlite3";
import { project } from "./seed-store.ts";

export const size = 100;

/** A page of the best runs with all that the table of runs shows of them. */
export async function pageOf(store: Store, offset = 0): Promise<readonly RunSummary[]> {
  const query = { project, order: "best:val_auc", limit: size, offset } as const;
  const { runs } = await store.listRuns(query);
  await Promise.all(runs.map(({ id }) => store.concludeRun(id)));
  return runs;
}

/** What it costs SQLite alone: rows of the best runs and of their series, by prepared statements, nothing made of them. */
export function barePage(db: Database): () => number {
  const best = db
    .prepare<[string, number], string>(
      `SELECT run_id FROM series JOIN runs ON runs.id = run_id WHERE key = 'val_auc' AND project = ?
        ORDER BY max_value DESC LIMIT ?`,
    )
    .pluck();
  const rows = db.prepare("SELECT * FROM runs WHERE id IN (SELECT value FROM json_each(?))").raw();
  const series = db
    .prepare("SELECT * FROM series WHERE run_id IN (SELECT value FROM json_each(?))")
    .raw();
  return () => {
    const ids = JSON.stringify(best.all(project, size));
    return rows.all(ids).length + series.all(ids).length;
  };
}
