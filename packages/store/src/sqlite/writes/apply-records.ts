import type { JournalRecord, ValuesRecord } from "@epochal/record";
import { fromJsonNumber } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";
import { DescribeSeries } from "./describe-series.ts";
import { EndRun } from "./end-run.ts";
import { InsertEvent } from "./insert-event.ts";
import { InsertRequest } from "./insert-request.ts";
import { InsertRun } from "./insert-run.ts";
import { KeepValues } from "./keep-values.ts";
import { NewPoints } from "./new-points.ts";
import { ResumeRun } from "./resume-run.ts";
import { UpdateRun } from "./update-run.ts";
import { WritePoints } from "./write-points.ts";

interface TouchedRun {
  seenMs: number;
  /** Whether its weights were put back in these records. */
  restored: boolean;
  /** Whether they were put back before. */
  readonly wasRestored: boolean;
  /** By segment and key. */
  readonly points: Map<number, Map<string, NewPoints>>;
}

/** What is known of a run whose records come. */
interface KnownRun {
  readonly isGone: number;
  readonly restoredEpoch: number | null;
}

/** Stores the records of a stretch of a journal, in a transaction that the caller opens. */
export class ApplyRecords {
  readonly #tick: Statement<[], number>;
  readonly #known: Statement<{ readonly run: string }, KnownRun>;
  readonly #touch: Statement;
  readonly #insertRun: InsertRun;
  readonly #resumeRun: ResumeRun;
  readonly #began: Statement;
  readonly #describeSeries: DescribeSeries;
  readonly #writePoints: WritePoints;
  readonly #insertEvent: InsertEvent;
  readonly #insertRequest: InsertRequest;
  readonly #endRun: EndRun;
  readonly #updateRun: UpdateRun;
  readonly #keepValues: KeepValues;

  constructor(db: Database) {
    this.#tick = db.prepare<[], number>("UPDATE clock SET rev = rev + 1 RETURNING rev").pluck();
    this.#known = db.prepare(
      `SELECT TRUE AS isGone, NULL AS restoredEpoch FROM purged WHERE id = @run
        UNION ALL SELECT purging_ms IS NOT NULL, restored_epoch FROM runs WHERE id = @run`,
    );
    this.#touch = db.prepare("UPDATE runs SET seen_ms = max(seen_ms, ?), rev = ? WHERE id = ?");
    this.#insertRun = new InsertRun(db);
    this.#resumeRun = new ResumeRun(db);
    this.#began = db.prepare(
      "UPDATE runs SET segment_epoch = ? WHERE id = ? AND segment = ? AND segment_epoch IS NULL",
    );
    this.#describeSeries = new DescribeSeries(db);
    this.#writePoints = new WritePoints(db);
    this.#insertEvent = new InsertEvent(db);
    this.#insertRequest = new InsertRequest(db);
    this.#endRun = new EndRun(db);
    this.#updateRun = new UpdateRun(db);
    this.#keepValues = new KeepValues(db);
  }

  /** @param onSkipped called with what had to be left out, and why */
  apply(records: readonly JournalRecord[], onSkipped: (reason: string) => void): void {
    if (!records.some((record) => record.type !== "journal")) return;
    const rev = this.#tick.get() ?? 0;
    const touched = new Map<string, TouchedRun>();
    for (const record of records) {
      if (record.type === "journal") continue;
      let run = touched.get(record.run);
      const known = run === undefined ? this.#known.get({ run: record.run }) : undefined;
      // A journal may be folded long after its run was removed for good. Then nothing comes back.
      if (known?.isGone) continue;
      if (record.type === "run") this.#insertRun.run(record, rev);
      if (run === undefined) {
        if (known === undefined && record.type !== "run") {
          onSkipped(`it belongs to the run ${record.run}, which is not in this store`);
          continue;
        }
        const wasRestored = known !== undefined && known.restoredEpoch !== null;
        run = { seenMs: 0, restored: false, wasRestored, points: new Map() };
        touched.set(record.run, run);
      }
      if (isOfTraining(record)) run.seenMs = Math.max(run.seenMs, timeOf(record));
      if (record.type === "values") collect(record, run.points);
      else if (record.type === "request") this.#insertRequest.run(record);
      else if (record.type === "update") this.#updateRun.run(record);
      else if (record.type === "resume") this.#resumeRun.run(record);
      else if (record.type === "series") {
        for (const [key, description] of Object.entries(record.series)) {
          this.#describeSeries.describe(record.run, key, description, rev);
        }
      } else if (record.type === "event") {
        this.#insertEvent.run(record);
        run.restored ||= record.event.type === "weights_restored";
      } else if (record.type === "end") this.#endRun.run(record);
    }
    for (const [id, { seenMs, restored, wasRestored, points }] of touched) {
      for (const [segment, added] of [...points].sort(([a], [b]) => a - b)) {
        const keys = [...added.keys()];
        const series = this.#describeSeries.ensure(id, keys, rev);
        const each = keys.flatMap((key, i) => {
          const points = added.get(key);
          return points === undefined ? [] : [{ series: series[i] ?? 0, points }];
        });
        this.#writePoints.write(each, segment, rev);
        if (segment > 0) this.#began.run(firstEpoch(added), id, segment);
        if (restored || wasRestored) this.#keepValues.run(id, restored ? undefined : added);
      }
      if (restored && points.size === 0) this.#keepValues.run(id);
      this.#touch.run(seenMs, rev, id);
    }
  }
}

function collect(record: ValuesRecord, all: Map<number, Map<string, NewPoints>>): void {
  const { segment = 0 } = record;
  const points = all.get(segment) ?? new Map<string, NewPoints>();
  all.set(segment, points);
  for (const key of Object.keys(record.values)) {
    const value = fromJsonNumber(record.values[key]) ?? Number.NaN;
    let series = points.get(key);
    if (series === undefined) {
      series = new NewPoints();
      points.set(key, series);
    }
    series.add(record.step, record.epoch ?? null, record.at, Number.isNaN(value) ? null : value);
  }
}

/** The lowest whole epoch there is a value of. */
function firstEpoch(points: ReadonlyMap<string, NewPoints>): number | null {
  let lowest = Number.POSITIVE_INFINITY;
  for (const { epoch } of points.values()) {
    for (const each of epoch) if (each !== null && each < lowest) lowest = each;
  }
  return lowest === Number.POSITIVE_INFINITY ? null : Math.floor(lowest);
}

/** Not records of others about the run, which may come long after its end. */
function isOfTraining(record: JournalRecord): boolean {
  if (record.type === "request" || record.type === "update") return false;
  return !(record.type === "event" && record.event.type === "note");
}

/** A run whose times are given was last heard of at its own time, not at the time of the record. */
function timeOf(record: JournalRecord): number {
  return record.type === "run" ? (record.startedAt ?? record.at) : record.at;
}
