import type { Database, Statement } from "better-sqlite3";
import { probeWriter } from "../../lease/probe-writer.ts";
import { toWriter, type WriterRow } from "./to-writer.ts";

interface TrashRow extends WriterRow {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  readonly state: string | null;
  readonly seenMs: number;
}

/** A run in the trash. */
export interface TrashedRun {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  /** Whether a process may still be training it. */
  readonly mayTrain: boolean;
}

/** A process that cannot be asked may live if it was heard of within this time. */
const lateMs = 3_600_000;

/** Finds the runs in the trash, and the remains of runs that have no row any more. */
export class Trash {
  readonly #runs: Statement<{ ids: string | null; before: number }, TrashRow>;
  readonly #orphans: Statement<[], number>;

  constructor(db: Database) {
    this.#runs = db.prepare(
      `SELECT id, name, state, seen_ms AS seenMs, host, boot_id AS bootId, pid, pid_started AS pidStarted, pid_space AS pidSpace,
        thread, journal, (SELECT coalesce(sum(n), 0) FROM series WHERE run_id = runs.id) AS points FROM runs
        WHERE deleted_ms IS NOT NULL AND CASE WHEN @ids IS NULL THEN deleted_ms < @before OR purging_ms IS NOT NULL
          ELSE id IN (SELECT value FROM json_each(@ids)) END
        ORDER BY deleted_ms, id`,
    );
    // It goes from one series to the next, because reading every point would take minutes.
    const each = (table: string) =>
      `SELECT id FROM (WITH RECURSIVE it(id) AS (SELECT min(series_id) FROM ${table} UNION ALL
        SELECT (SELECT min(series_id) FROM ${table} WHERE series_id > it.id) FROM it WHERE it.id IS NOT NULL)
        SELECT id FROM it WHERE id IS NOT NULL) AS each_id`;
    const tables = ["points", "superseded", "rollup"].map(each).join(" UNION ");
    this.#orphans = db
      .prepare<[], number>(
        `SELECT id FROM (${tables}) AS found WHERE id NOT IN (SELECT id FROM series)`,
      )
      .pluck();
  }

  /** @param ids only these runs; undefined for all that were put there before a moment, or are half removed */
  runs(ids: readonly string[] | undefined, before: number): TrashedRun[] {
    const rows = this.#runs.all({ ids: ids === undefined ? null : JSON.stringify(ids), before });
    return rows.map(({ id, name, points, state, seenMs, ...writer }) => ({
      ...{ id, name, points },
      mayTrain: state === null && mayLive(writer, seenMs),
    }));
  }

  /** Series with points and no row: somebody has deleted them by SQL in an older version. */
  orphans(): number[] {
    return this.#orphans.all();
  }
}

function mayLive(writer: WriterRow, seenMs: number): boolean {
  const state = probeWriter(toWriter(writer));
  if (state === "alive" || state === "suspended") return true;
  return state === "elsewhere" && Date.now() - seenMs < lateMs;
}
