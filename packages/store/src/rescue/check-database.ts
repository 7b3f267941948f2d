import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { counted, formatBytes } from "@epochal/conclusions";
import Database from "better-sqlite3";
import { newestVersion, schemaVersion } from "../sqlite/schema-version.ts";
import type { StoreFinding } from "./store-finding.ts";

export interface DatabaseCheck {
  /** How far it has which part of a journal. */
  readonly folded: ReadonlyMap<string, number>;
  readonly findings: readonly StoreFinding[];
}

/** So many faults are said. */
const mostFaults = 10;
const wayOut = "epochal doctor --salvage NEW.db saves what can be read of it.";

/**
 * Looks at a database: its schema, its pages and indexes, its log. SQLite makes files beside a database to read it: one that no process has
 * open is read from a copy.
 */
export function checkDatabase(database: string): DatabaseCheck {
  const findings: StoreFinding[] = [];
  const folded = new Map<string, number>();
  const say = (level: StoreFinding["level"], about: string, words: string) =>
    findings.push({ level, about, words });
  let folder: string | undefined;
  let db: Database.Database | undefined;
  try {
    const log = statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (log === 0) say("fine", "log", "Its write-ahead log is empty.");
    else say("notice", "log", `${formatBytes(log)} are in its write-ahead log.`);
    let file = database;
    if (!existsSync(`${database}-shm`)) {
      folder = mkdtempSync(path.join(os.tmpdir(), "epochal-doctor-"));
      file = path.join(folder, "checked.db");
      copyFileSync(database, file, constants.COPYFILE_FICLONE);
      if (log > 0) copyFileSync(`${database}-wal`, `${file}-wal`);
    }
    // A copy may be changed by SQLite, but not the file itself.
    db = new Database(file, { readonly: folder === undefined, timeout: 5_000 });
    const sqlite = db.prepare<[], string>("SELECT sqlite_version()").pluck().get();
    say("fine", "versions", `This is SQLite ${sqlite}.`);
    const version = schemaVersion(db);
    if (version === newestVersion) say("fine", "database", `Its schema is ${version}, the newest.`);
    else
      say(
        "notice",
        "database",
        `Its schema is ${version}: opening it brings it to ${newestVersion}.`,
      );
    for (const fault of faultsOf(db))
      say("wrong", "database", `It is damaged: ${fault}. ${wayOut}`);
    if (findings.every(({ level }) => level !== "wrong"))
      say("fine", "database", "All its pages and indexes are sound.");
    for (const [part, bytes] of db
      .prepare<[], [string, number]>("SELECT segment, bytes FROM folded")
      .raw()
      .iterate())
      folded.set(part, bytes);
    if (version >= 3) {
      const still =
        "SELECT count(DISTINCT run_id), count(DISTINCT iif(state = 'still', run_id, NULL)) FROM watches";
      const [watched = 0, silent = 0] = db.prepare<[], [number, number]>(still).raw().get() ?? [];
      say(
        "fine",
        "watches",
        `${counted(watched, "run")} of other machines watched; ${silent} of them silent.`,
      );
    }
  } catch (error) {
    const reason = (error as Error).message.replace(/\.$/, "").replaceAll(folder ?? "\0", "…");
    say("wrong", "database", `It cannot be read: ${reason}. ${wayOut}`);
  } finally {
    db?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
  return { folded, findings };
}

/** The quick check first: where it finds something, the whole one would say the same again. */
function faultsOf(db: Database.Database): string[] {
  for (const check of ["quick_check", "integrity_check"]) {
    const said = db.prepare<[], string>(`PRAGMA ${check}(${mostFaults})`).pluck().all();
    const faults = said.filter((words) => words !== "ok");
    if (faults.length > 0) return faults.map((words) => words.replaceAll("\n", " "));
  }
  return [];
}
