import type { Database } from "better-sqlite3";
import { thisProcess } from "../../lease/this-process.ts";

/** Whether a run is open and its process cannot be asked from here, so that only heartbeats tell whether it lives. */
export function isWriterElsewhere(db: Database): boolean {
  const { bootId, host, pidSpace = null } = thisProcess();
  const found = db
    .prepare(
      `SELECT 1 FROM runs WHERE settled IS NULL AND heard_ms IS NULL
        AND NOT (boot_id = @bootId AND pid_space IS NOT DISTINCT FROM @pidSpace AND host = @host) LIMIT 1`,
    )
    .get({ bootId, host, pidSpace });
  return found !== undefined;
}
