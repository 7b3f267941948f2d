import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { formatBytes, formatDuration, formatShare } from "@epochal/conclusions";
import Database from "better-sqlite3";
import { assertRoom, freeName, isCopyWanted, sync } from "./copy-before.ts";
import { newestVersion, schemaVersion } from "./schema-version.ts";

/** A smaller database is copied and brought up to date in a second or two, of which nobody needs to be told. */
export const largeBytes = 64 * 2 ** 20;
/** So many pages are copied in one go: 16 MiB. */
const pagesAtOnce = 4_096;
/** How much an older machine copies in a second. */
const bytesOfSecond = 50_000_000;
const tellMs = 3_000;

export interface CopyAheadArgs {
  readonly database: string;
  /** From how many bytes on. */
  readonly from: number;
  /** Is told what happens, in sentences. */
  readonly tell: (words: string) => void;
}

/**
 * Copies a large database of an older version before it is opened, piece by piece, so that this process can go on and say how far it is.
 * Whoever brings the database up to date finds the copy there, and makes another one where somebody has written meanwhile. What goes
 * wrong here is said by the one who opens the database.
 */
export async function copyAhead({ database, from, tell }: CopyAheadArgs): Promise<void> {
  const bytes = statSync(database, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes < from || bytes === 0) return;
  const part = `${database}.schema-ahead-${process.pid}`;
  let reader: Database.Database | undefined;
  try {
    // Also where another process has brought the store up to date meanwhile.
    removeLeft(database);
    reader = new Database(database, { readonly: true });
    const version = schemaVersion(reader);
    if (version < 1 || version >= newestVersion) return;
    const file = isCopyWanted(reader) ? freeName(reader, version) : undefined;
    const isToCopy = file !== undefined && !existsSync(file);
    tell(
      `${database} is of an older version (schema ${version}) and is brought to schema ${newestVersion}${isToCopy ? `, after it is copied to ${file}` : ""}. Of ${formatBytes(bytes)} that takes about ${formatDuration((1_000 * bytes) / bytesOfSecond)}, once.`,
    );
    await turn();
    if (!isToCopy) return;
    assertRoom(reader);
    // SQLite would make it readable for others.
    closeSync(openSync(part, "wx", 0o600));
    let told = performance.now();
    await reader.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        if (performance.now() - told > tellMs) {
          told = performance.now();
          tell(`${database}: ${formatShare(1 - remainingPages / totalPages)} is copied.`);
        }
        return pagesAtOnce;
      },
    });
    tell(
      `${database} is copied and is brought to schema ${newestVersion} now. Meanwhile this process does nothing else.`,
    );
    await turn();
    closeLog(part);
    sync(part);
    if (!existsSync(file)) renameSync(part, file);
  } catch {
    // It is no store, is locked, or there is no room.
  } finally {
    reader?.close();
    rmSync(part, { force: true });
  }
}

/** Lets be printed what was told, before this thread has no time for it. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A copy stands alone: it needs no write-ahead log beside it. */
function closeLog(file: string): void {
  const db = new Database(file);
  try {
    db.pragma("journal_mode = DELETE");
  } finally {
    db.close();
  }
}

/** What processes have left that were killed while they copied. */
function removeLeft(database: string): void {
  const prefix = `${path.basename(database)}.schema-ahead-`;
  const folder = path.dirname(database);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue;
    // Anything else that is called so is somebody's own.
    const [, pid] = /^(\d+)(?:-(?:journal|wal|shm))?$/.exec(name.slice(prefix.length)) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) {
      rmSync(path.join(folder, name), { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
