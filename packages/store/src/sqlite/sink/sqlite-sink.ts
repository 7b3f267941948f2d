import { statSync } from "node:fs";
import { SqliteError } from "better-sqlite3";
import type { Problems } from "../../problems.ts";
import { SinkError } from "../../sink-error.ts";
import { checkpoint } from "../checkpoint.ts";
import { FoldedMark } from "../folded-mark.ts";
import { isBusy } from "../is-busy.ts";
import { SqlSink, type SqlSinkArgs } from "./sql-sink.ts";

export interface SqliteSinkArgs extends SqlSinkArgs {
  readonly problems: Problems;
}

/** The write-ahead log is emptied at this size. It grows further only while somebody reads for long. */
const logBytes = 4 * 2 ** 20;

/** Takes the lines of journals into an SQLite database. */
export class SqliteSink extends SqlSink {
  readonly #inode: number;
  readonly #mark: FoldedMark;

  constructor({ problems, ...args }: SqliteSinkArgs) {
    super(args);
    const { db } = args;
    this.#inode = statSync(db.name).ino;
    this.#mark = new FoldedMark(db, problems);
    this.#mark.check();
    // `settle` empties it, when all of it can be emptied: see `checkpoint`.
    db.pragma("wal_autocheckpoint = 0");
  }

  sync(): void {
    this.asked(() => {
      this.db.pragma("synchronous = FULL");
      try {
        this.db.transaction(() => this.db.prepare("UPDATE clock SET rev = rev").run()).immediate();
      } finally {
        this.db.pragma("synchronous = NORMAL");
      }
    });
  }

  get isUnsettled(): boolean {
    return (statSync(`${this.db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0) > logBytes;
  }

  settle(waitMs: number): boolean {
    return this.asked(() => {
      if (!checkpoint(this.db, waitMs)) return false;
      this.#mark.write();
      return true;
    });
  }

  get isLost(): boolean {
    return statSync(this.db.name, { throwIfNoEntry: false })?.ino !== this.#inode;
  }

  protected faultOf(error: unknown): SinkError | undefined {
    if (!(error instanceof SqliteError)) return undefined;
    const isFull = /^SQLITE_(FULL|IOERR_WRITE)/.test(error.code);
    const kind = isBusy(error) ? "busy" : isFull ? "full" : "broken";
    return new SinkError(kind, error.message, { cause: error });
  }

  protected isAboutALine(error: unknown): boolean {
    if (!(error instanceof SqliteError)) {
      return error instanceof TypeError || error instanceof RangeError;
    }
    return /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE|ERROR)/.test(error.code);
  }
}
