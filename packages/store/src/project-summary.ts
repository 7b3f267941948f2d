import type { PrimaryMetric, Reached, SeriesValue } from "@epochal/conclusions";
import type { Retention } from "./upkeep-options.ts";

export interface Project {
  readonly name: string;
  readonly runs: number;
  readonly running: number;
  /** When a run of it was last started. */
  readonly lastStartedAt: Date;
  /** What becomes of its runs in time; absent where nothing does. */
  readonly retention?: Retention;
}

/** A run that was better than all that were started before it. */
export interface ProjectRecord {
  readonly run: string;
  readonly name: string;
  readonly startedAt: Date;
  readonly value: SeriesValue;
}

/** A run that trains. */
export interface TrainingRun {
  readonly id: string;
  readonly name: string;
  readonly startedAt: Date;
  /** How far it has come; absent until anything tells. */
  readonly reached?: Reached;
  /** How many epochs it is to train, those of its earlier fits included; absent where nobody has said. */
  readonly epochs?: number;
}

/** A project at a glance. */
export interface ProjectSummary extends Project {
  /** How many of its runs are archived. */
  readonly archived: number;
  /** When a run of it last recorded something. */
  readonly lastActiveAt: Date;
  /** What its runs are judged by; absent where they have nothing to be judged by. */
  readonly metric?: PrimaryMetric;
  /** The best of its runs; of several that are equal the newest. */
  readonly best?: ProjectRecord;
  /** How the best value came about: in the order of their starts, each better than the one before it. */
  readonly records: readonly ProjectRecord[];
  /** Those that train now, the newest first. */
  readonly training: readonly TrainingRun[];
}
