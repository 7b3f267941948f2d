import type { FoundRequest } from "@epochal/record";
import type { JournalLines, Sink } from "./sink.ts";

/** A sink in this process: at the end of it nothing can wait. All of these throw `SinkError` where they cannot be done. */
export interface LocalSink extends Sink {
  /** As `apply`, here and now. */
  applyNow(lines: JournalLines): number;
  /** The byte up to which a journal is taken in; 0 where nothing of it is. */
  appliedTo(journal: string): number;
  /** Takes in how runs ended, ahead of the lines before: it is little, and must not be missing where there is no room for more. */
  applyEndsNow(lines: readonly string[]): void;
  /** Makes sure that what is taken in survives the end of power, too. */
  sync(): void;
  /** Whether `settle` would make reads faster, because much of what was taken in still lies in another place. */
  readonly isUnsettled: boolean;
  /**
   * Moves all that was taken in to its final place, so that its journals can be removed.
   *
   * @param waitMs for how long readers are waited for
   * @returns whether that is done
   */
  settle(waitMs: number): boolean;
  /** Remembers for a while how far removed journals were taken in, in case their writers put them back. */
  forget(journals: readonly string[]): void;
  /** Whether a run of this writer's journal has not said how it ended, and nobody has seen its heartbeat stop. */
  mayLive(writer: string): boolean;
  /** Says that the runs of this process live, and looks whether others do. */
  beat(): void;
  /**
   * Keeps what otherwise each reader finds out anew: which processes are gone, and what follows from runs that have ended. Where it
   * cannot be kept now, that is left for another time.
   *
   * @param forMs for about how long at most
   * @returns whether nothing of it is left to do now
   */
  concludeRuns(forMs: number): boolean;
  /** The requests to runs of this process that these have not heard yet. */
  requests(): readonly FoundRequest[];
  /** Whether somebody has removed or replaced the file it writes to: what it writes now is lost. */
  readonly isLost: boolean;
  close(): void;
}
