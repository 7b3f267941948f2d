import { statSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { awakeMs } from "../lease/awake-ms.ts";
import type { Lease } from "../lease/lease.ts";
import type { Problems } from "../problems.ts";
import { connect } from "../sqlite/connect.ts";
import { FindRequests } from "../sqlite/writes/find-requests.ts";
import { WatchWriters } from "../sqlite/writes/watch-writers.ts";
import { WriteHeartbeat } from "../sqlite/writes/write-heartbeat.ts";
import { FoldJournals } from "./fold-journals.ts";

export interface FolderArgs {
  readonly database: string;
  /** The folder of the journals. */
  readonly folder: string;
  /** The journal of the store that folds. */
  readonly journal: string;
  readonly lease: Lease;
  readonly problems: Problems;
  /** How long one statement waits for another connection, in milliseconds. */
  readonly busyTimeoutMs: number;
  /** Asked between transactions; no ends the folding early. */
  readonly goOn: () => boolean;
}

/** A connection of its own, and what folds journals and says that runs are alive through it. Opened when it is first used. */
export class Folder {
  readonly #args: FolderArgs;
  #db: Database | undefined;
  #inode = 0;
  #journals: FoldJournals | undefined;
  #heartbeat: WriteHeartbeat | undefined;
  #watch: WatchWriters | undefined;
  #requests: FindRequests | undefined;

  constructor(args: FolderArgs) {
    this.#args = args;
  }

  get journals(): FoldJournals {
    this.#open();
    return this.#journals as FoldJournals;
  }

  /** Says that the store's runs live, and looks whether others do. */
  beat(): void {
    this.#open();
    this.#heartbeat?.run(Date.now());
    this.#watch?.run(awakeMs());
  }

  get requests(): FindRequests {
    this.#open();
    return this.#requests as FindRequests;
  }

  /** Lets go of a database file that was removed or replaced: what is written to it now is lost. */
  leaveIfReplaced(): void {
    if (this.#db === undefined) return;
    const there = statSync(this.#args.database, { throwIfNoEntry: false });
    if (there?.ino !== this.#inode) this.close();
  }

  close(): void {
    this.#db?.close();
    this.#db = undefined;
  }

  #open(): void {
    if (this.#db !== undefined) return;
    const { database, busyTimeoutMs, journal, lease } = this.#args;
    const db = connect({ database, busyTimeoutMs });
    try {
      this.#journals = new FoldJournals({ ...this.#args, db });
      this.#heartbeat = new WriteHeartbeat(db, journal);
      this.#watch = new WatchWriters(db, lease);
      this.#requests = new FindRequests(db, journal);
      this.#inode = statSync(database).ino;
    } catch (error) {
      db.close();
      throw error;
    }
    this.#db = db;
  }
}
