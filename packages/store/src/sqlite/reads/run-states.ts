import type { RunState, RunStatus } from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import { awakeMs } from "../../lease/awake-ms.ts";
import { beatOf } from "../../lease/beat-of.ts";
import { probeOnce } from "../../lease/probe-once.ts";
import { type Moment, runStatus } from "../../lease/run-status.ts";
import { thisProcess } from "../../lease/this-process.ts";
import type { Watch } from "../../lease/watch.ts";
import type { RunRow } from "./run-row.ts";
import { toWriter } from "./to-writer.ts";

/** What of a run says how it stands. */
export type StandingRow = Pick<
  RunRow,
  | "id"
  | "state"
  | "reason"
  | "gone"
  | "settled"
  | "seenMs"
  | "dated"
  | "seenUpMs"
  | "heardMs"
  | "host"
  | "bootId"
  | "pid"
  | "pidStarted"
  | "pidSpace"
  | "thread"
  | "journal"
>;

interface WatchRow {
  readonly run: string;
  readonly bootId: string;
  readonly beat: number;
  readonly sinceUpMs: number;
  readonly state: Watch["state"];
}

/**
 * How a row of `runs` stands, as SQL: the word of a `RunState`. To be filtered, counted and sorted by. Of a run that has settled it
 * is a column; only of the others somebody must look, and then once a read.
 */
export const stateOfRun = `coalesce(runs.settled, ${liveState("runs")})`;

/** How a row that has not settled stands, in SQL. */
export function liveState(table: string): string {
  return `live_state(${table}.id, ${table}.seen_ms, coalesce(${table}.heard_ms, ${table}.seen_up_ms), ${table}.dated, ${table}.host, ${table}.boot_id, ${table}.pid, ${table}.pid_started, ${table}.pid_space, ${table}.thread, ${table}.journal)`;
}

/** How runs stand at the moment of a read. Gives the connection the function that `stateOfRun` calls. */
export class RunStates {
  readonly #silentMs: number;
  readonly #watches: Statement<[string], WatchRow>;
  #known = new Map<string, RunStatus>();
  #watched: ReadonlyMap<string, Watch> = new Map();
  #moment: Moment;
  #probe = probeOnce();

  /** @param silentMs for how long a run may be silent */
  constructor(db: Database, silentMs: number) {
    this.#silentMs = silentMs;
    this.#moment = this.#now();
    this.#watches = db.prepare(
      `SELECT run_id AS run, watches.boot_id AS bootId, beat, since_up_ms AS sinceUpMs, watches.state AS state
        FROM runs CROSS JOIN watches ON run_id = runs.id WHERE runs.settled IS NULL AND (watches.boot_id = ? OR watches.state = 'still')`,
    );
    db.function("live_state", { varargs: true }, (...columns: unknown[]) =>
      this.#liveState(columns),
    );
  }

  /** When the read that goes on takes place, in epoch milliseconds. */
  get now(): number {
    return this.#moment.now;
  }

  /**
   * Forgets how runs stood. Must be called in the transaction of each read, before `statusOf` and `stateOfRun`.
   *
   * @param now epoch milliseconds
   */
  begin(now = Date.now()): void {
    this.#moment = { ...this.#now(), now };
    this.#known = new Map();
    this.#probe = probeOnce();
    const { awake, here } = this.#moment;
    const watched = new Map<string, Watch>();
    for (const row of this.#watches.iterate(here.bootId)) {
      const key = keyOf(row.run, row.beat);
      if (watched.get(key)?.state === "still") continue;
      const forMs = row.bootId === here.bootId ? awake - row.sinceUpMs : 0;
      watched.set(key, { state: row.state, forMs });
    }
    this.#watched = watched;
  }

  statusOf(row: StandingRow): RunStatus {
    const known = this.#known.get(row.id);
    if (known !== undefined) return known;
    const watch = this.#watched.get(keyOf(row.id, beatOf(row.seenUpMs, row.seenMs)));
    const gone = row.settled === null ? null : row.gone;
    const lease = {
      ...row,
      gone,
      dated: row.dated === 1,
      writer: toWriter(row),
      ...(watch && { watch }),
    };
    const status = runStatus(lease, this.#moment, this.#probe);
    if (row.settled === null) this.#known.set(row.id, status);
    return status;
  }

  #liveState(columns: readonly unknown[]): RunState {
    const [id, seenMs, heard, dated, host, bootId, pid, pidStarted, pidSpace, thread, journal] =
      columns;
    const writer = { host, bootId, pid, pidStarted, pidSpace, thread, journal };
    const standing = { state: null, reason: null, gone: null, settled: null };
    // A run that is sent has no boot, and one that is not was heard by its own machine's clock.
    const heardBy = bootId === "" ? { heardMs: heard } : { seenUpMs: heard };
    const when = { seenMs, seenUpMs: null, heardMs: null, dated, ...heardBy };
    return this.statusOf({ id, ...when, ...writer, ...standing } as StandingRow).state;
  }

  #now(): Moment {
    return {
      now: Date.now(),
      silentMs: this.#silentMs,
      awake: awakeMs(),
      here: thisProcess(),
    };
  }
}

function keyOf(run: string, beat: number): string {
  return `${run} ${beat}`;
}
