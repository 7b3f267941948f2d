import type { Database, Statement } from "better-sqlite3";
import type { ListedRuns, RunParts, RunQuery } from "../../run-query.ts";
import type { ConcludeRun } from "./conclude-run.ts";
import type { MatchedRuns, MatchingRuns } from "./matching-runs.ts";
import { type OrderOfRuns, orderOfRuns } from "./order-of-runs.ts";
import { readRunQuery } from "./read-run-query.ts";
import { type RunRow, runColumns } from "./run-row.ts";
import type { RunStates } from "./run-states.ts";
import type { SeriesOfRuns } from "./series-of-runs.ts";
import { summarizeRuns } from "./summarize-runs.ts";

interface Wanted extends Pick<MatchedRuns, "condition" | "bound"> {
  readonly order: OrderOfRuns;
  /** How many match. */
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
}

export interface ListRunsArgs {
  readonly db: Database;
  readonly states: RunStates;
  readonly series: SeriesOfRuns;
  readonly matching: MatchingRuns;
  readonly concluding: ConcludeRun;
}

/** Lists runs in pages. */
export class ListRuns {
  readonly #db: Database;
  readonly #states: RunStates;
  readonly #series: SeriesOfRuns;
  readonly #matching: MatchingRuns;
  readonly #concluding: ConcludeRun;
  readonly #byId: Statement<[string], RunRow>;
  readonly #most: Statement<[], number>;

  constructor({ db, states, series, matching, concluding }: ListRunsArgs) {
    this.#db = db;
    this.#states = states;
    this.#series = series;
    this.#matching = matching;
    this.#concluding = concluding;
    this.#byId = db.prepare<[string], RunRow>(
      `SELECT ${runColumns} FROM runs WHERE id IN (SELECT value FROM json_each(?))`,
    );
    this.#most = db.prepare<[], number>("SELECT coalesce(max(rowid), 0) FROM runs").pluck();
  }

  /** A page of the runs that match, and how many there are. @throws TypeError or RangeError where the query makes no sense */
  run(query: RunQuery): ListedRuns {
    const { limit, offset, orders, parts } = readRunQuery(query);
    const matched = this.#matching.of(query);
    const { condition, bound } = matched;
    const total =
      this.#db
        .prepare<[object], number>(`SELECT count(*) FROM runs WHERE ${condition}`)
        .pluck()
        .get(bound.values) ?? 0;
    if (limit === 0 || offset >= total) return { runs: [], total };
    const { project } = query;
    const order = orderOfRuns({ ...matched, db: this.#db, orders, project });
    // It sorts only ids: with their configs, ten thousand runs would take megabytes.
    const ids = this.#ids({ condition, bound, order, total, limit, offset });
    const byId = new Map(this.#byId.all(JSON.stringify(ids)).map((row) => [row.id, row]));
    const rows = ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
    return { runs: this.#with(parts, rows), total };
  }

  #with(
    { config, series, verdict, conclusions }: RunParts,
    rows: readonly RunRow[],
  ): ListedRuns["runs"] {
    const wanted = Array.isArray(series) ? series : undefined;
    const runs = summarizeRuns(series ? this.#series : undefined, rows, this.#states, wanted);
    const concluded =
      verdict || conclusions ? this.#concluding.all(rows.map(({ id }) => id)) : undefined;
    return runs.map(({ series: own, config: given, ...run }) => {
      const all = concluded?.get(run.id);
      return {
        ...run,
        ...(config && { config: given }),
        ...(series && { series: own }),
        ...(verdict && all?.verdict && { verdict: all.verdict }),
        ...(conclusions && { conclusions: all }),
      };
    }) as ListedRuns["runs"];
  }

  #ids(wanted: Wanted): string[] {
    const { condition, bound, order, limit, offset } = wanted;
    const { joins, by, walk } = order;
    const page = `LIMIT ${bound.add(limit)} OFFSET ${bound.add(offset)}`;
    const read = (sql: string) =>
      this.#db.prepare<[object], string>(`${sql} ${page}`).pluck().all(bound.values);
    const isWalked = isWorthWalking(wanted, this.#most.get() ?? 0);
    if (walk !== undefined && isWalked) {
      const walked = read(
        `SELECT runs.id FROM ${walk.from} CROSS JOIN runs ON ${walk.on} WHERE ${walk.where} AND ${condition} ORDER BY ${walk.by}`,
      );
      // Fewer than asked for: those without a value come after them.
      if (walked.length === limit) return walked;
    }
    // With a plus, SQLite sorts the few that match, and does not look for them along all runs in the order of their start.
    const sorted = isWalked ? by : by.replaceAll("runs.started_ms", "+runs.started_ms");
    return read(`SELECT runs.id FROM runs ${joins} WHERE ${condition} ORDER BY ${sorted}`);
  }
}

/**
 * Whether the page is sooner found along an index of all runs' values than by sorting what matches. The one looks at about
 * `offset + limit` runs for each share of them that matches, the other at all that match.
 */
function isWorthWalking({ total, limit, offset }: Wanted, most: number): boolean {
  return total * total > (offset + limit) * most;
}
