import type { Database } from "better-sqlite3";
import { KeepValues } from "../sqlite/writes/keep-values.ts";
import { WritePoints } from "../sqlite/writes/write-points.ts";

/** Makes what follows from the points anew: rollups, summaries, kept values, and a clock that is behind nothing. */
export function rebuildSummaries(db: Database): void {
  const writePoints = new WritePoints(db);
  const keepValues = new KeepValues(db);
  db.transaction(() => {
    db.exec(
      `INSERT OR IGNORE INTO clock (id, rev) VALUES (1, 0);
        UPDATE clock SET rev = 1 + max(rev, (SELECT coalesce(max(rev), 0) FROM runs), (SELECT coalesce(max(rev), 0) FROM series),
          (SELECT coalesce(max(rev), 0) FROM purged));
        UPDATE series SET rolled = 0;
        DELETE FROM rollup;`,
    );
    const rev = db.prepare<[], number>("SELECT rev FROM clock").pluck().get() ?? 0;
    for (const id of db.prepare<[], number>("SELECT id FROM series").pluck().all())
      writePoints.rebuild(id, rev);
    const restored = "SELECT id FROM runs WHERE restored_epoch IS NOT NULL";
    for (const id of db.prepare<[], string>(restored).pluck().all()) keepValues.run(id);
  })();
}
