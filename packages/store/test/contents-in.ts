import type { Database } from "better-sqlite3";
import type { SinkContents } from "./sink-journals.ts";

/** What a sink has put into a database. */
export function contentsIn(db: Database): SinkContents {
  const rows = (sql: string) => db.prepare<[], unknown[]>(sql).raw().all();
  const points = new Map<string, unknown[][]>();
  const series = "SELECT run_id || ' ' || key, step, epoch, wall_ms, value FROM points JOIN series";
  for (const [key, step, epoch, ms, value] of rows(
    `${series} ON id = series_id ORDER BY 1, step`,
  )) {
    const of = points.get(String(key)) ?? [];
    points.set(String(key), of);
    of.push([step, epoch, ms, value ?? Number.NaN]);
  }
  const summary = "SELECT run_id || ' ' || key, n, min_value, max_value, last_step FROM series";
  const summaries = rows(`${summary} WHERE n > 0`).map(
    ([key, ...of]) => [String(key), of] as const,
  );
  const events = rows("SELECT run_id || ' ' || event FROM events").map(([text]) => String(text));
  const ended = rows("SELECT id, state FROM runs WHERE state IS NOT NULL");
  const ends = new Map(ended.map(([id, state]) => [String(id), String(state)]));
  return { points, summaries: new Map(summaries), events: events.sort(), ends };
}
