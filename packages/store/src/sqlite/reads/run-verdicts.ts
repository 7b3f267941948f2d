import { rulesVersion, type VerdictRule } from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import type { ConcludeRun } from "./conclude-run.ts";

/** So many runs are concluded of at once. */
const atOnce = 500;

/** The verdicts of runs, to be filtered and counted by. Those that the database does not keep are found out when they are wanted. */
export class RunVerdicts {
  readonly #concluding: ConcludeRun;
  readonly #missing: Statement<[{ readonly project: string | null }], string>;
  #found = new Map<string, VerdictRule | undefined>();

  constructor(db: Database, concluding: ConcludeRun) {
    this.#concluding = concluding;
    this.#missing = db
      .prepare<[{ readonly project: string | null }], string>(
        `SELECT id FROM runs INDEXED BY runs_by_state WHERE (@project IS NULL OR project = @project) AND judged IS DISTINCT FROM ${rulesVersion}`,
      )
      .pluck();
    db.function("live_verdict", (id: unknown) => this.#found.get(String(id)) ?? "");
  }

  /** The rule of the verdict of a row of `runs`, or an empty text, in SQL. Holds for a read in which `know` was called before. */
  readonly inSql =
    `CASE WHEN runs.judged IS NOT DISTINCT FROM ${rulesVersion} THEN coalesce(runs.verdict, '') ELSE live_verdict(runs.id) END`;

  /** Concludes of those runs of which nothing is kept that counts. @param project undefined for all projects */
  know(project: string | undefined): void {
    this.#found = new Map();
    const missing = this.#missing.all({ project: project ?? null });
    for (let i = 0; i < missing.length; i += atOnce) {
      const concluded = this.#concluding.all(missing.slice(i, i + atOnce));
      for (const [id, { verdict }] of concluded) this.#found.set(id, verdict?.rule);
    }
  }
}
