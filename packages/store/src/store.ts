import type { RunComparison, RunConclusions, RunSummary } from "@epochal/conclusions";
import type { RunEvent } from "@epochal/record";
import type { Bands, BandsQuery } from "./bands/bands.ts";
import type { ParameterEffectsQuery, RunEffects } from "./parameter-effects.ts";
import type { NoteOptions, RequestOptions } from "./request-options.ts";
import type { Run, RunOptions } from "./run.ts";
import type { DeleteOptions, RunChanges } from "./run-changes.ts";
import type { RunDetails } from "./run-details.ts";
import type { RunFilter } from "./run-filter.ts";
import type { Unfolded } from "./unfolded.ts";
import type {
  PruneOptions,
  PruneReport,
  PurgeOptions,
  PurgeReport,
  Retention,
  StorageReport,
} from "./upkeep-options.ts";

export interface Project {
  readonly name: string;
  readonly runs: number;
  readonly running: number;
  /** When a run of it was last started. */
  readonly lastStartedAt: Date;
  /** What becomes of its runs in time; absent where nothing does. */
  readonly retention?: Retention;
}

/** A property of the run, a value of a series (`best:val_auc`), or a param by its path or a unique end of it (`param:units`). */
export type RunOrder =
  | "started"
  | "name"
  | "duration"
  | "status"
  | `${"best" | "last" | "kept" | "min" | "max" | "param"}:${string}`;

/** An order, and which way is down. */
export interface DirectedOrder {
  readonly by: RunOrder;
  /** @default best first for a metric with a direction, newest first for `started`, ascending otherwise */
  readonly descending?: boolean;
}

export interface RunQuery extends RunFilter {
  /**
   * The first order counts most. What has no value, or none that is finite, comes last either way; ties by start, the newest first.
   *
   * @default "started"
   */
  readonly order?: RunOrder | DirectedOrder | readonly (RunOrder | DirectedOrder)[];
  /** @default 100 */
  readonly limit?: number;
  /** @default 0 */
  readonly offset?: number;
}

export interface ListedRuns {
  readonly runs: readonly RunSummary[];
  /** How many match, on all pages. */
  readonly total: number;
  /** Absent where the answer is whole; else what is still being folded, and may be missing in it. */
  readonly unfolded?: Unfolded;
}

export interface GetRunOptions {
  /** Events of these types are left out: histograms and the card weigh most. @default none */
  readonly withoutEvents?: readonly RunEvent["type"][];
}

export interface SeriesQuery {
  readonly run: string;
  readonly key: string;
  /** First step wanted. @default the first there is */
  readonly from?: number;
  /** Last step wanted. @default the last there is */
  readonly to?: number;
  /**
   * An earlier segment of a resumed run: the points of it that a later segment went through again.
   *
   * @default the run as it went on: of every step the newest segment's point
   */
  readonly segment?: number;
  /** About how many buckets to return where there are more points than that. @default 500 */
  readonly width?: number;
}

/**
 * Points of a series in columns, in the order of their steps. Where there are too many to draw, of each bucket the lowest and the
 * highest are returned, at their true steps.
 */
export interface SeriesPoints {
  readonly run: string;
  readonly key: string;
  /** How many points the range holds. `step.length` is how many came back. */
  readonly total: number;
  readonly step: Float64Array;
  /** NaN where it was not logged. */
  readonly epoch: Float64Array;
  /** Epoch milliseconds. */
  readonly wallTime: Float64Array;
  /** Finite. */
  readonly value: Float64Array;
  /** Where values were not finite: one place a point, or one a bucket where points are bucketed. */
  readonly nonFinite: {
    readonly step: Float64Array;
    readonly epoch: Float64Array;
    /** NaN, Infinity or -Infinity; of a bucket, its first. */
    readonly value: Float64Array;
    /** How many points, all places together. */
    readonly total: number;
  };
}

export interface ChangedRuns {
  /** Pass it back to ask what has changed since. */
  readonly revision: number;
  /** Ids of the runs that changed. */
  readonly runs: readonly string[];
  /** Absent where the answer is whole; else what is still being folded, and may be missing in it. */
  readonly unfolded?: Unfolded;
}

/** Two runs beside each other. */
export interface ComparedRuns extends RunComparison {
  /** Absent where the answer is whole; else what is still being folded, and may be missing in it. */
  readonly unfolded?: Unfolded;
}

/**
 * Where runs are kept. Reads see all that the same process has logged before them, and what killed processes have logged as soon as
 * it is folded: until then `listRuns`, `getRun` and `listChanges` say `unfolded`.
 */
export interface Store {
  /** The database file. */
  readonly location: string;
  startRun(options: RunOptions): Promise<Run>;
  /**
   * Goes on with a run whose process has ended or is gone: as a new segment of it. What earlier segments logged at and after
   * the step that this one begins with is kept apart. It records on its own what the run was told to when it was started, and
   * has a card of its own process. A run that cannot be resumed stays as it was.
   *
   * @throws StoreError `run_not_found`, `run_is_running`, `run_is_deleted`, `store_busy`
   */
  resumeRun(id: string): Promise<Run>;
  /**
   * Asks something of a run that trains, in whatever process.
   *
   * @returns the request's id, as it stands in the run's event `request` once it was heard
   * @throws StoreError `run_not_found`, `run_has_ended`
   */
  request(id: string, options: RequestOptions): Promise<string>;
  /** Adds a note to a run, whether it has ended or not. @throws StoreError `run_not_found` */
  addNote(id: string, options: NoteOptions): Promise<void>;
  /**
   * Changes how a run is called or where it is kept, whether it has ended or not, and in whatever process it is recorded. What it was
   * before stands in its event `updated`, with who has changed it. What its own process records later does not undo it.
   *
   * @throws StoreError `run_not_found`
   * @throws TypeError or RangeError where a change makes no sense
   */
  updateRun(id: string, changes: RunChanges): Promise<void>;
  /**
   * Puts runs into the trash, all of them or none. There they stay whole for 14 days, and no list shows them; then `purge` removes
   * them for good.
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
   * Removes for good what was put into the trash 14 days ago or earlier, or what of it is named, and gives its room back: the file
   * shrinks. Without `ids` it first applies the retention of projects. A file of an older version is written anew once for that; what
   * it takes is said before, to `onProgress`. Works in slices, so that others read and record meanwhile; whoever is killed in the
   * middle leaves the rest to the next purge.
   *
   * @throws StoreError `run_not_found` where a run is not in the trash, `run_is_running`, `store_busy`
   */
  purge(options?: PurgeOptions): Promise<PurgeReport>;
  /**
   * Thins out the values once a batch of runs that have ended. Of each stretch of `keepEvery` steps the lowest and the highest value
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
  /** What takes how much room. */
  storage(): Promise<StorageReport>;
  listProjects(): Promise<readonly Project[]>;
  listRuns(query?: RunQuery): Promise<ListedRuns>;
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
   * Mean or median of a series over the runs of each group, with how far they lie apart, at equal x. All groups in one call. NaN and
   * infinities are counted, and in no figure; points that a later segment of a run went through again are left out.
   *
   * @throws TypeError or RangeError where the query makes no sense, or no run has a param that runs are grouped by
   */
  bands(query: BandsQuery): Promise<Bands>;
  /**
   * What params have to do with a metric, by the rules of `@epochal/conclusions`: rank correlations of numbers, means of groups for
   * anything else, each with n and a 95 % interval; silent where there are too few runs.
   *
   * @throws TypeError or RangeError where the query makes no sense
   */
  parameterEffects(query: ParameterEffectsQuery): Promise<RunEffects>;
  /** @throws StoreError `run_not_found`, `series_not_found` */
  readSeries(query: SeriesQuery): Promise<SeriesPoints>;
  /** Cheap enough to ask several times a second. Without `since`, only the revision to start from. */
  listChanges(since?: number): Promise<ChangedRuns>;
  /**
   * Folds what is left, and lets go of the files. Runs that are still open are finished first.
   *
   * @throws StoreError `not_kept` where steps of its runs are not on disk, with their number, once all is let go of
   */
  close(): Promise<void>;
}
