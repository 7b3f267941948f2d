import type { Database } from "better-sqlite3";
import {
  type ReadRecordOptions,
  type RecordOptions,
  readRecordOptions,
} from "../../card/record-options.ts";

/** What a run was told to record by itself when it was started; everything, where that cannot be read. */
export function recordOptionsOf(db: Database, id: string): ReadRecordOptions {
  const record = db
    .prepare<[string], string | null>("SELECT record FROM runs WHERE id = ?")
    .pluck()
    .get(id);
  try {
    return readRecordOptions(JSON.parse(record ?? "true") as RecordOptions);
  } catch {
    return readRecordOptions(true);
  }
}
