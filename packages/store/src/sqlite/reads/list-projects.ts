import { desc, isNull, sql } from "drizzle-orm";
import type { Project } from "../../store.ts";
import type { Retention } from "../../upkeep-options.ts";
import { runs } from "../schema/runs.ts";
import type { Drizzle } from "./drizzle.ts";
import { openRunStates, type StatusMoment } from "./open-run-states.ts";

/** All projects that have runs, the most recently used one first. */
export function listProjects(db: Drizzle, at: StatusMoment): Project[] {
  const running = [...openRunStates(db, at)].filter(([, { state }]) => state === "running");
  const ids = JSON.stringify(running.map(([id]) => id));
  const last = sql<number>`max(${runs.startedMs})`;
  return db
    .select({
      name: runs.project,
      runs: sql<number>`count(*)`,
      running: sql<number>`sum(${runs.id} IN (SELECT value FROM json_each(${ids})))`,
      lastStartedMs: last,
      retention: sql<string | null>`(SELECT retention FROM projects WHERE name = ${runs.project})`,
    })
    .from(runs)
    .where(isNull(runs.deletedMs))
    .groupBy(runs.project)
    .orderBy(desc(last), runs.project)
    .all()
    .map(({ lastStartedMs, retention, ...project }) => ({
      ...project,
      lastStartedAt: new Date(lastStartedMs),
      ...(retention !== null && { retention: JSON.parse(retention) as Retention }),
    }));
}
