import type { SeriesDescription } from "@epochal/record";

/**
 * How a run stands, computed when it is read.
 *
 * `running`: its process is alive. `stalled`: alive or unknown, but silent for longer than the lease. `killed`: the process is
 * gone without having said how it ended. `closed`, `lost`: a run that is sent over the network, whose page was closed, or of which nothing
 * has been heard for long; both run again once more of them is heard. The run itself said the others.
 */
export type RunState =
  | "running"
  | "finished"
  | "stopped_early"
  | "failed"
  | "interrupted"
  | "killed"
  | "stalled"
  | "closed"
  | "lost";

export interface RunStatus {
  readonly state: RunState;
  /** Why, in one sentence: the error, the early-stopping reason, the signal. Absent for `running` and `finished`. */
  readonly reason?: string;
  /** When its process last wrote something. */
  readonly lastSeenAt: Date;
}

/** A value of a series and where it was taken. */
export interface SeriesValue {
  /** May be NaN or infinite where it is a last value, never where it is a best one. */
  readonly value: number;
  readonly step: number;
  readonly epoch?: number;
}

/** The live summary of one series, kept up to date by every flush. */
export interface SeriesSummary extends SeriesDescription {
  /** As logged: `val_auc`. */
  readonly key: string;
  readonly count: number;
  readonly first?: SeriesValue;
  readonly last?: SeriesValue;
  /** By `direction`; absent where there is none, or no finite value. */
  readonly best?: SeriesValue;
  /**
   * The value of the weights the model ended with: at the restored epoch where weights were put back (absent if nothing was
   * logged there), else the last one.
   */
  readonly kept?: SeriesValue;
  /** Finite extremes. */
  readonly min?: number;
  readonly max?: number;
  readonly nonFinite: number;
  readonly firstNonFinite?: SeriesValue;
}

/** A run as the runs table shows it. */
export interface RunSummary {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
  readonly notes: string;
  /** The group it belongs to; absent where it belongs to none. */
  readonly group?: string;
  /** When it was archived; absent where it is not. */
  readonly archivedAt?: Date;
  /** When it was put into the trash; absent where it is not there. */
  readonly deletedAt?: Date;
  readonly status: RunStatus;
  readonly startedAt: Date;
  /** Absent while it runs. */
  readonly endedAt?: Date;
  /**
   * From start to end, until now while it runs, or until its process last wrote something. A resumed run counts the time of
   * its segments, without the time between them.
   */
  readonly durationMs: number;
  /** The name of the machine; empty where the writer does not know it, as in a page. */
  readonly host: string;
  /** How often it was resumed. */
  readonly resumed: number;
  readonly series: readonly SeriesSummary[];
  /** The epoch whose weights were put back at the end, if any were. */
  readonly restoredEpoch?: number;
}
