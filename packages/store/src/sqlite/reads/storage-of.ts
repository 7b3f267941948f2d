import type { Database } from "better-sqlite3";
import type { StorageReport } from "../../upkeep-options.ts";

/** About how many bytes a row of each table takes, with its share of the indexes. Only how they stand to each other matters: they are scaled to the file. */
const bytesOfPoint = 28;
const bytesOfRun = 900;
const bytesOfSeries = 420;
const bytesOfParam = 110;
const bytesOfEvent = 60;

interface RunRow {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly isDeleted: 0 | 1;
  readonly weight: number;
  readonly points: number;
  readonly series: number;
}

/**
 * Estimates the bytes of runs and keys in a database. Reading every page of a large file takes minutes, so it counts rows by
 * their weight and scales the sum to the size of the file.
 */
export function storageOf(db: Database): Pick<StorageReport, "free" | "runs" | "keys"> {
  const size = Number(db.pragma("page_size", { simple: true }));
  const free = size * Number(db.pragma("freelist_count", { simple: true }));
  const used = size * Number(db.pragma("page_count", { simple: true })) - free;
  const points = "n + (SELECT count(*) FROM superseded WHERE series_id = series.id)";
  // A rollup has a bucket for 16 steps, one for 64, and so on: a twelfth as many as points, each four times as heavy.
  const ofSeries = `${bytesOfSeries} + (${points}) * ${bytesOfPoint} * CASE WHEN rolled > 0 THEN 1.3 ELSE 1 END`;
  const runs = db
    .prepare<[], RunRow>(
      `SELECT id, project, name, deleted_ms IS NOT NULL AS isDeleted,
        ${bytesOfRun} + length(config) + length(notes)
          + (SELECT coalesce(sum(length(event) + ${bytesOfEvent}), 0) FROM events WHERE run_id = runs.id)
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
    free,
    runs: runs
      .map(({ id, project, name, isDeleted, weight, points, series }) => ({
        ...{ id, project, name, points },
        bytes: Math.round((weight + series) * share),
        isDeleted: isDeleted === 1,
      }))
      .sort((a, b) => b.bytes - a.bytes),
    keys: keys
      .map(({ key, points, weight }) => ({ key, points, bytes: Math.round(weight * share) }))
      .sort((a, b) => b.bytes - a.bytes),
  };
}
