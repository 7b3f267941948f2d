import type { Database } from "better-sqlite3";
import { UnfoldedJournals } from "../ingest/unfolded-journals.ts";
import type { Lease } from "../lease/lease.ts";
import type { StoreLocation } from "../location/store-location.ts";
import { asStoreError, connect } from "../postgres/connect.ts";
import { PostgresError } from "../postgres/connection/postgres-error.ts";
import { isWriterElsewhere } from "../sqlite/reads/is-writer-elsewhere.ts";
import type { Queries } from "../sqlite/reads/open-queries.ts";
import type { StoreConnection } from "./store-database.ts";

/** How long a reader waits for the server. */
const busyTimeoutMs = 5_000;

/** The connection to a PostgreSQL server that the store's readers share. */
export class ServerConnection implements StoreConnection {
  readonly #url: string;
  readonly #name: string;
  readonly #lease: Lease;
  readonly #journals: UnfoldedJournals;
  #db: Database | undefined;
  #queries: Queries | undefined;

  constructor({ database, journal }: StoreLocation, name: string, lease: Lease) {
    this.#url = database;
    this.#name = name;
    this.#lease = lease;
    this.#journals = new UnfoldedJournals(journal, lease);
  }

  open(timeoutMs = busyTimeoutMs): Database {
    this.#db ??= connect({ url: this.#url, busyTimeoutMs: timeoutMs });
    return this.#db;
  }

  async read<T>(query: (queries: Queries) => T): Promise<Awaited<T>> {
    // Loaded at first use: a program that only trains never reads.
    const { openQueries } = await import("../sqlite/reads/open-queries.ts");
    const { storageOf } = await import("../postgres/storage-of.ts");
    const db = this.open();
    const { silentMs } = this.#lease;
    this.#queries ??= openQueries({ db, silentMs, journals: this.#journals, storageOf });
    try {
      return await query(this.#queries);
    } catch (error) {
      throw error instanceof PostgresError ? asStoreError(this.#name, error) : error;
    }
  }

  get isBehind(): boolean {
    return this.#journals.isBehind;
  }

  isLeftBehind(): boolean {
    return this.#journals.sizes().size > 0 || isWriterElsewhere(this.open());
  }

  close(): void {
    this.#db?.close();
    this.#db = undefined;
    this.#queries = undefined;
  }
}
