import type { Database } from "better-sqlite3";
import { thisProcess } from "../../lease/this-process.ts";

/** Whether a run has not ended whose process cannot be asked from here: only its heartbeats tell whether it lives. */
export function isWriterElsewhere(db: Database): boolean {
  const { bootId, host, pidSpace = null } = thisProcess();
  const found = db
    .prepare(
      `SELECT 1 FROM runs WHERE settled IS NULL
        AND NOT (boot_id = @bootId AND pid_space IS @pidSpace AND host = @host) LIMIT 1`,
    )
    .get({ bootId, host, pidSpace });
  return found !== undefined;
}
