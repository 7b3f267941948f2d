import type { Database } from "better-sqlite3";
import { ConcludeRun } from "../src/sqlite/reads/conclude-run.ts";
import { MatchingRuns } from "../src/sqlite/reads/matching-runs.ts";
import type { RunStates } from "../src/sqlite/reads/run-states.ts";
import { RunVerdicts } from "../src/sqlite/reads/run-verdicts.ts";
import { SeriesOfRuns } from "../src/sqlite/reads/series-of-runs.ts";

/** What finds runs in a database, as the queries of a store do. */
export function matchingOf(db: Database, states: RunStates): MatchingRuns {
  const concluding = new ConcludeRun(db, new SeriesOfRuns(db));
  return new MatchingRuns(db, states, new RunVerdicts(db, concluding));
}
