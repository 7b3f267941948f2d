import "server-only";
import type { RunQuery } from "@epochal/store";
import { type ProjectData, toRunView } from "../data/run-json.ts";
import { store } from "./store.ts";

/** More runs than a person compares at once; the newest are shown. */
const MOST_RUNS = 500;

/** A project with its runs, or those of them that are asked for. Undefined where there is no such project. */
export async function loadProject(
  project: string,
  ids?: readonly string[],
): Promise<ProjectData | undefined> {
  const open = await store();
  const { revision } = await open.listChanges();
  const query: RunQuery = { project, order: "started", descending: true, limit: MOST_RUNS };
  const { runs, total } = await open.listRuns(ids === undefined ? query : { ...query, ids });
  if (runs.length === 0 && ids === undefined) return undefined;
  const details = await Promise.all(runs.toReversed().map(({ id }) => open.getRun(id)));
  return { project, revision, runs: details.map(toRunView), total };
}
