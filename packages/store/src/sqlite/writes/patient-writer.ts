import type { Database } from "better-sqlite3";
import { StoreError } from "../../store-error.ts";
import { isBusy } from "../is-busy.ts";

const tryMs = 50;
/** For how long a change waits for other writers. */
const patienceMs = 30_000;

/** A connection for long work in small transactions: between them other writers, and the event loop of this process, have their turn. */
export class PatientWriter {
  readonly db: Database;

  /** @param db a connection of its own, which it closes */
  constructor(db: Database) {
    this.db = db;
    this.db.pragma(`busy_timeout = ${tryMs}`);
  }

  /**
   * Makes a change in a transaction, once it is its turn.
   *
   * @throws StoreError `store_busy`
   */
  async write<T>(change: () => T): Promise<T> {
    return this.alone(() => this.db.transaction(change).immediate());
  }

  /** As `write`, without a transaction: for what SQLite does in one of its own. */
  async alone<T>(change: () => T): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const since = performance.now();
      try {
        const done = change();
        await pause(Math.max(1, (performance.now() - since) / 4));
        return done;
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (Date.now() >= deadline) {
          throw new StoreError("store_busy", `${this.db.name} is locked by another program.`, {
            cause: error,
          });
        }
      }
      await pause(tryMs * (0.5 + Math.random()));
    }
  }

  close(): void {
    this.db.close();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
