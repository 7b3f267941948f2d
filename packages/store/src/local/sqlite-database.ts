import type { StoreLocation } from "../location/store-location.ts";
import { readSql } from "../sql/read-sql.ts";
import { SqliteAccess } from "../sqlite/access/sqlite-access.ts";
import { connect } from "../sqlite/connect.ts";
import { Trash } from "../sqlite/reads/trash.ts";
import { claimRun } from "../sqlite/sink/claim-run.ts";
import { PatientWriter } from "../sqlite/writes/patient-writer.ts";
import { PurgeRun } from "../sqlite/writes/purge-run.ts";
import {
  bytesOf,
  conversionOf,
  conversionWords,
  convert,
  shrink,
} from "../sqlite/writes/shrink.ts";
import type { StoreAccess } from "../store-access.ts";
import { listCopies, removeOldCopies } from "./files-beside.ts";
import { openSqliteSink } from "./open-sqlite-sink.ts";
import { startFoldingThread } from "./start-folding-thread.ts";
import type { Reclaiming, StoreConnection, StoreDatabase } from "./store-database.ts";

/** An SQLite file. */
export class SqliteDatabase implements StoreDatabase {
  readonly name: string;
  readonly connection: StoreConnection;
  readonly access: StoreAccess;
  readonly patienceMs = 5_000;
  readonly openSink = openSqliteSink;
  readonly startThread = startFoldingThread;

  constructor({ database }: StoreLocation, connection: StoreConnection) {
    this.name = database;
    this.connection = connection;
    this.access = new SqliteAccess({
      db: () => connection.open(),
      openWriter: () => this.openWriter(),
    });
  }

  openWriter(): PatientWriter {
    return new PatientWriter(connect({ database: this.name, busyTimeoutMs: 1_000 }));
  }

  claimRun(...[record, timeoutMs]: Parameters<StoreDatabase["claimRun"]>): Promise<boolean> {
    const open = (busyTimeoutMs: number) => connect({ database: this.name, busyTimeoutMs });
    return claimRun({ name: this.name, open, record, timeoutMs });
  }

  readSql(...[sql, options]: Parameters<StoreDatabase["readSql"]>) {
    return readSql(this.name, sql, options);
  }

  bytes(): number {
    return bytesOf(this.name);
  }

  copies() {
    return listCopies(this.name);
  }

  async removeOrphans(writer: PatientWriter): Promise<void> {
    const purge = new PurgeRun(writer);
    for (const series of new Trash(writer.db).orphans()) await purge.removeSeries(series, () => {});
  }

  async reclaim(writer: PatientWriter, { dryRun, onProgress }: Reclaiming) {
    const conversion = conversionOf(writer);
    if (dryRun) return conversion;
    removeOldCopies(this.name);
    if (conversion !== undefined && conversion.skipped === undefined) {
      const words = conversionWords(writer, conversion);
      onProgress({ doing: "convert", done: 0, total: conversion.bytes, words });
      await convert(writer);
    }
    if (conversion?.skipped === undefined) {
      await shrink(writer, (done, total) =>
        onProgress({ doing: "shrink", done, total, words: `${this.name} gives its room back.` }),
      );
    }
    return conversion;
  }
}
