import type { Worker } from "node:worker_threads";
import type { RunResumedRecord } from "@epochal/record";
import type { Database } from "better-sqlite3";
import type { FoldingThreadData } from "../ingest/folding-message.ts";
import type { OpenSink } from "../ingest/folding-thread.ts";
import type { SqlOptions, SqlRows } from "../sql/sql-options.ts";
import type { AskedQueries } from "../sqlite/reads/open-queries.ts";
import type { PatientWriter } from "../sqlite/writes/patient-writer.ts";
import type { StoreAccess } from "../store-access.ts";
import type { PurgeReport, StorageReport, UpkeepProgress } from "../upkeep-options.ts";

/** The connection that the readers of a store share. */
export interface StoreConnection {
  /** @throws StoreError where the database cannot be asked, within about `timeoutMs` */
  open(timeoutMs?: number): Database;
  /** @throws StoreError `store_busy`, and what the query throws */
  read<T>(query: (queries: AskedQueries) => T): Promise<Awaited<T>>;
  /** Whether the last answer that says so said that something was missing in it. */
  readonly isBehind: boolean;
  /** Whether there are journals to fold or heartbeats to watch, which only the folding thread does. */
  isLeftBehind(): boolean | Promise<boolean>;
  close(): void | Promise<void>;
}

/** What a purge does when all is removed that has to be. */
export interface Reclaiming {
  readonly dryRun: boolean;
  readonly onProgress: (progress: UpkeepProgress) => void;
}

/** A database, as a store of this machine needs it. */
export interface StoreDatabase {
  /** How it is called in answers and messages. */
  readonly name: string;
  readonly connection: StoreConnection;
  /** Its tokens and its log. */
  readonly access: StoreAccess;
  /** How long a reader waits for what was logged before, in milliseconds. */
  readonly patienceMs: number;
  readonly openSink: OpenSink;
  /** Starts the thread that folds, from its own file or from another one. */
  startThread(data: FoldingThreadData, entry?: string): Worker;
  /** A connection for changes that take long. */
  openWriter(): PatientWriter;
  /** Resumes a run, unless somebody else has. @returns whether the run is the caller's now */
  claimRun(record: RunResumedRecord, timeoutMs: number): Promise<boolean>;
  /** The changes that it tells of by itself; absent where it does not. */
  readonly ticks?: {
    readonly count: number;
    next(count: number, forMs: number): Promise<void>;
    close(): void;
  };
  readSql(sql: string, options: SqlOptions): Promise<SqlRows>;
  bytes(): number | Promise<number>;
  copies(): StorageReport["copies"];
  /** Removes what is left of runs that have no row any more. */
  removeOrphans(writer: PatientWriter): Promise<void>;
  /** Gives the room of what was removed back. */
  reclaim(writer: PatientWriter, how: Reclaiming): Promise<PurgeReport["conversion"]>;
}
