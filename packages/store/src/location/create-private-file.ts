import { closeSync, openSync } from "node:fs";

/**
 * Makes an empty file that only the user can read; SQLite would make it readable for others.
 *
 * One that exists is not even opened: closing it would end the locks that SQLite has on it in this process.
 */
export function createPrivateFile(file: string): void {
  try {
    closeSync(openSync(file, "wx", 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
