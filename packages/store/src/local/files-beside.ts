import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";

/** A copy stays so long, in case the changed file is damaged. After that the next purge removes it. */
const copyMs = 30 * 24 * 3_600_000;

export interface Copy {
  readonly path: string;
  readonly bytes: number;
}

/** The copies of a database that were made before it was brought to a newer schema. */
export function listCopies(database: string): Copy[] {
  const folder = path.dirname(database);
  const prefix = `${path.basename(database)}.schema-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && /^\d+(-\d+)?$/.test(name.slice(prefix.length)))
    .map((name) => path.join(folder, name))
    .map((file) => ({ path: file, bytes: statSync(file).size }));
}

/** Removes the copies that are older than 30 days. */
export function removeOldCopies(database: string): void {
  for (const { path: file } of listCopies(database)) {
    if (Date.now() - statSync(file).mtimeMs > copyMs) rmSync(file, { force: true });
  }
}

export function bytesOfJournals(folder: string): number {
  try {
    return readdirSync(folder).reduce(
      (sum, name) =>
        sum + (statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
  } catch {
    return 0;
  }
}
