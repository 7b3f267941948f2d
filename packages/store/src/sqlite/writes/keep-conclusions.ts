import { rulesVersion } from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import { toExactJson } from "../exact-json.ts";
import { type Concluded, ConcludeRun } from "../reads/conclude-run.ts";
import { SeriesOfRuns } from "../reads/series-of-runs.ts";

interface ChangedRow {
  readonly id: string;
  readonly rev: number;
  /** Whether it has ended and nothing of this revision and these rules is kept of it. */
  readonly isWanted: number;
}

/** So many changed runs are looked at between two looks at the clock, and so many concluded of before they are written down. */
const atOnce = 200;
const written = 20;

/** Keeps what follows from runs that have ended, so that runs can be listed and found by it without a look at their values. */
export class KeepConclusions {
  readonly #db: Database;
  readonly #concluding: ConcludeRun;
  readonly #changed: Statement<unknown[], ChangedRow>;
  readonly #keep: Statement;
  readonly #judge: Statement;
  /** The last change that was looked at: a run that changes comes after it. */
  #upTo: readonly [rev: number, id: string] = [-1, ""];

  constructor(db: Database) {
    this.#db = db;
    this.#concluding = new ConcludeRun(db, new SeriesOfRuns(db));
    this.#changed = db.prepare(
      `SELECT runs.id AS id, runs.rev AS rev, settled IS NOT NULL AND (concluded.rev IS DISTINCT FROM runs.rev OR concluded.rules IS DISTINCT FROM @rules OR judged IS DISTINCT FROM @rules) AS isWanted
        FROM runs LEFT JOIN concluded ON run_id = runs.id
        WHERE (runs.rev, runs.id) > (@rev, @id) ORDER BY runs.rev, runs.id LIMIT @limit`,
    );
    // A run that has changed meanwhile is looked at once more.
    this.#keep = db.prepare(
      `INSERT INTO concluded (run_id, rev, rules, conclusions)
        SELECT id, rev, @rules, @conclusions FROM runs WHERE id = @id AND rev = @rev
        ON CONFLICT (run_id) DO UPDATE SET rev = excluded.rev, rules = excluded.rules, conclusions = excluded.conclusions`,
    );
    this.#judge = db.prepare(
      "UPDATE runs SET judged = @rules, verdict = @verdict WHERE id = @id AND rev = @rev",
    );
  }

  /**
   * Looks at runs that have changed since it last did.
   *
   * @param until when to leave off, in epoch milliseconds; something is done in any case
   * @returns whether there are none left
   */
  run(until: number): boolean {
    do {
      const [rev, id] = this.#upTo;
      const rows = this.#changed.all({ rules: rulesVersion, rev, id, limit: atOnce });
      const wanted = rows.filter(({ isWanted }) => isWanted === 1);
      for (let i = 0; i < wanted.length; i += written) {
        const some = wanted.slice(i, i + written);
        this.#conclude(some);
        const { rev, id } = some.at(-1) as ChangedRow;
        this.#upTo = [rev, id];
        if (Date.now() >= until && i + written < wanted.length) return false;
      }
      const last = rows.at(-1);
      if (last !== undefined) this.#upTo = [last.rev, last.id];
      if (rows.length < atOnce) return true;
    } while (Date.now() < until);
    return false;
  }

  #conclude(rows: readonly ChangedRow[]): void {
    const concluded = new Map<string, Concluded>();
    for (const { id } of rows) {
      try {
        const found = this.#db.transaction(() => this.#concluding.anew(id)).deferred();
        if (found !== undefined) concluded.set(id, found);
      } catch {
        // Whoever reads the run hears of what is wrong with it.
      }
    }
    if (concluded.size === 0) return;
    this.#db
      .transaction(() => {
        for (const [id, { rev, conclusions }] of concluded) {
          const verdict = conclusions.verdict?.rule ?? null;
          const json = toExactJson(conclusions);
          this.#keep.run({ id, rev, rules: rulesVersion, conclusions: json });
          this.#judge.run({ id, rev, rules: rulesVersion, verdict });
        }
      })
      .immediate();
  }
}
