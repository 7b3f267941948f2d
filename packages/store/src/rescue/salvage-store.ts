import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { formatBytes } from "@epochal/conclusions";
import Database from "better-sqlite3";
import { listParts } from "../journal/list-parts.ts";
import { bytesOfJournals } from "../local/files-beside.ts";
import { storeLocation } from "../location/store-location.ts";
import { applyMigrations, migrate } from "../sqlite/migrate.ts";
import { StoreError } from "../store-error.ts";
import { openBrokenCopy } from "./broken-copy.ts";
import { foldInto } from "./fold-into.ts";
import { joinLooseEnds } from "./join-loose-ends.ts";
import { rebuildSummaries } from "./rebuild-summaries.ts";
import { saveTables } from "./save-tables.ts";

export interface SalvageCounts {
  readonly runs: number;
  readonly series: number;
  readonly points: number;
  readonly events: number;
}

export interface SalvageReport {
  /** Path of the new store. */
  readonly file: string;
  readonly saved: SalvageCounts;
  /** What is known to be missing. Of what nothing speaks any more, nobody knows. */
  readonly lost: SalvageCounts;
  /** The tables that could not be read whole. */
  readonly incomplete: readonly string[];
  /** What had to be mended in the copy before it could be read, as sentences. */
  readonly mended: readonly string[];
  /** Bytes of journals beside the broken store that were folded into the new one, and how many of their lines were refused. */
  readonly folded: number;
  readonly refused: number;
  /** Whether nothing is known to be missing. */
  readonly isWhole: boolean;
}

/**
 * Reads what can be read of a broken store into a new one, with today's schema. Works on a copy: it never writes to the broken file nor to
 * what is beside it.
 *
 * @param location of the broken store, as `openStore` takes it
 * @param file path of the new store; there must be nothing
 * @throws StoreError `store_not_found`, `invalid_location` where there is something at `file` or it cannot be made, `no_room`, `not_a_store` where
 * nothing can be read, `schema_too_new`
 */
export function salvageStore(location: string | undefined, file: string): SalvageReport {
  const { database, journal } = storeLocation(location);
  const target = storeLocation(file).database;
  if (statSync(database, { throwIfNoEntry: false })?.isFile() !== true)
    throw new StoreError("store_not_found", `There is no file ${database} to salvage from.`);
  for (const each of [target, `${target}-wal`]) {
    if (!existsSync(each)) continue;
    throw new StoreError("invalid_location", `${each} is there already. Name a new file.`);
  }
  const folder = workFolder(database, journal, target);
  try {
    const made = path.join(folder, "new.db");
    const report = salvage({ database, journal, folder, made });
    put(made, target);
    return { file: target, ...report };
  } catch (error) {
    throw asStoreError(error, database, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface SalvageArgs {
  readonly database: string;
  readonly journal: string;
  /** Where the copy is. */
  readonly folder: string;
  readonly made: string;
}

function salvage({ database, journal, folder, made }: SalvageArgs): Omit<SalvageReport, "file"> {
  const {
    db: broken,
    version,
    mended,
  } = openBrokenCopy(database, folder, listParts(journal).length > 0);
  // SQLite would make it readable for others.
  closeSync(openSync(made, "wx", 0o600));
  const db = new Database(made);
  try {
    db.pragma("auto_vacuum = INCREMENTAL");
    // Whatever happens to this file before it is done, it is thrown away.
    db.pragma("journal_mode = MEMORY");
    db.pragma("synchronous = OFF");
    db.pragma("foreign_keys = OFF");
    db.transaction(() => applyMigrations(db, 0, version))();
    const incomplete = saveTables(broken, db);
    const loose = joinLooseEnds(db);
    const expected = { points: pointsOf(db), events: eventsOf(db, "max(seq)") };
    migrate(db, { keepsCopy: false, onCopied: () => {} });
    rebuildSummaries(db);
    const { folded, refused } = foldInto(db, journal, incomplete.length > 0);
    const saved = countsOf(db);
    const lost = {
      runs: loose.runs,
      series: loose.series,
      points: loose.points + missing(expected.points, pointsOf(db)),
      events: missing(expected.events, eventsOf(db, "count(*)")),
    };
    const isLost = lost.runs + lost.series + lost.points + lost.events > 0;
    const isWhole = !isLost && incomplete.length === 0 && refused === 0 && mended.length === 0;
    return { saved, lost, incomplete, mended, folded, refused, isWhole };
  } finally {
    db.close();
    broken.close();
  }
}

function workFolder(database: string, journal: string, target: string): string {
  const around = path.dirname(target);
  try {
    const log = statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    const wanted = 2 * statSync(database).size + log + bytesOfJournals(journal);
    const { bavail, bsize } = statfsSync(around);
    if (bavail * bsize < wanted) {
      throw new StoreError(
        "no_room",
        `There is no room in ${around}: a copy of ${database} and the new file take about ${formatBytes(wanted)}, and ${formatBytes(bavail * bsize)} are free. Name a file on another disk.`,
      );
    }
    return mkdtempSync(`${target}.salvage-`);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const why = (error as Error).message;
    throw new StoreError("invalid_location", `Cannot make ${target}: ${why}.`, { cause: error });
  }
}

function asStoreError(error: unknown, database: string, target: string): StoreError {
  if (error instanceof StoreError) return error;
  const { code = "", message } = error as NodeJS.ErrnoException;
  const isFull = /^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code);
  const way = isFull ? "Make room, or name a file on another disk" : "See to that, and try again";
  return new StoreError(
    isFull ? "no_room" : "invalid_location",
    `${database} cannot be saved into ${target}: ${message}. Nothing was changed. ${way}.`,
    { cause: error },
  );
}

/** Puts the file in its place whole, and over no other. */
function put(made: string, target: string): void {
  const fd = openSync(made, "r+");
  fsyncSync(fd);
  closeSync(fd);
  try {
    linkSync(made, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST")
      throw new StoreError("invalid_location", `${target} is there already. Name a new file.`);
    // Not every disk knows links.
    copyFileSync(made, target, constants.COPYFILE_EXCL);
  }
}

function countsOf(db: Database.Database): SalvageCounts {
  const count = (table: string) =>
    db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  const [runs = 0, series = 0, points = 0, events = 0] = "runs series points events"
    .split(" ")
    .map(count);
  return { runs, series, points, events };
}

type Expected = ReadonlyMap<number | string, number>;

/** What the summaries of the series say. */
function pointsOf(db: Database.Database): Expected {
  return new Map(db.prepare<[], [number, number]>("SELECT id, n FROM series").raw().all());
}

/** The events of a run are numbered from 1 without a hole: the last number is how many there are. */
function eventsOf(db: Database.Database, what: "max(seq)" | "count(*)"): Expected {
  const events = `SELECT run_id, ${what} FROM events GROUP BY run_id`;
  return new Map(db.prepare<[], [string, number]>(events).raw().all());
}

function missing(expected: Expected, found: Expected): number {
  let sum = 0;
  for (const [of, n] of expected) sum += Math.max(0, n - (found.get(of) ?? 0));
  return sum;
}
