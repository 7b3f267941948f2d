import {
  type CountedSeries,
  chooseMetric,
  judgingRuns,
  type PrimaryMetric,
  plannedEpochs,
} from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import type { ProjectRecord, ProjectSummary, TrainingRun } from "../../project-summary.ts";
import type { Retention } from "../../upkeep-options.ts";
import type { ConcludeRun } from "./conclude-run.ts";
import { readEvent } from "./read-event.ts";
import { liveState } from "./run-states.ts";

interface CountsRow {
  readonly name: string;
  readonly runs: number;
  readonly archived: number;
  readonly startedMs: number;
  readonly activeMs: number;
  readonly retention: string | null;
}

type KeyRow = Omit<CountedSeries, "direction"> & {
  readonly project: string;
  readonly direction: "max" | "min" | null;
  /** The row of one of them. */
  readonly series: number;
};

interface RecordRow {
  readonly project: string;
  readonly run: string;
  readonly name: string;
  readonly startedMs: number;
  readonly value: number;
  readonly step: number;
  readonly epoch: number | null;
  readonly isBest: 0 | 1;
  readonly isRecord: 0 | 1;
}

interface TrainingRow {
  readonly project: string;
  readonly id: string;
  readonly name: string;
  readonly startedMs: number;
  readonly fit: string | null;
}

type OfProject = { readonly project: string };

/** All projects that have runs at a glance, by one statement for each thing that is told, however many projects there are. */
export class SummarizeProjects {
  readonly #counts: Statement<[], CountsRow>;
  readonly #keys: Statement<[], KeyRow>;
  readonly #newest: Statement<[], OfProject & { readonly id: string }>;
  readonly #records: Statement<[string], RecordRow>;
  readonly #training: Statement<[], TrainingRow>;
  readonly #concluding: ConcludeRun;

  constructor(db: Database, concluding: ConcludeRun) {
    this.#concluding = concluding;
    this.#counts = db.prepare(
      `SELECT project AS name, count(*) AS runs, count(archived_ms) AS archived, max(started_ms) AS startedMs,
          max(coalesce(ended_ms, seen_ms)) AS activeMs, (SELECT retention FROM projects WHERE name = project) AS retention
        FROM runs WHERE deleted_ms IS NULL GROUP BY project ORDER BY activeMs DESC, project`,
    );
    // Runs of one set of keys have the same keys, so that one of them tells what these are.
    this.#keys = db.prepare(
      `SELECT alike.project, key, max(metric) AS metric, max(split) AS split, max(kind) AS kind, max(per) AS per, max(direction) AS direction, sum(alike.runs) AS runs, max(series.id) AS series
        FROM (SELECT project, count(*) AS runs, max(id) AS sample FROM runs
          WHERE deleted_ms IS NULL AND key_set IS NOT NULL GROUP BY project, key_set) AS alike
        CROSS JOIN series ON run_id = alike.sample AND n > 0 GROUP BY alike.project, key ORDER BY runs DESC, key`,
    );
    this.#newest = db.prepare(
      `SELECT project, id FROM (SELECT project, id, row_number() OVER (PARTITION BY project ORDER BY started_ms DESC, id) AS place
        FROM runs WHERE deleted_ms IS NULL) AS newest WHERE place <= ${judgingRuns}`,
    );
    this.#records = db.prepare(
      `WITH judged AS (
          SELECT project, series.key AS key, CAST(json_extract(asked.value, '$[1]') AS BIGINT) AS sign FROM json_each(?) AS asked
            CROSS JOIN series ON series.id = CAST(json_extract(asked.value, '$[0]') AS BIGINT) CROSS JOIN runs ON runs.id = run_id
        ), valued AS (
          SELECT runs.project, runs.id AS run, name, started_ms AS startedMs, best_value AS value, best_step AS step,
            best_epoch AS epoch, sign * best_value AS score,
            max(sign * best_value) OVER (PARTITION BY runs.project ORDER BY started_ms, runs.id
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before,
            row_number() OVER (PARTITION BY runs.project ORDER BY sign * best_value DESC, started_ms DESC, runs.id) AS place
          FROM judged CROSS JOIN runs ON runs.project = judged.project AND deleted_ms IS NULL
            CROSS JOIN series ON run_id = runs.id AND series.key = judged.key AND best_value IS NOT NULL
        ) SELECT project, run, name, startedMs, value, step, epoch, place = 1 AS isBest, before IS NULL OR score > before AS isRecord
          FROM valued WHERE place = 1 OR before IS NULL OR score > before ORDER BY startedMs, run`,
    );
    this.#training = db.prepare(
      `SELECT project, id, name, started_ms AS startedMs,
          (SELECT event FROM events WHERE run_id = runs.id AND type = 'fit' ORDER BY seq DESC LIMIT 1) AS fit
        FROM runs WHERE settled IS NULL AND deleted_ms IS NULL AND ${liveState("runs")} = 'running' ORDER BY startedMs DESC, id`,
    );
  }

  run(): ProjectSummary[] {
    const metrics = this.#metrics();
    const judged = [...metrics.values()].flatMap(({ series, metric: { direction } }) =>
      direction === undefined ? [] : [[series, direction === "max" ? 1 : -1]],
    );
    const records = byProject(this.#records.all(JSON.stringify(judged)));
    const rows = this.#training.all();
    const concluded = this.#concluding.all(rows.map(({ id }) => id));
    const training = byProject(rows);
    return this.#counts.all().map(({ name, startedMs, activeMs, retention, ...counts }) => {
      const own = records.get(name) ?? [];
      const best = own.find(({ isBest }) => isBest === 1);
      const metric = metrics.get(name)?.metric;
      const live = (training.get(name) ?? []).map((row) =>
        toTraining(row, concluded.get(row.id)?.reached),
      );
      return {
        ...{ name, ...counts, running: live.length },
        lastStartedAt: new Date(startedMs),
        lastActiveAt: new Date(activeMs),
        ...(retention !== null && { retention: JSON.parse(retention) as Retention }),
        ...(metric && { metric }),
        ...(best && { best: toRecord(best) }),
        records: own.filter(({ isRecord }) => isRecord === 1).map(toRecord),
        training: live,
      };
    });
  }

  /** What the runs of each project are judged by, with one of the series that are of it. */
  #metrics(): Map<string, { readonly metric: PrimaryMetric; readonly series: number }> {
    const newest = this.#newest.all();
    const concluded = this.#concluding.all(newest.map(({ id }) => id));
    const runsOf = byProject(newest);
    const found = new Map<string, { metric: PrimaryMetric; series: number }>();
    for (const [project, keys] of byProject(this.#keys.all())) {
      const described = keys.map(({ direction, ...key }) => ({
        ...key,
        ...(direction !== null && { direction }),
      }));
      const monitors = (runsOf.get(project) ?? []).map(({ id }) => concluded.get(id)?.monitor);
      const metric = chooseMetric(described, monitors);
      const series = keys.find(({ key }) => key === metric?.key)?.series;
      if (metric !== undefined && series !== undefined) found.set(project, { metric, series });
    }
    return found;
  }
}

function byProject<Row extends OfProject>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const own = found.get(row.project);
    if (own === undefined) found.set(row.project, [row]);
    else own.push(row);
  }
  return found;
}

function toRecord({ run, name, startedMs, value, step, epoch }: RecordRow): ProjectRecord {
  return {
    ...{ run, name, startedAt: new Date(startedMs) },
    value: { value, step, ...(epoch !== null && { epoch }) },
  };
}

function toTraining(
  { id, name, startedMs, fit }: TrainingRow,
  reached: TrainingRun["reached"],
): TrainingRun {
  const event = fit === null ? undefined : readEvent(fit);
  const epochs = event?.type === "fit" ? plannedEpochs(event) : undefined;
  return {
    ...{ id, name, startedAt: new Date(startedMs) },
    ...(reached && { reached }),
    ...(epochs !== undefined && { epochs }),
  };
}
