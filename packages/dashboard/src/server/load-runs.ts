import "server-only";
import type { RunQuery } from "@epochal/store";
import { type RunView, toRunView } from "../wire/run-json.ts";
import { store } from "./store.ts";

export interface LoadedRuns {
  readonly revision: number;
  readonly runs: readonly RunView[];
  readonly total: number;
}

const heavy = ["histogram", "card", "graph"] as const;
/** More runs than a person compares at once; the newest are shown. */
const MOST_RUNS = 500;

/** Runs with their events, in the order they were started. @param isWhole with the events that weigh most, too */
export async function loadRuns(
  query: Pick<RunQuery, "project" | "ids">,
  isWhole = false,
): Promise<LoadedRuns> {
  const open = await store();
  // The revision is read first. What changes while the runs are read is then told again, and not missed.
  const { revision } = await open.listChanges();
  const { runs, total } = await open.listRuns({
    ...query,
    order: "started",
    limit: MOST_RUNS,
  });
  const ids = runs.toReversed().map(({ id }) => id);
  // For many runs and epochs these are megabytes, and only the page of one run shows them.
  const options = isWhole ? {} : { withoutEvents: heavy };
  const views = await Promise.all(
    ids.map(async (id) => toRunView(await open.getRun(id, options), await open.concludeRun(id))),
  );
  return { revision, runs: views, total };
}
