import { statSync } from "node:fs";
import type { Database } from "better-sqlite3";
import type { Problems } from "../problems.ts";
import { FindRequests } from "../sqlite/commands/find-requests.ts";
import { WriteHeartbeat } from "../sqlite/commands/write-heartbeat.ts";
import { connect } from "../sqlite/connect.ts";
import { FoldJournals } from "./fold-journals.ts";

export interface FolderArgs {
  readonly database: string;
  /** The folder of the journals. */
  readonly folder: string;
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
  #requests: FindRequests | undefined;

  constructor(args: FolderArgs) {
    this.#args = args;
  }

  get journals(): FoldJournals {
    this.#open();
    return this.#journals as FoldJournals;
  }

  get heartbeat(): WriteHeartbeat {
    this.#open();
    return this.#heartbeat as WriteHeartbeat;
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
    const { database, busyTimeoutMs, folder, problems, goOn } = this.#args;
    const db = connect({ database, busyTimeoutMs });
    try {
      this.#journals = new FoldJournals({ db, folder, problems, goOn });
      this.#heartbeat = new WriteHeartbeat(db);
      this.#requests = new FindRequests(db);
      this.#inode = statSync(database).ino;
    } catch (error) {
      db.close();
      throw error;
    }
    this.#db = db;
  }
}
