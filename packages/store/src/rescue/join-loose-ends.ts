import type { Database } from "better-sqlite3";

export interface LooseEnds {
  /** Runs of which only other rows were left. */
  readonly runs: number;
  /** Series of which only points were left, and how many points. */
  readonly series: number;
  readonly points: number;
}

const ofRuns = ["segments", "params", "events", "requests", "series"];

/**
 * Puts in what rows of a salvaged database refer to and could not be read: a run of that id without its names. Points of a series that
 * nobody can name are taken out.
 */
export function joinLooseEnds(db: Database): LooseEnds {
  // An older schema has fewer.
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
  const isThere = (table: string) => tables.includes(table);
  return db.transaction(() => {
    const points = ["points", "superseded"].filter(isThere).map((table) => {
      const isLoose = `series_id NOT IN (SELECT id FROM series)`;
      const series = db
        .prepare<[], number>(`SELECT count(DISTINCT series_id) FROM ${table} WHERE ${isLoose}`)
        .pluck()
        .get();
      const { changes } = db.prepare(`DELETE FROM ${table} WHERE ${isLoose}`).run();
      return { series: series ?? 0, points: changes };
    });
    const ids = ofRuns
      .filter(isThere)
      .map((table) => `SELECT run_id AS id FROM ${table}`)
      .join(" UNION ");
    const { changes: runs } = db
      .prepare(
        `INSERT INTO runs (id, project, name, config, tags, notes, started_ms, ended_ms, state, reason, host, boot_id, pid, seen_ms, rev)
          SELECT id, 'salvaged', 'salvaged ' || id, '{}', '[]', '', at, at, 'interrupted', 'its row could not be read', '', '', 0, at, 0
          FROM (SELECT id, coalesce((SELECT min(wall_ms) FROM points JOIN series ON series.id = series_id WHERE run_id = lost.id),
            (SELECT min(at_ms) FROM events WHERE run_id = lost.id), 0) AS at FROM (${ids}) AS lost WHERE id NOT IN (SELECT id FROM runs))`,
      )
      .run();
    db.exec(
      "INSERT OR IGNORE INTO projects (name, created_ms) SELECT project, min(started_ms) FROM runs GROUP BY project",
    );
    return { runs, series: points[0]?.series ?? 0, points: points[0]?.points ?? 0 };
  })();
}
