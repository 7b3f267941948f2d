import type { Database } from "better-sqlite3";
import type { StorageReport } from "../../upkeep-options.ts";

/** About how many bytes a row of each table takes beside its texts, with its share of the indexes. Only how they stand to each other matters: they are scaled to the file. */
const bytesOfRun = 1_100;
const bytesOfSeries = 480;
const bytesOfParam = 130;
const bytesOfEvent = 70;
/** What a point has beside its step, its epoch and its value. */
const bytesOfPoint = 21;
/** A rollup has a bucket for 16 steps, one for 64, and so on: a twelfth as many as points. */
const bytesOfBucket = 85;

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
  // Each table and each index has a page also where it is empty.
  const roots = db.prepare<[], number>("SELECT count(*) FROM sqlite_schema WHERE rootpage > 0");
  const used =
    size * (Number(db.pragma("page_count", { simple: true })) - (roots.pluck().get() ?? 0)) - free;
  const points = "n + (SELECT count(*) FROM superseded WHERE series_id = series.id)";
  const values = `max(${bytesOf("first_value")}, ${bytesOf("last_value")}, ${bytesOf("min_value")})`;
  const epochs = `max(${bytesOf("first_epoch")}, ${bytesOf("last_epoch")})`;
  const ofPoint = `${bytesOfPoint} + ${bytesOf("last_step")} + ${epochs} + ${values}`;
  const ofBuckets = `CASE WHEN rolled > 0 THEN n / 12.0 * (${bytesOfBucket} + 3 * ${values}) ELSE 0 END`;
  const ofSeries = `${bytesOfSeries} + (${points}) * (${ofPoint}) + ${ofBuckets}`;
  const runs = db
    .prepare<[], RunRow>(
      `SELECT id, project, name, deleted_ms IS NOT NULL AS isDeleted,
        ${bytesOfRun} + length(config) + length(notes)
          + (SELECT coalesce(sum(${withOverflow(`octet_length(event) + ${bytesOfEvent}`)}), 0) FROM events WHERE run_id = runs.id)
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

/** How many bytes SQLite takes for a number: whole ones that are small take fewer. */
function bytesOf(number: string): string {
  const sizes = [2, 128, 32_768, 8_388_608, 2_147_483_648].map(
    (bound, bytes) => `WHEN abs(${number}) < ${bound} THEN ${bytes}`,
  );
  return `CASE WHEN ${number} IS NULL THEN 0 WHEN ${number} <> CAST(${number} AS INTEGER) THEN 8 ${sizes.join(" ")} ELSE 6 END`;
}

/**
 * How many bytes a row takes of which a page keeps no more than the beginning: the rest fills pages of its own. The numbers are those of
 * SQLite's file format, for an index and pages of 4,096 bytes.
 */
function withOverflow(bytes: string): string {
  const [most, least, ofPage] = [1_002, 489, 4_092];
  const over = `(${bytes} - ${least})`;
  return `CASE WHEN ${bytes} <= ${most} THEN ${bytes} ELSE ${least} + ${over} / ${ofPage} * 4096
    + CASE WHEN ${over} % ${ofPage} <= ${most - least} THEN ${over} % ${ofPage} ELSE 4096 END END`;
}
