import type { RunStatus } from "@epochal/conclusions";
import { and, asc, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { RunQuery } from "../../store.ts";
import { runs } from "../schema/runs.ts";
import { series } from "../schema/series.ts";
import type { Drizzle } from "./drizzle.ts";
import type { Order } from "./read-run-query.ts";

interface OrderOfRuns {
  /** The key of the series that is ordered by. */
  readonly key?: string;
  readonly by: SQL[];
}

/** How to sort runs in SQL. What has no value, or none that is finite, comes last either way. */
export function orderOfRuns(
  db: Drizzle,
  order: Order,
  { project, descending }: RunQuery,
  open: ReadonlyMap<string, RunStatus>,
  now: number,
): OrderOfRuns {
  const ties = [desc(runs.startedMs), asc(runs.id)];
  const sorted = (value: SQL, isDown: boolean): SQL[] => [
    sql`${value} IS NULL`,
    isDown ? sql`${value} DESC` : sql`${value} ASC`,
    ...ties,
  ];
  switch (order.by) {
    case "started":
      return {
        by: (descending ?? true) ? ties : [asc(runs.startedMs), asc(runs.id)],
      };
    case "name":
      return { by: sorted(sql`${runs.name} COLLATE NOCASE`, descending ?? false) };
    case "duration":
      return { by: sorted(duration(open, now), descending ?? false) };
    default: {
      const { key } = order;
      const isDown = descending ?? directionOf(db, key, project) === "max";
      return { key, by: sorted(finite(seriesValue(order.by)), isDown) };
    }
  }
}

function seriesValue(by: "best" | "last" | "kept"): SQL {
  if (by === "best") return sql`${series.bestValue}`;
  if (by === "last") return sql`${series.lastValue}`;
  return sql`CASE WHEN ${runs.restoredEpoch} IS NULL THEN ${series.lastValue} ELSE ${series.keptValue} END`;
}

/** 9e999 is how SQL spells infinity. */
function finite(value: SQL): SQL {
  return sql`CASE WHEN abs(${value}) < 9e999 THEN ${value} END`;
}

function duration(open: ReadonlyMap<string, RunStatus>, now: number): SQL {
  const running = [...open].filter(([, { state }]) => state === "running").map(([id]) => id);
  return sql`coalesce(${runs.endedMs}, CASE WHEN ${runs.id} IN (SELECT value FROM json_each(${JSON.stringify(running)})) THEN ${now} ELSE ${runs.seenMs} END) - coalesce(${runs.segmentMs}, ${runs.startedMs}) + ${runs.earlierMs}`;
}

/** Which way is better for most of the series of this key. */
function directionOf(db: Drizzle, key: string, project: string | undefined): string | undefined {
  const inProject = project === undefined ? undefined : eq(runs.project, project);
  const row = db
    .select({ direction: series.direction })
    .from(series)
    .innerJoin(runs, eq(runs.id, series.runId))
    .where(and(eq(series.key, key), isNotNull(series.direction), inProject))
    .groupBy(series.direction)
    .orderBy(sql`count(*) DESC`)
    .limit(1)
    .get();
  return row?.direction ?? undefined;
}
