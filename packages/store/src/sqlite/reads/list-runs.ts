import type { RunStatus } from "@epochal/conclusions";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { RunPage, RunQuery } from "../../store.ts";
import { runs } from "../schema/runs.ts";
import { series } from "../schema/series.ts";
import type { Drizzle } from "./drizzle.ts";
import { openRunStates, type StatusMoment } from "./open-run-states.ts";
import { orderOfRuns } from "./order-of-runs.ts";
import { readRunQuery } from "./read-run-query.ts";
import { searchRuns } from "./search-runs.ts";
import type { SeriesOfRuns } from "./series-of-runs.ts";
import { summarizeRuns } from "./summarize-runs.ts";

/** A page of the runs that match, and how many there are. @throws TypeError or RangeError where the query makes no sense */
export function listRuns(
  db: Drizzle,
  seriesOfRuns: SeriesOfRuns,
  query: RunQuery,
  at: StatusMoment,
): RunPage {
  const { limit, offset, order } = readRunQuery(query);
  const open = openRunStates(db, at);
  const where = and(
    query.project === undefined ? undefined : eq(runs.project, query.project),
    query.ids === undefined ? undefined : isOneOf(runs.id, query.ids),
    query.states === undefined ? undefined : isInState(query.states, open),
    query.search === undefined ? undefined : searchRuns(query.search),
  );
  const total = db.select({ n: sql<number>`count(*)` }).from(runs).where(where).get()?.n ?? 0;
  const { key, by } = orderOfRuns(db, order, query, open, at.now);
  const all = db.select({ id: runs.id }).from(runs);
  const joined =
    key === undefined
      ? all
      : all.leftJoin(series, and(eq(series.runId, runs.id), eq(series.key, key)));
  // Only ids are sorted: with their configs, ten thousand runs would be megabytes.
  const ids = joined
    .where(where)
    .orderBy(...by)
    .limit(limit)
    .offset(offset)
    .all()
    .map(({ id }) => id);
  const found = db.select().from(runs).where(isOneOf(runs.id, ids)).all();
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
  return { runs: summarizeRuns(seriesOfRuns, rows, open, at.now), total };
}

function isInState(
  states: NonNullable<RunQuery["states"]>,
  open: ReadonlyMap<string, RunStatus>,
): SQL | undefined {
  const ids = [...open].filter(([, { state }]) => states.includes(state)).map(([id]) => id);
  return or(states.length === 0 ? sql`0` : inArray(runs.state, [...states]), isOneOf(runs.id, ids));
}

/** As one parameter, however many there are. */
function isOneOf(column: typeof runs.id, ids: readonly string[]): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}
