import type { Database, Statement } from "better-sqlite3";
import { dialectOf } from "../dialect.ts";
import { PutRows } from "../put-rows.ts";
import { Bucket } from "../rollup/bucket.ts";
import { Rollup } from "../rollup/rollup.ts";
import { levelsFor, levelWidth } from "../rollup/rollup-levels.ts";
import { type PointRow, SeriesRows } from "../rollup/series-rows.ts";
import type { Stretch } from "../rollup/stretch.ts";
import type { NewPoints } from "./new-points.ts";
import { type PointsOfSeries, PutPoints } from "./put-points.ts";
import { Summaries, type Summary } from "./summaries.ts";

/** One series while points are written to it. */
interface Written extends PointsOfSeries {
  readonly summary: Summary;
  /** Steps that were emptied for a newer segment. */
  readonly emptied: Stretch | undefined;
  /** Whether all points are behind those that there are. */
  readonly appends: boolean;
}

type NewPointsOfSeries = Pick<PointsOfSeries, "series" | "points">;

/** So many steps are folded at once where a rollup is made anew. */
const slice = levelWidth(6);

/**
 * Stores points of a series, and keeps its summary and its rollup in step with them.
 *
 * The first point of a segment supersedes what earlier segments have at and after its step: that is kept apart, and `points`
 * is always one line from the beginning to the end.
 */
export class WritePoints {
  readonly #rollup: Rollup;
  readonly #put: PutPoints;
  readonly #putAside: PutRows;
  readonly #setAside: Statement;
  readonly #removeAside: Statement;
  readonly #summaries: Summaries;
  readonly #first: Statement<[number], PointRow>;
  readonly #last: Statement<[number], PointRow>;
  readonly #at: Statement<[number, number], PointRow>;
  readonly #range: Statement<[number], [n: number, first: number | null, last: number | null]>;
  readonly #next: Statement<[number, number], number>;
  readonly #firstPoint: Statement<[number, number], number>;
  readonly #firstAside: Statement<[number, number], number>;

  constructor(db: Database) {
    this.#rollup = new Rollup(db, new SeriesRows(db));
    this.#put = new PutPoints(db);
    this.#putAside = new PutRows(db, {
      table: "superseded",
      columns: { segment: "whole", step: "whole", epoch: "real", wall_ms: "whole", value: "real" },
      key: ["segment", "step"],
    });
    const key = dialectOf(db)?.keyOfSeries ?? "series_id";
    this.#setAside = db.prepare(
      `INSERT INTO superseded (${key}, segment, step, epoch, wall_ms, value)
        SELECT ${key}, segment, step, epoch, wall_ms, value FROM points
        WHERE series_id = ? AND step >= ? AND step < ? AND segment < ?
        ON CONFLICT (${key}, segment, step) DO UPDATE SET epoch = excluded.epoch, wall_ms = excluded.wall_ms, value = excluded.value`,
    );
    this.#removeAside = db.prepare(
      "DELETE FROM points WHERE series_id = ? AND step >= ? AND step < ? AND segment < ?",
    );
    this.#summaries = new Summaries(db);
    const point = "SELECT step, epoch, wall_ms, value FROM points WHERE series_id = ?";
    this.#first = db.prepare<[number], PointRow>(`${point} ORDER BY step LIMIT 1`).raw();
    this.#last = db.prepare<[number], PointRow>(`${point} ORDER BY step DESC LIMIT 1`).raw();
    this.#at = db.prepare<[number, number], PointRow>(`${point} AND step = ?`).raw();
    this.#range = db
      .prepare<[number], [number, number | null, number | null]>(
        "SELECT count(*), min(step), max(step) FROM points WHERE series_id = ?",
      )
      .raw();
    this.#next = db
      .prepare<[number, number], number>(
        "SELECT step FROM points WHERE series_id = ? AND step >= ? ORDER BY step LIMIT 1",
      )
      .pluck();
    const firstOf = (table: string) =>
      db
        .prepare<[number, number], number>(
          `SELECT step FROM ${table} WHERE series_id = ? AND segment > ? ORDER BY step LIMIT 1`,
        )
        .pluck();
    this.#firstPoint = firstOf("points");
    this.#firstAside = firstOf("superseded");
  }

  /** Must run inside a transaction. `rev` is the tick of that transaction. The points of all series go in together. */
  write(all: readonly NewPointsOfSeries[], segment: number, rev: number): void {
    if (new Set(all.map(({ series }) => series)).size < all.length) {
      // Keys that the database cannot tell apart are one series.
      for (const one of all) this.write([one], segment, rev);
      return;
    }
    const summaries = this.#summaries.of(all.map(({ series }) => series));
    const written = all.flatMap(({ series, points }) => {
      const summary = summaries.get(series);
      if (summary === undefined || points.step.length === 0) return [];
      return [this.#begin({ series, points }, summary, segment)];
    });
    this.#put.run(written, segment);
    this.#rollup.append(
      written
        .filter(({ appends }) => appends)
        .map(({ series, points, summary }) => ({ series, points, to: summary.rolled })),
    );
    for (const { series, points, summary, emptied, isWanted, appends } of written) {
      if (segment < summary.segment) {
        this.#putAside.run([{ series, rows: rowsAside(points, segment, isWanted) }]);
      }
      if (appends) this.#append(summary, points);
      else {
        const stretches = stretchesOf(points.step.filter(isWanted), emptied);
        this.#rollup.refold(series, 0, summary.rolled, stretches);
        this.#summarize(series, summary);
        summary.rewrite_rev = rev;
      }
      this.#deepen(series, summary);
      summary.rev = rev;
    }
    this.#summaries.write(written.map(({ summary }) => summary));
  }

  /** Makes room for points of a series, and looks where they belong. */
  #begin({ series, points }: NewPointsOfSeries, summary: Summary, segment: number): Written {
    const isLate = segment < summary.segment;
    // From there on the run was trained again, so that what comes late was superseded before it came.
    const again = isLate ? this.#firstOfNewer(series, summary, segment) : Number.POSITIVE_INFINITY;
    const emptied = isLate
      ? this.#clear(series, { first: points.lowest, end: again }, segment)
      : this.#supersede(series, summary, points, segment);
    const appends =
      !isLate &&
      points.ascending &&
      (summary.last_step === null || points.lowest > summary.last_step);
    return { series, points, summary, emptied, isWanted: (step) => step < again, appends };
  }

  /** Brings the rollup and the summary of a series in step with its points, some of which were removed. Inside a transaction, as `write`. */
  refresh(series: number, touched: Stretch, rev: number): void {
    const summary = this.#summaries.of([series]).get(series);
    if (summary === undefined) return;
    this.#rollup.refold(series, 0, summary.rolled, [touched]);
    this.#summarize(series, summary);
    [summary.rewrite_rev, summary.rev] = [rev, rev];
    this.#summaries.write([summary]);
  }

  /** Makes the rollup and the summary of a series anew from its points alone. Inside a transaction, as `write`. */
  rebuild(series: number, rev: number): void {
    const summary = this.#summaries.of([series]).get(series);
    if (summary === undefined) return;
    const [n, first, last] = this.#range.get(series) ?? [0, null, null];
    const levels = first === null || last === null ? 0 : levelsFor(n, first, last);
    this.#rollup.refold(series, 1, levels, this.#refoldLowest(series, levels));
    summary.rolled = levels;
    this.#summarize(series, summary);
    [summary.rewrite_rev, summary.rev] = [rev, rev];
    this.#summaries.write([summary]);
  }

  /** Slice by slice: a series may have more points than fit into memory. @returns the slices */
  #refoldLowest(series: number, levels: number): Stretch[] {
    const slices: Stretch[] = [];
    if (levels === 0) return slices;
    let next = this.#next.get(series, -Number.MAX_SAFE_INTEGER);
    while (next !== undefined) {
      const first = Math.floor(next / slice) * slice;
      slices.push({ first, end: first + slice });
      this.#rollup.refold(series, 0, 1, slices.slice(-1));
      next = this.#next.get(series, first + slice);
    }
    return slices;
  }

  /** Makes room for a segment. @returns the steps that were emptied, where there were any */
  #supersede(
    series: number,
    summary: Summary,
    points: NewPoints,
    segment: number,
  ): Stretch | undefined {
    const begins = segment > summary.segment;
    if (!begins && points.lowest >= summary.segment_step) return;
    const first = points.lowest;
    // From its first step on, only the newest segment has points.
    const end = begins ? (summary.last_step ?? -1) + 1 : summary.segment_step;
    [summary.segment, summary.segment_step] = [segment, first];
    return this.#clear(series, { first, end }, segment);
  }

  /** Puts aside what earlier segments have there. @returns the stretch, where they had something */
  #clear(series: number, { first, end }: Stretch, segment: number): Stretch | undefined {
    if (segment === 0 || end <= first) return undefined;
    this.#setAside.run(series, first, end, segment);
    const { changes } = this.#removeAside.run(series, first, end, segment);
    return changes === 0 ? undefined : { first, end };
  }

  /** The lowest step of the segments that came after one. */
  #firstOfNewer(series: number, { segment_step }: Summary, segment: number): number {
    const found = [this.#firstPoint, this.#firstAside].map((of) => of.get(series, segment) ?? null);
    return Math.min(segment_step, ...found.filter((step) => step !== null));
  }

  #append(summary: Summary, points: NewPoints): void {
    const added = new Bucket(0);
    for (let i = 0; i < points.step.length; i++) {
      const [step = 0, epoch = null, wallMs = 0, value = null] = pointAt(points, i);
      added.addPoint(step, epoch, wallMs, value);
      if (added.bad === 1 && summary.bad_step === null) {
        [summary.bad_step, summary.bad_epoch, summary.bad_value] = [step, epoch, value];
      }
    }
    if (summary.n === 0) {
      const [step, epoch, , value] = pointAt(points, 0);
      [summary.first_step, summary.first_epoch, summary.first_value] = [step, epoch, value];
    }
    const [step, epoch, wallMs, value] = pointAt(points, points.step.length - 1);
    [summary.last_step, summary.last_epoch, summary.last_value] = [step, epoch, value];
    summary.last_ms = wallMs;
    summary.n += added.n;
    summary.bad += added.bad;
    if (added.min !== null && (summary.min_value === null || added.min < summary.min_value)) {
      summary.min_value = added.min;
      [summary.min_step, summary.min_epoch] = [added.minStep, added.minEpoch];
    }
    if (added.max !== null && (summary.max_value === null || added.max > summary.max_value)) {
      summary.max_value = added.max;
      [summary.max_step, summary.max_epoch] = [added.maxStep, added.maxEpoch];
    }
  }

  /** The summary anew from what is stored: a late or overwritten point may have been an extreme, the first or the last. */
  #summarize(series: number, summary: Summary): void {
    const total = this.#rollup.total(series, summary.rolled);
    [summary.n, summary.bad] = [total.n, total.bad];
    [summary.min_value, summary.min_step, summary.min_epoch] = [
      total.min,
      total.minStep,
      total.minEpoch,
    ];
    [summary.max_value, summary.max_step, summary.max_epoch] = [
      total.max,
      total.maxStep,
      total.maxEpoch,
    ];
    [summary.bad_step, summary.bad_epoch] = [total.badStep, total.badEpoch];
    summary.bad_value =
      total.badStep === null ? null : (this.#at.get(series, total.badStep)?.[3] ?? null);
    const first = this.#first.get(series);
    const last = this.#last.get(series);
    [summary.first_step, summary.first_epoch, , summary.first_value] = first ?? noPoint;
    [summary.last_step, summary.last_epoch, summary.last_ms, summary.last_value] = last ?? noPoint;
  }

  #deepen(series: number, summary: Summary): void {
    const { n, first_step: first, last_step: last } = summary;
    if (first === null || last === null) return;
    const wanted = levelsFor(n, first, last);
    this.#rollup.refold(series, summary.rolled, wanted, [{ first, end: last + 1 }]);
    summary.rolled = Math.max(summary.rolled, wanted);
  }
}

/** The steps in ascending order, and among them a stretch that was emptied. */
function stretchesOf(steps: readonly number[], emptied: Stretch | undefined): Stretch[] {
  const stretches: Stretch[] = steps.map((step) => ({ first: step, end: step + 1 }));
  if (emptied !== undefined) stretches.push(emptied);
  return stretches.sort((a, b) => a.first - b.first);
}

function rowsAside(
  points: NewPoints,
  segment: number,
  isWanted: (step: number) => boolean,
): (number | null)[][] {
  return points.step.flatMap((at, i) => {
    const [step, ...others] = pointAt(points, i);
    return isWanted(at) ? [] : [[segment, step, ...others]];
  });
}

const noPoint: [null, null, null, null] = [null, null, null, null];

function pointAt(points: NewPoints, i: number): PointRow {
  return [
    points.step[i] ?? 0,
    points.epoch[i] ?? null,
    points.wallMs[i] ?? 0,
    points.value[i] ?? null,
  ];
}
