import { statSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { UnfoldedJournals } from "../ingest/unfolded-journals.ts";
import type { Lease } from "../lease/lease.ts";
import type { StoreLocation } from "../location/store-location.ts";
import type { Problems } from "../problems.ts";
import { connect } from "../sqlite/connect.ts";
import { isBusy } from "../sqlite/is-busy.ts";
import { isWriterElsewhere } from "../sqlite/reads/is-writer-elsewhere.ts";
import type { Queries } from "../sqlite/reads/open-queries.ts";
import { StoreError } from "../store-error.ts";
import type { StoreConnection } from "./store-database.ts";

/** How long a reader waits for the database. It is locked for readers only while somebody opens or repairs it. */
const busyTimeoutMs = 1_000;

/** The connection that the store's readers share. Opened anew where somebody has replaced the file. */
export class ReadConnection implements StoreConnection {
  readonly #database: string;
  readonly #lease: Lease;
  readonly #problems: Problems;
  readonly #journals: UnfoldedJournals;
  #db: Database | undefined;
  #inode = 0;
  #queries: Queries | undefined;

  constructor({ database, journal }: StoreLocation, lease: Lease, problems: Problems) {
    this.#problems = problems;
    this.#database = database;
    this.#lease = lease;
    this.#journals = new UnfoldedJournals(journal, lease);
  }

  /**
   * Opens the database, and makes its tables where it is new.
   *
   * @throws StoreError as `connect` does
   */
  open(timeoutMs = busyTimeoutMs): Database {
    const inode = statSync(this.#database, { throwIfNoEntry: false })?.ino;
    if (this.#db !== undefined && inode === this.#inode) return this.#db;
    this.close();
    const db = connect({
      database: this.#database,
      busyTimeoutMs: timeoutMs,
      onCopied: (words) => this.#problems.report(words, words),
    });
    this.#inode = statSync(this.#database).ino;
    this.#db = db;
    return db;
  }

  /** @throws StoreError `store_busy`, and what the query throws */
  async read<T>(query: (queries: Queries) => T): Promise<Awaited<T>> {
    // Loaded at first use: the query builder takes a third of a second, and a program that only trains never reads.
    const { openQueries } = await import("../sqlite/reads/open-queries.ts");
    const before = this.#db;
    const db = this.open();
    if (this.#queries === undefined || db !== before) {
      const { silentMs } = this.#lease;
      this.#queries = openQueries({ db, silentMs, journals: this.#journals });
    }
    try {
      return await query(this.#queries);
    } catch (error) {
      if (!isBusy(error)) throw error;
      throw new StoreError("store_busy", `${this.#database} is locked by another program.`, {
        cause: error,
      });
    }
  }

  /** Whether the last answer that says so said that something was missing in it. */
  get isBehind(): boolean {
    return this.#journals.isBehind;
  }

  /** Whether there are journals to fold or heartbeats to watch, which only the folding thread does. */
  isLeftBehind(): boolean {
    try {
      return this.#journals.sizes().size > 0 || isWriterElsewhere(this.open());
    } catch {
      // The next read says why the database cannot be asked.
      return true;
    }
  }

  close(): void {
    this.#db?.close();
    this.#db = undefined;
    this.#queries = undefined;
  }
}
