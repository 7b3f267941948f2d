import type { Database, Statement } from "better-sqlite3";
import { type FoundGone, foundGone } from "../../lease/found-gone.ts";
import { probeOnce } from "../../lease/probe-once.ts";
import type { WriterState } from "../../lease/probe-writer.ts";
import { toWriter } from "../reads/to-writer.ts";

interface UnsettledRow {
  readonly row: number;
  readonly id: string;
  readonly segment: number;
  readonly host: string;
  readonly bootId: string;
  readonly pid: number;
  readonly pidStarted: string | null;
  readonly pidSpace: string | null;
  readonly thread: string | null;
  readonly journal: string | null;
  /** Whether a heartbeat of it stood still for as long as a run may be silent. */
  readonly isStill: number;
}

/** So many processes are looked for at once. */
const atOnce = 200;
const first = ["", 0] as const;

/**
 * Remembers of runs that have not said how they ended that their process is gone, with what that was found by: then nobody looks
 * for it again. A run that is resumed, or whose process is heard of after all, forgets it.
 */
export class RememberGone {
  readonly #db: Database;
  readonly #find: Statement<[string, number, number], UnsettledRow>;
  readonly #tick: Statement<[], number>;
  readonly #remember: Statement;
  /** The last row that was looked at. */
  #upTo: readonly [bootId: string, row: number] = first;

  constructor(db: Database) {
    this.#db = db;
    // In the order of this index it reads none that have settled, which are nearly all.
    this.#find = db.prepare(
      `SELECT runs.rowid AS row, id, segment, host, runs.boot_id AS bootId, pid, pid_started AS pidStarted,
          pid_space AS pidSpace, thread, journal,
          EXISTS (SELECT 1 FROM watches WHERE run_id = id AND watches.state = 'still' AND beat = coalesce(seen_up_ms, seen_ms)) AS isStill
        FROM runs INDEXED BY runs_unsettled
        WHERE settled IS NULL AND (runs.boot_id, runs.rowid) > (?, ?) ORDER BY runs.boot_id, runs.rowid LIMIT ?`,
    );
    this.#tick = db.prepare<[], number>("UPDATE clock SET rev = rev + 1 RETURNING rev").pluck();
    // Only while it is the process that was looked for.
    this.#remember = db.prepare(
      `UPDATE runs SET gone = @gone, gone_ms = @now, gone_boot = boot_id, rev = @rev
        WHERE id = @id AND settled IS NULL AND segment = @segment AND boot_id = @bootId AND pid = @pid AND pid_started IS NOT DISTINCT FROM @pidStarted`,
    );
  }

  /** Looks at some of the runs. @returns whether there are none that it has not looked at */
  run(now: number): boolean {
    const rows = this.#find.all(...this.#upTo, atOnce);
    const last = rows.length < atOnce ? undefined : rows.at(-1);
    this.#upTo = last === undefined ? first : [last.bootId, last.row];
    const probe = probeOnce();
    const gone = rows.flatMap((row) => {
      const found = goneOf(row, probe(toWriter(row)));
      return found === undefined ? [] : [{ row, found }];
    });
    if (gone.length > 0) {
      this.#db
        .transaction(() => {
          const rev = this.#tick.get() ?? 0;
          for (const { row, found } of gone) {
            const { id, segment, bootId, pid, pidStarted } = row;
            this.#remember.run({ id, segment, bootId, pid, pidStarted, gone: found, now, rev });
          }
        })
        .immediate();
    }
    return rows.length < atOnce;
  }
}

function goneOf({ isStill }: UnsettledRow, process: WriterState): FoundGone | undefined {
  const watch = isStill === 1 ? ({ state: "still", forMs: 0 } as const) : undefined;
  return foundGone(process, watch, Number.POSITIVE_INFINITY);
}
