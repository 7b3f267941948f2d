import type { RunComparison, RunConclusions } from "@epochal/conclusions";
import type { JournalRecord, RunEvent } from "@epochal/record";
import type { Bands, BandsQuery } from "./bands/bands.ts";
import type { GroupSummaries, GroupsQuery } from "./group-summaries.ts";
import type { ParameterEffectsQuery, RunEffects } from "./parameter-effects.ts";
import type { Project, ProjectSummary } from "./project-summary.ts";
import type { NoteOptions, RequestOptions } from "./request-options.ts";
import type { Run, RunOptions } from "./run.ts";
import type { DeleteOptions, RunChanges } from "./run-changes.ts";
import type { RunDetails } from "./run-details.ts";
import type { RunFacets } from "./run-facets.ts";
import type { RunFilter } from "./run-filter.ts";
import type { ListedRuns, RunParts, RunQuery, UsualParts } from "./run-query.ts";
import type { ManySeries, ManySeriesQuery, SeriesPoints, SeriesQuery } from "./series-points.ts";
import type { SqlOptions, SqlRows } from "./sql/sql-options.ts";
import type { StoreAccess } from "./store-access.ts";
import type { StoreTypes } from "./store-types.ts";
import type { Unfolded } from "./unfolded.ts";
import type {
  PruneOptions,
  PruneReport,
  PurgeOptions,
  PurgeReport,
  Retention,
  StorageReport,
} from "./upkeep-options.ts";

export interface GetRunOptions {
  /** Types of events to leave out: histograms and the card are the largest. @default none */
  readonly withoutEvents?: readonly RunEvent["type"][];
}

export interface ExportRunOptions {
  /**
   * Whether also those values are told that a resumed run went through again. Without them, the run is told as it went on.
   *
   * @default true
   */
  readonly superseded?: boolean;
}

export interface WaitOptions {
  /** How long to wait, in milliseconds. @default 10,000 */
  readonly timeoutMs?: number;
}

export interface ChangedRuns {
  /** Pass it back to ask what has changed since. */
  readonly revision: number;
  /** Ids of the runs that changed. */
  readonly runs: readonly string[];
  /** What is still being folded and may be missing in the answer; absent where nothing is. */
  readonly unfolded?: Unfolded;
}

/** Two runs beside each other. */
export interface ComparedRuns extends RunComparison {
  /** What is still being folded and may be missing in the answer; absent where nothing is. */
  readonly unfolded?: Unfolded;
}

/**
 * Where runs are kept. Reads see all that the same process has logged before them, and what killed processes have logged as soon as
 * it is folded: until then `listRuns`, `getRun` and `listChanges` say `unfolded`.
 */
export interface Store<Types extends StoreTypes = StoreTypes> {
  /** The database file. */
  readonly location: string;
  /** Whether it can only be read, as where its folder cannot be written. @default false */
  readonly isReadOnly?: boolean;
  /** Who may come in over the network, and what they did. */
  readonly access: StoreAccess;
  startRun(options: RunOptions<Types>): Promise<Run<Types>>;
  /**
   * Resumes a run whose process has ended or is gone, as a new segment of it. What earlier segments logged at and after the
   * step that this one begins with is kept apart. It records by itself what the run was told to record when it was started, and
   * has a card of its own process. A run that cannot be resumed stays as it was.
   *
   * @throws StoreError `run_not_found`, `run_is_running`, `run_is_deleted`, `store_busy`
   */
  resumeRun(id: string): Promise<Run<Types>>;
  /**
   * Makes a request to a run that trains, in whatever process.
   *
   * @returns the request's id, which the run's event `request` has once the run has heard it
   * @throws StoreError `run_not_found`, `run_has_ended`
   */
  request(id: string, options: RequestOptions): Promise<string>;
  /** Adds a note to a run, whether it has ended or not. @throws StoreError `run_not_found` */
  addNote(id: string, options: NoteOptions): Promise<void>;
  /**
   * Changes how a run is called or where it is kept, whether it has ended or not, and in whatever process it is recorded. Its
   * event `updated` keeps the values before, and who changed them. What its own process records later does not undo the change.
   *
   * @throws StoreError `run_not_found`
   * @throws TypeError or RangeError where a change makes no sense
   */
  updateRun(id: string, changes: RunChanges): Promise<void>;
  /**
   * Changes many runs, each as its own entry says, all of them or none.
   *
   * @param changes by the runs' ids
   * @throws StoreError `run_not_found`
   * @throws TypeError or RangeError where a change makes no sense
   */
  updateRuns(changes: ReadonlyMap<string, RunChanges>): Promise<void>;
  /**
   * Moves runs to the trash, all of them or none. No list shows them there; after 14 days `purge` removes them for good.
   *
   * @throws StoreError `run_not_found`, `run_is_running` where one still trains: stop it first
   */
  deleteRuns(ids: readonly string[], options?: DeleteOptions): Promise<void>;
  /**
   * Brings runs back from the trash, all of them or none.
   *
   * @throws StoreError `run_not_found`, also where a run was removed for good or is being removed
   */
  restoreRuns(ids: readonly string[], options?: DeleteOptions): Promise<void>;
  /**
   * Removes for good the runs that have been in the trash for 14 days, or the named ones, and gives their room back: the file
   * shrinks. Without `ids` it first applies the retention of projects. The first purge rewrites a file of an older version for
   * that, and tells `onProgress` before how much room and time it takes. It works in slices, so that others read and record
   * meanwhile; if it is killed, the next purge does the rest.
   *
   * @throws StoreError `run_not_found` where a run is not in the trash, `run_is_running`, `store_busy`
   */
  purge(options?: PurgeOptions): Promise<PurgeReport>;
  /**
   * Thins out the per-batch values of runs that have ended. Of each stretch of `keepEvery` steps the lowest and the highest value
   * stay where they are, so that charts, extremes, first, last, best and kept values are what they were; counts and means are of what
   * is left. Each run has an event `pruned`.
   *
   * @throws StoreError `run_not_found`, `run_is_running`, `store_busy`
   */
  prune(options: PruneOptions): Promise<PruneReport>;
  /**
   * Says what becomes of a project's runs in time; `{}` for nothing, as it is for a new project. Applied by `purge`.
   *
   * @throws StoreError `project_not_found`, `store_busy`
   */
  setRetention(project: string, retention: Retention): Promise<void>;
  /** How many bytes what takes. */
  storage(): Promise<StorageReport>;
  listProjects(): Promise<readonly Project[]>;
  /** All projects that have runs: how many runs, which of them train, the best of them. The one that was last active first. */
  summarizeProjects(): Promise<readonly ProjectSummary[]>;
  /** What the runs that match have, counted over all of them: params with their values, keys of series, tags, states. */
  facets(filter?: RunFilter): Promise<RunFacets>;
  listRuns<const Parts extends RunParts<Types> = UsualParts>(
    query?: RunQuery<Types, Parts>,
  ): Promise<ListedRuns<Types, Parts>>;
  /** @throws StoreError `run_not_found` */
  getRun(id: string, options?: GetRunOptions): Promise<RunDetails>;
  /** What follows from a run's values, by the rules of `@epochal/conclusions`. @throws StoreError `run_not_found` */
  concludeRun(id: string): Promise<RunConclusions>;
  /**
   * What two runs have in common, and where they differ: params, cards, and the values of their series at comparable places.
   *
   * @throws StoreError `run_not_found`
   * @throws RangeError where both are the same run
   */
  compareRuns(a: string, b: string): Promise<ComparedRuns>;
  /**
   * The mean or median of a series over the runs of each group, and its spread, at equal x. All groups in one call. NaN and
   * infinities are counted, and in no figure; points that a later segment of a run went through again are left out.
   *
   * @throws TypeError or RangeError where the query makes no sense, or no run has a param that runs are grouped by
   */
  bands(query: BandsQuery<Types>): Promise<Bands>;
  /**
   * How the runs of each group do, in figures: of every number that is asked for what the sample is like. It reads what is kept of each
   * series, and no point of it.
   *
   * @throws TypeError or RangeError where the query makes no sense, or no run has a param that runs are grouped by
   */
  summarizeGroups(query: GroupsQuery<Types>): Promise<GroupSummaries>;
  /**
   * What params have to do with a metric, by the rules of `@epochal/conclusions`: rank correlations of numbers, means of groups for
   * anything else, each with n and a 95 % interval; silent where there are too few runs.
   *
   * @throws TypeError or RangeError where the query makes no sense
   */
  parameterEffects(query: ParameterEffectsQuery<Types>): Promise<RunEffects>;
  /** @throws StoreError `run_not_found`, `series_not_found` */
  readSeries(query: SeriesQuery<Types>): Promise<SeriesPoints>;
  /**
   * Reads many series of many runs at once, or what is new of them. Whoever puts each answer's parts together has what one reading
   * of everything gives.
   *
   * @throws TypeError or RangeError where the query makes no sense
   */
  readManySeries(query: ManySeriesQuery): Promise<ManySeries>;
  /**
   * All there is of a run as the records of a journal, in an order in which they can be folded again. In the memory of a few thousand
   * points, however long the run is.
   *
   * @throws StoreError `run_not_found`
   */
  exportRun(id: string, options?: ExportRunOptions): AsyncIterable<JournalRecord>;
  /**
   * Asks in plain SQL: one statement that reads rows. It runs in a process of its own, which cannot write, and is killed where it takes
   * too long.
   *
   * @throws StoreError `bad_sql` where the statement cannot be answered
   */
  readSql(sql: string, options?: SqlOptions): Promise<SqlRows>;
  /**
   * What has changed since a revision; without `since`, only the revision to start from. Cheap enough for several calls a
   * second.
   */
  listChanges(since?: number): Promise<ChangedRuns>;
  /**
   * Waits until something has changed since a revision, or the time is over: `listChanges` says what. A PostgreSQL server tells of
   * changes by itself; a file is looked at four times a second.
   */
  waitForChange(since: number, options?: WaitOptions): Promise<void>;
  /**
   * Finishes the runs that are still open, folds what is left, and closes the files.
   *
   * @throws StoreError `not_kept` where steps of its runs are not on disk, with their number, once all is let go of
   */
  close(): Promise<void>;
}
