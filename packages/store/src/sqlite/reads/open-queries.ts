import type { RunConclusions } from "@epochal/conclusions";
import type { Database } from "better-sqlite3";
import type { Bands, BandsQuery } from "../../bands/bands.ts";
import type { ReadRecordOptions } from "../../card/record-options.ts";
import type { ParameterEffectsQuery, RunEffects } from "../../parameter-effects.ts";
import type { RunDetails } from "../../run-details.ts";
import type {
  ChangedRuns,
  ComparedRuns,
  GetRunOptions,
  ListedRuns,
  Project,
  RunQuery,
  SeriesPoints,
  SeriesQuery,
} from "../../store.ts";
import type { StorageReport } from "../../upkeep-options.ts";
import { CompareRuns } from "./compare-runs.ts";
import { ConcludeRun } from "./conclude-run.ts";
import { withDrizzle } from "./drizzle.ts";
import { foldCase } from "./fold-case.ts";
import { getRun } from "./get-run.ts";
import { ListChanges } from "./list-changes.ts";
import { listProjects } from "./list-projects.ts";
import { ListRuns } from "./list-runs.ts";
import { MatchingRuns } from "./matching-runs.ts";
import { ReadBands } from "./read-bands.ts";
import { ReadEffects } from "./read-effects.ts";
import { ReadSeries } from "./read-series.ts";
import { recordOptionsOf } from "./record-options-of.ts";
import { SeriesOfRuns } from "./series-of-runs.ts";
import { storageOf } from "./storage-of.ts";
import { type JournalsBeside, wholeness } from "./wholeness.ts";
import { type RunProcess, writerOf } from "./writer-of.ts";

/** Everything that can be asked of a database. */
export interface Queries {
  listProjects(): Project[];
  listRuns(query: RunQuery): ListedRuns;
  getRun(id: string, options: GetRunOptions): RunDetails;
  concludeRun(id: string): RunConclusions;
  compareRuns(a: string, b: string): ComparedRuns;
  bands(query: BandsQuery): Bands;
  parameterEffects(query: ParameterEffectsQuery): RunEffects;
  writerOf(id: string): RunProcess;
  recordOptionsOf(id: string): ReadRecordOptions;
  readSeries(query: SeriesQuery): SeriesPoints;
  listChanges(since: number | undefined): ChangedRuns;
  storage(): Pick<StorageReport, "free" | "runs" | "keys">;
}

export interface OpenQueriesArgs {
  readonly db: Database;
  /** For how long a run may be silent, in milliseconds. */
  readonly silentMs: number;
  readonly journals: JournalsBeside;
}

/** The queries over a connection. */
export function openQueries({ db, silentMs, journals }: OpenQueriesArgs): Queries {
  foldCase(db);
  const built = withDrizzle(db);
  const readSeries = new ReadSeries(db);
  const series = new SeriesOfRuns(db);
  const listing = new ListRuns(db, built, series);
  const changes = new ListChanges(db);
  const concluding = new ConcludeRun(db, series);
  const comparing = new CompareRuns(db);
  const matching = new MatchingRuns(db, built);
  const readBands = new ReadBands(db, matching);
  const readEffects = new ReadEffects(db, matching);
  const at = () => ({ now: Date.now(), silentMs });
  // One transaction, so that what is read together belongs together while others write.
  const together = <T>(read: () => T): T => db.transaction(read).deferred();
  const whole = wholeness(db, journals);
  return {
    listProjects: () => together(() => listProjects(built, at())),
    listRuns: (query) => whole(() => listing.run(query, at())),
    getRun: (id, options) => whole(() => getRun({ db: built, series, id, options, at: at() })),
    concludeRun: (id) => together(() => concluding.run(id)),
    compareRuns: (a, b) =>
      whole(() => comparing.run(a, b, listing.run({ ids: [a, b] }, at()).runs)),
    bands: (query) => whole(() => readBands.run(query, at())),
    parameterEffects: (query) => whole(() => readEffects.run(query, at())),
    writerOf: (id) => together(() => writerOf(built, id)),
    recordOptionsOf: (id) => together(() => recordOptionsOf(built, id)),
    readSeries: (query) => together(() => readSeries.run(query)),
    listChanges: (since) => whole(() => changes.run(since)),
    storage: () => together(() => storageOf(db)),
  };
}
