import type { Dialect } from "../sqlite/dialect.ts";
import { PostgresError } from "./connection/postgres-error.ts";
import type { IoRows } from "./connection/sync-connection.ts";
import { SyncConnection } from "./connection/sync-connection.ts";
import { type Called, LiveFunctions } from "./live-functions.ts";
import { PostgresStatement } from "./postgres-statement.ts";
import { changeRows, putRows } from "./put-rows.ts";
import { readRows } from "./read-rows.ts";

export interface PostgresDatabaseArgs {
  readonly url: string;
  /** How it is called in messages. */
  readonly name: string;
  /** How long a change waits for others, and a connection to be made, in milliseconds. */
  readonly busyTimeoutMs: number;
}

/** One change at a time in the whole database, as in SQLite: readers see what one has done whole, and in its order. */
const writersLock = 0x45706f63;
/** What a server is set to for the questions of pages must not cut off a change, which would be cut off again the next time. */
const unhurried =
  "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";
/** More than so many statements are not kept prepared. */
const mostPrepared = 1_000;

const setUp = `SET search_path = epochal, pg_catalog; SET client_min_messages = warning; SET timezone = 'UTC'; SET jit = off; SET bytea_output = hex;
CREATE TEMP TABLE live_states (run text PRIMARY KEY, told text NOT NULL); CREATE TEMP TABLE live_verdicts (run text PRIMARY KEY, told text NOT NULL)`;

/** A PostgreSQL database with as much of the interface of `better-sqlite3` as the store uses: what is asked is answered at once. */
export class PostgresDatabase {
  readonly name: string;
  /** What differs from SQLite beyond the text of a statement. */
  readonly dialect: Dialect = {
    keyOfSeries: "run_row, series_id",
    putRows: (...rows) => putRows(...rows, (...asked) => this.#ask(...asked)),
    changeRows: (...rows) => changeRows(...rows, (...asked) => this.#ask(...asked)),
    readRows: (from, ranges) => readRows(from, ranges, (...asked) => this.#ask(...asked)),
  };
  readonly #connection: SyncConnection;
  #lockMs: number;
  readonly #prepared = new Map<string, string>();
  readonly #functions: LiveFunctions;
  /** How many transactions are open within each other. */
  #depth = 0;

  constructor({ url, name, busyTimeoutMs }: PostgresDatabaseArgs) {
    this.name = name;
    this.#lockMs = busyTimeoutMs;
    this.#connection = new SyncConnection({
      url,
      setUp,
      connectMs: Math.max(busyTimeoutMs, 5_000),
    });
    this.#functions = new LiveFunctions((...asked) => this.#ask(...asked));
  }

  get inTransaction(): boolean {
    return this.#depth > 0;
  }

  prepare(sql: string): PostgresStatement {
    const called = this.#functions.calledIn(sql);
    return new PostgresStatement(sql, (...asked) => {
      this.#functions.fill(called, this.inTransaction);
      return this.#ask(...asked);
    });
  }

  /** Gives statements the answers of a function of this program: see `LiveFunctions`. */
  function(name: string, ...[options, called]: [object | Called, Called?]): void {
    this.#functions.add(name, called ?? (options as Called));
  }

  transaction<T>(work: () => T) {
    const within = (begin: string) =>
      this.inTransaction ? this.#savepoint(work) : this.#whole(begin, work);
    const reading = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";
    const writing = () =>
      `BEGIN; ${unhurried}; SET LOCAL lock_timeout = ${Math.max(1, this.#lockMs)}; SELECT pg_advisory_xact_lock(${writersLock}); SET LOCAL lock_timeout = 0`;
    const transaction = () => within(writing());
    return Object.assign(transaction, {
      deferred: () => within(reading),
      immediate: () => within(writing()),
    });
  }

  /** The one setting of SQLite that the store changes while it works: how long a change waits for others. */
  pragma(asked: string): number {
    const [, name, value] = /^(\w+)(?: = (\d+))?$/.exec(asked) ?? [];
    if (name !== "busy_timeout") throw new Error(`PostgreSQL has no pragma ${asked}`);
    if (value !== undefined) this.#lockMs = Number(value);
    return this.#lockMs;
  }

  /** One or several statements without values. */
  exec(sql: string): void {
    this.#connection.ask({ text: sql, isInTransaction: this.inTransaction });
  }

  close(): void {
    this.#connection.close();
  }

  #whole<T>(begin: string, work: () => T): T {
    this.#functions.forget();
    try {
      this.exec(begin);
      this.#depth = 1;
      const done = work();
      this.exec("COMMIT");
      return done;
    } catch (error) {
      this.#depth = 1;
      this.#rollBack("ROLLBACK");
      throw error;
    } finally {
      this.#depth = 0;
    }
  }

  #savepoint<T>(work: () => T): T {
    const name = `s${this.#depth++}`;
    try {
      this.exec(`SAVEPOINT ${name}`);
      const done = work();
      this.exec(`RELEASE ${name}`);
      return done;
    } catch (error) {
      this.#rollBack(`ROLLBACK TO ${name}`);
      throw error;
    } finally {
      this.#depth--;
    }
  }

  /** Where the connection is lost, so is the transaction. */
  #rollBack(sql: string): void {
    try {
      this.exec(sql);
    } catch (error) {
      if (!(error instanceof PostgresError)) throw error;
    }
  }

  #ask(text: string, values: readonly string[], isNamed: boolean): IoRows {
    const isInTransaction = this.inTransaction;
    const name = isNamed ? this.#nameOf(text) : undefined;
    return this.#connection.ask({
      text,
      values,
      isInTransaction,
      ...(name !== undefined && { name }),
    });
  }

  #nameOf(text: string): string | undefined {
    const known = this.#prepared.get(text);
    if (known !== undefined || this.#prepared.size >= mostPrepared) return known;
    const name = `e${this.#prepared.size}`;
    this.#prepared.set(text, name);
    return name;
  }
}
