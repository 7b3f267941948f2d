import type { RunEnd } from "./recording/run-end.ts";
import type { RunWriter } from "./run-writer.ts";

/** What a run is started with by whoever records a program that does not start runs itself. */
export interface StartRunOptions {
  /** Runs of one project are compared with each other. */
  readonly project: string;
  /** Hyperparameters, nested as they are. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** A run that was started, and that somebody has to end. */
export interface StartedRun extends RunWriter {
  readonly id: string;
  /**
   * Runs `fn` and records where it was broken off by an end of the process. Returns what `fn` returns and throws what it throws.
   */
  track<T>(fn: () => T | Promise<T>): Promise<T>;
  /** Ends the run. What it ends with is recorded before the first wait; a second call changes nothing. */
  finish(end?: RunEnd): Promise<void>;
}

/** What starts runs: a store, as far as it is needed to record a program that knows nothing of it. */
export interface RunStarter {
  /** The projects that it may start runs of; absent for all, or where that is not known. */
  readonly projects?: readonly string[];
  startRun(options: StartRunOptions): Promise<StartedRun>;
  /** Goes on with a run that has ended. @default another run is started */
  resumeRun?(id: string): Promise<StartedRun>;
}
