import { rulesVersion } from "@epochal/conclusions";
import type { AskServer } from "./postgres-statement.ts";

/** A function of this program that statements call. */
export type Called = (...given: unknown[]) => unknown;

interface LiveTable {
  readonly table: string;
  /** Of which runs it is asked, and with what; the first column is the run. */
  readonly of: string;
  /** Whether it answers the same throughout a transaction. */
  readonly isSteady: boolean;
}

const tables: ReadonlyMap<string, LiveTable> = new Map([
  [
    "live_state",
    {
      table: "live_states",
      of: "SELECT id, seen_ms, coalesce(heard_ms, seen_up_ms), dated, host, boot_id, pid, pid_started, pid_space, thread, journal FROM runs WHERE settled IS NULL",
      isSteady: true,
    },
  ],
  [
    "live_verdict",
    {
      table: "live_verdicts",
      of: `SELECT id FROM runs WHERE judged IS DISTINCT FROM ${rulesVersion}`,
      isSteady: false,
    },
  ],
]);

/**
 * What SQLite asks of this program while it reads, such as whether a process lives. A server cannot ask: so it is told before, in a
 * temporary table, of the few runs that it may be asked of.
 */
export class LiveFunctions {
  readonly #ask: AskServer;
  readonly #known = new Map<string, Called>();
  readonly #told = new Set<string>();

  constructor(ask: AskServer) {
    this.#ask = ask;
  }

  /** Those of pure texts stand in the schema. */
  add(name: string, called: Called): void {
    if (tables.has(name)) this.#known.set(name, called);
  }

  calledIn(sql: string): string[] {
    return [...tables.keys()].filter((name) => sql.includes(`${name}(`));
  }

  /** What was told holds no longer. */
  forget(): void {
    this.#told.clear();
  }

  fill(names: readonly string[], isInTransaction: boolean): void {
    for (const name of names) {
      const [live, called] = [tables.get(name), this.#known.get(name)];
      if (live === undefined || called === undefined) continue;
      if (isInTransaction && live.isSteady && this.#told.has(name)) continue;
      const { rows } = this.#ask(live.of, [], true);
      const told = rows.map((row) => [row[0], called(...row)]);
      this.#ask(`DELETE FROM ${live.table}`, [], true);
      if (told.length > 0) {
        const into = `INSERT INTO ${live.table} SELECT one ->> 0, one ->> 1 FROM json_array_elements($1::json) AS one`;
        this.#ask(into, [JSON.stringify(told)], true);
      }
      this.#told.add(name);
    }
  }
}
