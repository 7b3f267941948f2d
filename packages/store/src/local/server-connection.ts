import type { Database } from "better-sqlite3";
import type { Lease } from "../lease/lease.ts";
import type { StoreLocation } from "../location/store-location.ts";
import { connect } from "../postgres/connect.ts";
import { ReadingThreads } from "../reading/reading-threads.ts";
import type { AskedQueries } from "../sqlite/reads/open-queries.ts";
import type { StoreConnection } from "./store-database.ts";

/** How long it waits for the server. */
const busyTimeoutMs = 5_000;

/** The connections to a PostgreSQL server that the store's readers share: threads ask it, so that a slow server holds up nobody else. */
export class ServerConnection implements StoreConnection {
  readonly threads: ReadingThreads;
  readonly #url: string;
  #db: Database | undefined;

  constructor({ database: url, journal }: StoreLocation, name: string, lease: Lease) {
    this.#url = url;
    this.threads = new ReadingThreads({ url, name, journal, lease });
  }

  /** For what a program that trains asks in between, where it cannot wait in another way. */
  open(timeoutMs = busyTimeoutMs): Database {
    this.#db ??= connect({ url: this.#url, busyTimeoutMs: timeoutMs });
    return this.#db;
  }

  async read<T>(query: (queries: AskedQueries) => T): Promise<Awaited<T>> {
    return await query(this.threads.asked);
  }

  get isBehind(): boolean {
    return this.threads.isBehind;
  }

  isLeftBehind(): Promise<boolean> {
    return this.threads.asked.isLeftBehind();
  }

  async close(): Promise<void> {
    this.#db?.close();
    this.#db = undefined;
    await this.threads.close();
  }
}
