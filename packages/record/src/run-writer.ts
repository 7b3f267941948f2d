import type { RunEvent } from "./events/run-event.ts";
import type { RunPart } from "./run-part.ts";
import type { RunRequest } from "./run-request.ts";
import type { SeriesDescription } from "./series-description.ts";

/** Where in training a value belongs. */
export interface LogPosition {
  /**
   * Position on the series' own axis: the epoch for values logged once an epoch, the batch counted over all epochs for
   * values logged once a batch. A whole number.
   *
   * @default one more than the highest step this run has logged; `epoch` where only that is given
   */
  readonly step?: number;
  /** Position in epochs, counted from 0. May be fractional: batch 3 of 10 in epoch 2 is 2.3. */
  readonly epoch?: number;
  /** When it was taken, for what was recorded elsewhere: a date, or epoch milliseconds. In order or not. @default now */
  readonly at?: Date | number;
}

/** How much of a run is taken by what was logged. */
export interface LoggedExtent {
  /** The first epoch, counted from 0, behind all that was logged. */
  readonly epochs: number;
  /** The first step, counted from 0, behind all values once an epoch. */
  readonly steps: number;
  /** The last step of a per-batch value; 0 where there is none. */
  readonly batches: number;
}

/**
 * What a run must offer to be recorded into. The callbacks know only this; a store satisfies it.
 *
 * No method throws and none waits: recording must never break or slow training. When `log` has returned, the values
 * survive the end of the process.
 */
export interface RunWriter {
  /** Records the values of one step. Non-finite values are recorded as they are. */
  log(values: Readonly<Record<string, number>>, position?: LogPosition): void;
  /** Says what the series of these keys are. May be called again; the last description counts. */
  describe(series: Readonly<Record<string, SeriesDescription>>): void;
  /** Records a decision or an incident. */
  event(event: RunEvent): void;
  /** What the run does not want to be recorded on its own. @default everything is recorded */
  readonly parts?: Readonly<Partial<Record<RunPart, boolean>>>;
  /**
   * What is taken already, by whomever it was logged, since the run was started or last resumed: a `fit()` that begins goes on
   * behind it. Read once a fit.
   *
   * @default callbacks count what they log themselves
   */
  readonly logged?: LoggedExtent;
  /**
   * Of a run that was resumed, where the last per-batch values stand that an earlier segment had logged before this epoch;
   * undefined where there are none. Asked once, by the first fit.
   *
   * @default batches before `initialEpoch` are counted as if each epoch had as many as the first
   */
  lastBatchBefore?(epoch: number): LogPosition | undefined;
  /** What somebody wants of the training, each once. Asked after every batch, so it must be cheap. */
  takeRequests?(): readonly RunRequest[];
}
