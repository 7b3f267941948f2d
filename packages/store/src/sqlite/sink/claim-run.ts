import type { RunResumedRecord } from "@epochal/record";
import type { Database } from "better-sqlite3";
import { StoreError } from "../../store-error.ts";
import { isBusy } from "../is-busy.ts";
import { ApplyRecords } from "../writes/apply-records.ts";

export interface ClaimRunArgs {
  /** How the database is called. */
  readonly name: string;
  /** Opens it. */
  readonly open: (busyTimeoutMs: number) => Database;
  readonly record: RunResumedRecord;
  readonly timeoutMs: number;
}

const tryMs = 50;

/**
 * Resumes a run as a new segment, in one transaction: it does, or nothing has changed. Of several callers at once, in whatever
 * process, the first one gets the run.
 *
 * @returns whether the run is the caller's now
 * @throws StoreError `store_busy` where the database is locked for longer than `timeoutMs` or cannot be written
 */
export async function claimRun({ name, open, record, timeoutMs }: ClaimRunArgs): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return claim(open(tryMs), record);
    } catch (error) {
      const isLocked =
        isBusy(error) || (error instanceof StoreError && error.code === "store_busy");
      if (!isLocked || Date.now() >= deadline) throw refused(name, error);
    }
    await new Promise((resolve) => setTimeout(resolve, tryMs * (0.5 + Math.random())));
  }
}

function claim(db: Database, record: RunResumedRecord): boolean {
  try {
    const segment = db
      .prepare<[string], number>("SELECT segment FROM runs WHERE id = ? AND deleted_ms IS NULL")
      .pluck();
    return db
      .transaction(() => {
        if (segment.get(record.run) !== record.segment - 1) return false;
        new ApplyRecords(db).apply([record], () => {});
        return true;
      })
      .immediate();
  } finally {
    db.close();
  }
}

function refused(name: string, error: unknown): StoreError {
  if (error instanceof StoreError && error.code !== "store_busy") return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError(
    "store_busy",
    `The run cannot be resumed and has not changed: ${name} cannot be written: ${reason}`,
    { cause: error },
  );
}
