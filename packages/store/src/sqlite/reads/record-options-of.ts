import { eq } from "drizzle-orm";
import {
  type ReadRecordOptions,
  type RecordOptions,
  readRecordOptions,
} from "../../card/record-options.ts";
import { runs } from "../schema/runs.ts";
import type { Drizzle } from "./drizzle.ts";

/** What a run was told to record on its own when it was started. What cannot be read is everything. */
export function recordOptionsOf(db: Drizzle, id: string): ReadRecordOptions {
  const row = db.select({ record: runs.record }).from(runs).where(eq(runs.id, id)).get();
  try {
    return readRecordOptions(JSON.parse(row?.record ?? "true") as RecordOptions);
  } catch {
    return readRecordOptions(true);
  }
}
