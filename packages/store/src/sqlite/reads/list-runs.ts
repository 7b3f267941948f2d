import type { Database } from "better-sqlite3";
import { sql } from "drizzle-orm";
import type { ListedRuns, RunQuery } from "../../store.ts";
import { runs } from "../schema/runs.ts";
import type { Drizzle } from "./drizzle.ts";
import { MatchingRuns } from "./matching-runs.ts";
import type { StatusMoment } from "./open-run-states.ts";
import { orderOfRuns } from "./order-of-runs.ts";
import { readRunQuery } from "./read-run-query.ts";
import type { SeriesOfRuns } from "./series-of-runs.ts";
import { summarizeRuns } from "./summarize-runs.ts";

/** Lists runs in pages. */
export class ListRuns {
  readonly #db: Database;
  readonly #drizzle: Drizzle;
  readonly #series: SeriesOfRuns;
  readonly #matching: MatchingRuns;

  constructor(db: Database, drizzle: Drizzle, series: SeriesOfRuns) {
    this.#db = db;
    this.#drizzle = drizzle;
    this.#series = series;
    this.#matching = new MatchingRuns(db, drizzle);
  }

  /** A page of the runs that match, and how many there are. @throws TypeError or RangeError where the query makes no sense */
  run(query: RunQuery, at: StatusMoment): ListedRuns {
    const { limit, offset, orders } = readRunQuery(query);
    const matched = this.#matching.of(query, at);
    const { condition, bound, open } = matched;
    const total = this.#db
      .prepare<[object], number>(`SELECT count(*) FROM runs WHERE ${condition}`)
      .pluck()
      .get(bound.values);
    const { project } = query;
    const { joins, by } = orderOfRuns({ ...matched, db: this.#db, orders, project });
    const page = `LIMIT ${bound.add(limit)} OFFSET ${bound.add(offset)}`;
    // Only ids are sorted: with their configs, ten thousand runs would be megabytes.
    const ids = this.#db
      .prepare<[object], string>(
        `SELECT runs.id FROM runs ${joins} WHERE ${condition} ORDER BY ${by} ${page}`,
      )
      .pluck()
      .all(bound.values);
    const all = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
    const found = this.#drizzle.select().from(runs).where(sql`${runs.id} IN ${all}`).all();
    const byId = new Map(found.map((row) => [row.id, row]));
    const rows = ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
    return { runs: summarizeRuns(this.#series, rows, open, at.now), total: total ?? 0 };
  }
}
