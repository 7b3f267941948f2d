import path from "node:path";

/** The store that a command means: its option, else `EPOCHAL_STORE`, else `.epochal/runs.db` in the working directory. */
export function givenLocation(option: string | undefined): string {
  return option || process.env.EPOCHAL_STORE || path.join(".epochal", "runs.db");
}
