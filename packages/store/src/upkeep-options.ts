import type { RunFilter } from "./run-filter.ts";

/** How far a long task has come. */
export interface UpkeepProgress {
  readonly doing: "delete" | "thin" | "remove" | "convert" | "shrink";
  /** How much of `total` is done, in runs, points or bytes. */
  readonly done: number;
  readonly total: number;
  /** One sentence: what is done, and where it takes room or time, how much of it. */
  readonly words: string;
}

/** Options of a long task that can be watched. */
interface Watched {
  /** Whether to say only what would be done. @default false */
  readonly dryRun?: boolean;
  /** Called before each step, and during long ones. */
  readonly onProgress?: (progress: UpkeepProgress) => void;
}

export interface PurgeOptions extends Watched {
  /**
   * Removes these runs of the trash and nothing else, however recently they were deleted. @default all runs that have been
   * there for 14 days
   */
  readonly ids?: readonly string[];
  /** Which runs of the trash are old enough: those put there before this. @default 14 days ago */
  readonly olderThan?: Date;
}

export interface PurgeReport {
  /** How many runs were removed for good, and how many points with them. */
  readonly runs: number;
  readonly points: number;
  /** How many runs the retention of their projects has put into the trash, and how many points it has thinned out. */
  readonly deleted: number;
  readonly thinned: number;
  /** Bytes of the database before and after. */
  readonly bytesBefore: number;
  readonly bytesAfter: number;
  /**
   * Present where the file is of an older version and must be written anew once, so that it can shrink: how many bytes of room that
   * takes, and about how many seconds. `skipped`: why it was not done; it is tried again by the next purge.
   */
  readonly conversion?: {
    readonly bytes: number;
    readonly seconds: number;
    readonly skipped?: string;
  };
}

export interface PruneOptions extends Watched, Pick<RunFilter, "project" | "ids" | "where"> {
  /**
   * Of each stretch of so many steps the lowest and the highest value stay. Rounded up to 16, 64, 256, 1,024, 4,096 or 16,384: the
   * stretches of charts.
   *
   * @default 64
   */
  readonly keepEvery?: number;
  /** Who thins them. @default the user of this process, at this machine */
  readonly by?: string;
}

export interface PruneReport {
  /** How many runs had something to thin out. */
  readonly runs: number;
  /** How many points were removed, and how many of the thinned series are left. */
  readonly removed: number;
  readonly kept: number;
}

/** What becomes of a project's runs in time. Archived runs stay as they are. Applied by `purge`, and never on its own. */
export interface Retention {
  /** So many days after their end, runs are put into the trash. */
  readonly deleteAfterDays?: number;
  /** So many days after their end, their per-batch values are thinned out. */
  readonly thinAfterDays?: number;
  /** How much then: as of `prune`. @default 64 */
  readonly keepEvery?: number;
}

/** What takes how many bytes. Of runs and keys they are estimates, which add up to about the file. */
export interface StorageReport {
  /** The database, with its write-ahead log. */
  readonly bytes: number;
  /** What of it is free: `purge` gives it back. */
  readonly free: number;
  /** Journals that are not removed yet. */
  readonly journals: number;
  /** Copies that were made before the file was changed for a newer version. */
  readonly copies: readonly { readonly path: string; readonly bytes: number }[];
  /** The largest first. */
  readonly runs: readonly {
    readonly id: string;
    readonly project: string;
    readonly name: string;
    readonly points: number;
    readonly bytes: number;
    readonly isDeleted: boolean;
  }[];
  /** By key of series, the largest first. */
  readonly keys: readonly {
    readonly key: string;
    readonly points: number;
    readonly bytes: number;
  }[];
}
