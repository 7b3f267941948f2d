import type { Database } from "better-sqlite3";
import type { StorageReport } from "../upkeep-options.ts";

interface RunRow {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly isDeleted: 0 | 1;
  readonly weight: number;
  readonly points: number;
  readonly series: number;
}

/** About how many bytes a row of each table takes, with its share of the indexes: measured. Only how they stand to each other matters. */
const bytesOfRun = 1_100;
const bytesOfSeries = 480;
const bytesOfParam = 200;
const bytesOfEvent = 90;
const bytesOfPoint = 125;
/** A rollup has a bucket for 16 steps, one for 64, and so on: a twelfth as many as points. */
const bytesOfBucket = 240;

/** All tables and their indexes, in bytes. */
export function sizeOf(db: Database): number {
  const size =
    "SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class WHERE relnamespace = 'epochal'::regnamespace AND relkind = 'r'";
  return db.prepare<[], number>(size).pluck().get() ?? 0;
}

/** Estimates the bytes of runs and keys: rows are counted by their weight, and the sum is scaled to the size of the tables. */
export function storageOf(db: Database): Pick<StorageReport, "free" | "runs" | "keys"> {
  const used = sizeOf(db);
  const ofSeries = `${bytesOfSeries} + n * ${bytesOfPoint} + CASE WHEN rolled > 0 THEN n / 12 * ${bytesOfBucket} ELSE 0 END`;
  const runs = db
    .prepare<[], RunRow>(
      `SELECT id, project, name, deleted_ms IS NOT NULL AS isDeleted,
        ${bytesOfRun} + length(config) + length(notes)
          + (SELECT coalesce(sum(octet_length(event) + ${bytesOfEvent}), 0) FROM events WHERE run_id = runs.id)
          + (SELECT coalesce(sum(2 * (length(path) + length(value)) + ${bytesOfParam}), 0) FROM params WHERE run_id = runs.id) AS weight,
        (SELECT coalesce(sum(n), 0) FROM series WHERE run_id = runs.id) AS points,
        (SELECT coalesce(sum(${ofSeries}), 0) FROM series WHERE run_id = runs.id) AS series FROM runs`,
    )
    .all();
  const keys = db
    .prepare<[], { key: string; points: number; weight: number }>(
      `SELECT key, sum(n) AS points, sum(${ofSeries}) AS weight FROM series GROUP BY key`,
    )
    .all();
  const total = runs.reduce((sum, { weight, series }) => sum + weight + series, 0);
  const share = total === 0 ? 0 : used / total;
  return {
    // What is removed becomes room for new rows by itself.
    free: 0,
    runs: runs
      .map(({ id, project, name, isDeleted, weight, points, series }) => ({
        ...{ id, project, name, points },
        bytes: Math.floor((weight + series) * share),
        isDeleted: isDeleted === 1,
      }))
      .sort((a, b) => b.bytes - a.bytes),
    keys: keys
      .map(({ key, points, weight }) => ({ key, points, bytes: Math.floor(weight * share) }))
      .sort((a, b) => b.bytes - a.bytes),
  };
}
