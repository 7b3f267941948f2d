import type { LogPosition } from "@epochal/record";
import type { Database } from "better-sqlite3";

interface SeriesRow {
  readonly id: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Finds the last batch of a run before an epoch begins, by its values of batches. Step and epoch both grow along a series, so
 * it halves: the same few reads for a thousand points and for ten million.
 */
export function lastBatchBefore(db: Database, run: string, epoch: number): LogPosition | undefined {
  const series = db
    .prepare<[string], SeriesRow>(
      "SELECT id, first_step AS first, last_step AS last FROM series WHERE run_id = ? AND per = 'batch' AND n > 0",
    )
    .all(run);
  // Some batches have no known position in epochs.
  const next = db
    .prepare<[number, number], [number, number]>(
      "SELECT step, epoch FROM points WHERE series_id = ? AND step >= ? AND epoch IS NOT NULL ORDER BY step LIMIT 1",
    )
    .raw();
  let latest: { step: number; epoch: number } | undefined;
  for (const { id, first, last } of series) {
    let [from, to] = [first, last];
    while (from <= to) {
      const middle = Math.floor((from + to) / 2);
      const [step = Infinity, at = Infinity] = next.get(id, middle) ?? [];
      if (at > epoch) to = middle - 1;
      else {
        from = step + 1;
        if (step > (latest?.step ?? -1)) latest = { step, epoch: at };
      }
    }
  }
  return latest;
}
