import { connect } from "../postgres/connect.ts";
import { readSql } from "../postgres/read-sql.ts";
import { Ticks } from "../postgres/ticks.ts";
import { ServerAccess } from "../reading/server-access.ts";
import { claimRun } from "../sqlite/sink/claim-run.ts";
import { PatientWriter } from "../sqlite/writes/patient-writer.ts";
import type { StoreAccess } from "../store-access.ts";
import { openPostgresSink } from "./open-postgres-sink.ts";
import type { ServerConnection } from "./server-connection.ts";
import { startPostgresThread } from "./start-postgres-thread.ts";
import type { StoreDatabase } from "./store-database.ts";

/** A database of a PostgreSQL server. */
export class ServerDatabase implements StoreDatabase {
  readonly name: string;
  readonly connection: ServerConnection;
  readonly access: StoreAccess;
  /** A server is farther away, and has others to serve. */
  readonly patienceMs = 20_000;
  readonly openSink = openPostgresSink;
  readonly startThread = startPostgresThread;
  readonly ticks: Ticks;
  readonly #url: string;

  constructor(url: string, name: string, connection: ServerConnection) {
    this.#url = url;
    this.name = name;
    this.connection = connection;
    this.access = new ServerAccess(connection.threads);
    this.ticks = new Ticks(url);
  }

  openWriter(): PatientWriter {
    return new PatientWriter(connect({ url: this.#url, busyTimeoutMs: 1_000 }));
  }

  claimRun(...[record, timeoutMs]: Parameters<StoreDatabase["claimRun"]>): Promise<boolean> {
    const open = (busyTimeoutMs: number) => connect({ url: this.#url, busyTimeoutMs });
    return claimRun({ name: this.name, open, record, timeoutMs });
  }

  readSql(...[sql, options]: Parameters<StoreDatabase["readSql"]>) {
    return readSql(this.#url, sql, options);
  }

  bytes(): Promise<number> {
    return this.connection.threads.asked.bytes();
  }

  /** The server's own backups are its owner's. */
  copies(): [] {
    return [];
  }

  /** Triggers leave none. */
  async removeOrphans(): Promise<void> {}

  /** The server does it by itself: autovacuum makes room for new rows of what was removed. */
  async reclaim(): Promise<undefined> {}
}
