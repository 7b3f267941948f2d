import type { RunConclusions } from "@epochal/conclusions";
import type { Database } from "better-sqlite3";
import type { Bands, BandsQuery } from "../../bands/bands.ts";
import type { ReadRecordOptions } from "../../card/record-options.ts";
import type { GroupSummaries, GroupsQuery } from "../../group-summaries.ts";
import type { ParameterEffectsQuery, RunEffects } from "../../parameter-effects.ts";
import type { Project, ProjectSummary } from "../../project-summary.ts";
import type { RunDetails } from "../../run-details.ts";
import type { RunFacets } from "../../run-facets.ts";
import type { RunFilter } from "../../run-filter.ts";
import type { ListedRuns, RunQuery } from "../../run-query.ts";
import type {
  ManySeries,
  ManySeriesQuery,
  SeriesPoints,
  SeriesQuery,
} from "../../series-points.ts";
import type { ChangedRuns, ComparedRuns, GetRunOptions } from "../../store.ts";
import type { StorageReport } from "../../upkeep-options.ts";
import { CompareRuns } from "./compare-runs.ts";
import { ConcludeRun } from "./conclude-run.ts";
import { FacetsOfRuns } from "./facets-of-runs.ts";
import { foldCase } from "./fold-case.ts";
import { GetRun } from "./get-run.ts";
import { ListChanges } from "./list-changes.ts";
import { ListProjects } from "./list-projects.ts";
import { ListRuns } from "./list-runs.ts";
import { MatchingRuns } from "./matching-runs.ts";
import { naturalKeys } from "./natural-keys.ts";
import { ReadBands } from "./read-bands.ts";
import { ReadEffects } from "./read-effects.ts";
import {
  type ExportedEvent,
  type ExportedHead,
  type ExportedPoint,
  ReadExported,
} from "./read-exported.ts";
import { ReadManySeries } from "./read-many-series.ts";
import { ReadSeries } from "./read-series.ts";
import { recordOptionsOf } from "./record-options-of.ts";
import { RunStates } from "./run-states.ts";
import { RunVerdicts } from "./run-verdicts.ts";
import { SeriesOfRuns } from "./series-of-runs.ts";
import { storageOf as storageOfFile } from "./storage-of.ts";
import { SummarizeGroups } from "./summarize-groups.ts";
import { SummarizeProjects } from "./summarize-projects.ts";
import { type JournalsBeside, wholeness } from "./wholeness.ts";
import { type RunProcess, writerOf } from "./writer-of.ts";

/** All queries of a database. */
export interface Queries {
  listProjects(): Project[];
  summarizeProjects(): ProjectSummary[];
  facets(filter: RunFilter): RunFacets;
  listRuns(query: RunQuery): ListedRuns;
  getRun(id: string, options: GetRunOptions): RunDetails;
  concludeRun(id: string): RunConclusions;
  compareRuns(a: string, b: string): ComparedRuns;
  bands(query: BandsQuery): Bands;
  summarizeGroups(query: GroupsQuery): GroupSummaries;
  parameterEffects(query: ParameterEffectsQuery): RunEffects;
  writerOf(id: string): RunProcess;
  recordOptionsOf(id: string): ReadRecordOptions;
  readSeries(query: SeriesQuery): SeriesPoints;
  exportedHead(id: string): ExportedHead;
  exportedPoints(...asked: Parameters<ReadExported["points"]>): ExportedPoint[];
  exportedEvents(...asked: Parameters<ReadExported["events"]>): ExportedEvent[];
  readManySeries(query: ManySeriesQuery): ManySeries;
  listChanges(since: number | undefined): ChangedRuns;
  storage(): Pick<StorageReport, "free" | "runs" | "keys">;
}

/** The queries as a store asks them: a file answers at once, a server later. */
export type AskedQueries = {
  readonly [Name in keyof Queries]: (
    ...asked: Parameters<Queries[Name]>
  ) => ReturnType<Queries[Name]> | Promise<ReturnType<Queries[Name]>>;
};

export interface OpenQueriesArgs {
  readonly db: Database;
  /** For how long a run may be silent, in milliseconds. */
  readonly silentMs: number;
  readonly journals: JournalsBeside;
  /** What takes how many bytes. @default of an SQLite file */
  readonly storageOf?: typeof storageOfFile;
}

/** The queries over a connection. */
export function openQueries({
  db,
  silentMs,
  journals,
  storageOf = storageOfFile,
}: OpenQueriesArgs): Queries {
  foldCase(db);
  naturalKeys(db);
  const states = new RunStates(db, silentMs);
  const series = new SeriesOfRuns(db);
  const concluding = new ConcludeRun(db, series);
  const matching = new MatchingRuns(db, states, new RunVerdicts(db, concluding));
  const projects = new ListProjects(db);
  const summarizing = new SummarizeProjects(db, concluding);
  const listing = new ListRuns({ db, states, series, matching, concluding });
  const facets = new FacetsOfRuns(db, matching);
  const details = new GetRun(db, states, series);
  const readSeries = new ReadSeries(db);
  const readManySeries = new ReadManySeries(db, readSeries);
  const changes = new ListChanges(db);
  const comparing = new CompareRuns(db);
  const readBands = new ReadBands(db, matching);
  const summarizingGroups = new SummarizeGroups(db, matching);
  const readEffects = new ReadEffects(db, matching);
  let exporting: ReadExported | undefined;
  const exported = () => {
    exporting ??= new ReadExported(db);
    return exporting;
  };
  // In one transaction, so that the reads agree while others write.
  const together = <T>(read: () => T): T => db.transaction(read).deferred();
  const whole = wholeness(db, journals);
  const now =
    <T>(read: () => T) =>
    () => {
      states.begin();
      return read();
    };
  /** In the trash or not. */
  const runsOf = (ids: readonly string[]) =>
    [false, true].flatMap((deleted) => listing.run({ ids, deleted }).runs);
  return {
    listProjects: () => together(now(() => projects.run())),
    summarizeProjects: () => together(now(() => summarizing.run())),
    facets: (filter) => whole(now(() => facets.run(filter))),
    listRuns: (query) => whole(now(() => listing.run(query))),
    getRun: (id, options) => whole(now(() => details.run(id, options))),
    concludeRun: (id) => together(() => concluding.run(id)),
    compareRuns: (a, b) => whole(now(() => comparing.run(a, b, runsOf([a, b])))),
    bands: (query) => whole(now(() => readBands.run(query))),
    summarizeGroups: (query) => whole(now(() => summarizingGroups.run(query))),
    parameterEffects: (query) => whole(now(() => readEffects.run(query))),
    writerOf: (id) => together(() => writerOf(db, id)),
    recordOptionsOf: (id) => together(() => recordOptionsOf(db, id)),
    exportedHead: (id) => exported().head(id),
    exportedPoints: (...asked) => exported().points(...asked),
    exportedEvents: (...asked) => exported().events(...asked),
    readSeries: (query) => together(() => readSeries.run(query)),
    readManySeries: (query) => together(() => readManySeries.run(query)),
    listChanges: (since) => whole(() => changes.run(since)),
    storage: () => together(() => storageOf(db)),
  };
}
