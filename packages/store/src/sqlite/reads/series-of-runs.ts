import type { SeriesSummary, SeriesValue } from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";

interface SeriesRow {
  readonly run_id: string;
  readonly key: string;
  readonly metric: string;
  readonly split: SeriesSummary["split"];
  readonly kind: SeriesSummary["kind"];
  readonly direction: NonNullable<SeriesSummary["direction"]> | null;
  readonly per: SeriesSummary["per"];
  readonly n: number;
  readonly first_step: number | null;
  readonly first_epoch: number | null;
  readonly first_value: number | null;
  readonly last_step: number | null;
  readonly last_epoch: number | null;
  readonly last_value: number | null;
  readonly min_value: number | null;
  readonly max_value: number | null;
  readonly best_step: number | null;
  readonly best_epoch: number | null;
  readonly best_value: number | null;
  readonly kept_step: number | null;
  readonly kept_epoch: number | null;
  readonly kept_value: number | null;
  readonly bad: number;
  readonly bad_step: number | null;
  readonly bad_epoch: number | null;
  readonly bad_value: number | null;
}

/** Reads the summaries of the series of many runs, by a prepared statement: a page has a thousand of them. */
export class SeriesOfRuns {
  readonly #series: Statement<[string], SeriesRow>;
  readonly #some: Statement<[string, string], SeriesRow>;

  constructor(db: Database) {
    const all = `SELECT run_id, key, metric, split, kind, direction, per, n, first_step, first_epoch, first_value,
        last_step, last_epoch, last_value, min_value, max_value, best_step, best_epoch, best_value,
        kept_step, kept_epoch, kept_value, bad, bad_step, bad_epoch, bad_value
        FROM series WHERE run_id IN (SELECT value FROM json_each(?)) AND n > 0`;
    this.#series = db.prepare(`${all} ORDER BY run_id, key`);
    this.#some = db.prepare(
      `${all} AND key IN (SELECT value FROM json_each(?)) ORDER BY run_id, key`,
    );
  }

  /** By run, in the order of their keys. @param keys undefined for all */
  run(
    runs: readonly { readonly id: string; readonly restoredEpoch: number | null }[],
    keys?: readonly string[],
  ): Map<string, SeriesSummary[]> {
    const found = new Map<string, SeriesSummary[]>(runs.map(({ id }) => [id, []]));
    const restored = new Set(
      runs.filter(({ restoredEpoch }) => restoredEpoch !== null).map(({ id }) => id),
    );
    const ids = JSON.stringify([...found.keys()]);
    const rows =
      keys === undefined
        ? this.#series.iterate(ids)
        : this.#some.iterate(ids, JSON.stringify(keys));
    for (const row of rows) {
      found.get(row.run_id)?.push(toSummary(row, restored.has(row.run_id)));
    }
    return found;
  }
}

function toSummary(row: SeriesRow, hasRestored: boolean): SeriesSummary {
  const first = valueAt(row.first_step, row.first_epoch, row.first_value);
  const last = valueAt(row.last_step, row.last_epoch, row.last_value);
  const hasBest = row.best_value !== null;
  const best = hasBest ? valueAt(row.best_step, row.best_epoch, row.best_value) : undefined;
  const kept = hasRestored ? valueAt(row.kept_step, row.kept_epoch, row.kept_value) : last;
  const firstNonFinite = valueAt(row.bad_step, row.bad_epoch, row.bad_value);
  return {
    key: row.key,
    metric: row.metric,
    split: row.split,
    kind: row.kind,
    ...(row.direction !== null && { direction: row.direction }),
    per: row.per,
    count: row.n,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...(best !== undefined && { best }),
    ...(kept !== undefined && { kept }),
    ...(row.min_value !== null && { min: row.min_value }),
    ...(row.max_value !== null && { max: row.max_value }),
    nonFinite: row.bad,
    ...(firstNonFinite !== undefined && { firstNonFinite }),
  };
}

function valueAt(
  step: number | null,
  epoch: number | null,
  value: number | null,
): SeriesValue | undefined {
  if (step === null) return undefined;
  return { value: value ?? Number.NaN, step, ...(epoch !== null && { epoch }) };
}
