import type { Lease } from "../lease/lease.ts";
import type { StoreLocation } from "../location/store-location.ts";
import type { Problems } from "../problems.ts";
import type { Run } from "../run.ts";
import { readSql } from "../sql/read-sql.ts";
import type { SqlOptions, SqlRows } from "../sql/sql-options.ts";
import { SqliteAccess } from "../sqlite/access/sqlite-access.ts";
import type { AskedQueries } from "../sqlite/reads/open-queries.ts";
import type { Store } from "../store.ts";
import type { StoreAccess } from "../store-access.ts";
import { StoreError } from "../store-error.ts";
import type { PruneReport, PurgeReport, StorageReport } from "../upkeep-options.ts";
import { LocalStore } from "./local-store.ts";
import { ReadConnection } from "./read-connection.ts";
import { SqliteDatabase } from "./sqlite-database.ts";
import { StoreCopy, signatureOf } from "./store-copy.ts";
import { StoreReads } from "./store-reads.ts";

/** The original is looked at so often. */
const lookMs = 1_000;

export interface ReadOnlyStoreArgs {
  readonly location: StoreLocation;
  readonly problems: Problems;
  readonly lease: Lease;
}

/** A store in a folder that cannot be written. It is read from a copy, which is made anew when the original has changed. */
export class ReadOnlyStore extends StoreReads implements Store {
  readonly location: string;
  readonly isReadOnly = true;
  readonly access: StoreAccess;
  readonly #args: ReadOnlyStoreArgs;
  #copy: StoreCopy;
  #store: CopiedStore;
  #connection!: ReadConnection;
  #lookedAt = Date.now();
  #isClosed = false;

  /** @throws StoreError as `StoreCopy` does */
  constructor(args: ReadOnlyStoreArgs) {
    super();
    this.location = args.location.database;
    this.#args = args;
    this.#copy = new StoreCopy(args.location);
    this.#store = this.#open();
    this.access = new SqliteAccess({
      db: () => this.#connection.open(),
      openWriter: () => {
        throw this.#refusal();
      },
      refusal: () => this.#refusal(),
    });
  }

  startRun(): Promise<Run> {
    return this.#refuse();
  }

  resumeRun(): Promise<Run> {
    return this.#refuse();
  }

  request(): Promise<string> {
    return this.#refuse();
  }

  addNote(): Promise<void> {
    return this.#refuse();
  }

  updateRun(): Promise<void> {
    return this.#refuse();
  }

  updateRuns(): Promise<void> {
    return this.#refuse();
  }

  deleteRuns(): Promise<void> {
    return this.#refuse();
  }

  restoreRuns(): Promise<void> {
    return this.#refuse();
  }

  purge(): Promise<PurgeReport> {
    return this.#refuse();
  }

  prune(): Promise<PruneReport> {
    return this.#refuse();
  }

  setRetention(): Promise<void> {
    return this.#refuse();
  }

  async storage(): Promise<StorageReport> {
    await this.#renew();
    return this.#store.storage();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#store.close();
    this.#copy.remove();
  }

  protected async read<T>(query: (queries: AskedQueries) => T): Promise<Awaited<T>> {
    await this.#renew();
    return this.#store.ask(query);
  }

  protected askSql(sql: string, options: SqlOptions): Promise<SqlRows> {
    return readSql(this.location, sql, options);
  }

  async #renew(): Promise<void> {
    if (this.#isClosed || Date.now() - this.#lookedAt < lookMs) return;
    this.#lookedAt = Date.now();
    if (signatureOf(this.#args.location) === this.#copy.signature) return;
    const [copy, store] = [this.#copy, this.#store];
    this.#copy = new StoreCopy(this.#args.location);
    this.#store = this.#open();
    await store.close();
    copy.remove();
  }

  #open(): CopiedStore {
    const { problems, lease } = this.#args;
    const location = this.#copy.place;
    const connection = new ReadConnection(location, lease, problems);
    this.#connection = connection;
    const database = new SqliteDatabase(location, connection);
    return new CopiedStore({ location, database, problems, lease });
  }

  #refuse(): Promise<never> {
    return Promise.reject(this.#refusal());
  }

  #refusal(): StoreError {
    return new StoreError(
      "store_read_only",
      `${this.location} cannot be written by this user: it is open for reading. To record or change something, let its folder be writable, or copy the folder.`,
    );
  }
}

class CopiedStore extends LocalStore {
  ask<T>(query: (queries: AskedQueries) => T): Promise<Awaited<T>> {
    return this.read(query);
  }
}
