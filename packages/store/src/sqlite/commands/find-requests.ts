import type { Database, Statement } from "better-sqlite3";
import { thisProcess } from "../../lease/this-process.ts";

/** What somebody wants of a run. */
export interface FoundRequest {
  readonly run: string;
  readonly id: string;
  readonly want: "stop" | "save_weights";
  readonly by: string;
}

/** Finds what is wanted of the open runs of this process and was not heard yet. */
export class FindRequests {
  readonly #find: Statement<object, FoundRequest>;

  constructor(db: Database) {
    // What was asked of an earlier process is not meant for this one.
    this.#find = db.prepare<object, FoundRequest>(
      `SELECT requests.run_id AS run, requests.id AS id, want, by FROM requests JOIN runs ON runs.id = requests.run_id
        WHERE taken_ms IS NULL AND state IS NULL AND pid = @pid AND pid_started IS @pidStarted AND host = @host
          AND boot_id = @bootId AND at_ms >= coalesce(segment_ms, started_ms)
        ORDER BY at_ms, requests.id`,
    );
  }

  run(): FoundRequest[] {
    const { host, bootId, pid, pidStarted = null } = thisProcess();
    return this.#find.all({ host, bootId, pid, pidStarted });
  }
}
