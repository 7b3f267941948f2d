/** How a run ended when it says so itself. */
export interface RunEnd {
  /** @default "finished", or "stopped_early" when a callback recorded that it stopped training */
  readonly state?: "finished" | "stopped_early" | "failed" | "interrupted";
  readonly reason?: string;
  /**
   * What was thrown, an error or anything else: kept in one line what it was, and of an error the whole stack with its causes and the
   * errors that it stands for, without secrets. `track()` does this by itself.
   */
  readonly error?: unknown;
  /** When it ended. @default now; the `at` of the last values, for a run with `startedAt` */
  readonly at?: Date | number;
}
