import type { JournalLines, Sink } from "./sink.ts";

/** What somebody wants of a run. */
export interface FoundRequest {
  readonly run: string;
  readonly id: string;
  readonly want: "stop" | "save_weights";
  readonly by: string;
}

/** A sink in this process: at the end of it nothing can wait. All of these throw `SinkError` where they cannot be done. */
export interface LocalSink extends Sink {
  /** As `apply`, here and now. */
  applyNow(lines: JournalLines): number;
  /** The byte up to which a journal is taken in; 0 where nothing of it is. */
  appliedTo(journal: string): number;
  /** Takes in how runs ended, before what comes before it: that is little, and must not be missing where there is room for no more. */
  applyEndsNow(lines: readonly string[]): void;
  /** Makes sure that what is taken in survives the end of power, too. */
  sync(): void;
  /** Whether `settle` would make reading faster: much of what is taken in lies apart. */
  readonly isUnsettled: boolean;
  /**
   * Brings all that is taken in to where it stays, so that its journals can go.
   *
   * @param waitMs for how long readers are waited for
   * @returns whether that is done
   */
  settle(waitMs: number): boolean;
  /** The journals are removed. For a while it is remembered how far they were taken in, in case their writers put them back. */
  forget(journals: readonly string[]): void;
  /** Whether a run of this writer's journal has not said how it ended, and nobody has seen it stand still. */
  mayLive(writer: string): boolean;
  /** Says that the runs of this process live, and looks whether others do. */
  beat(): void;
  /** What is wanted of the runs of this process and was not heard yet. */
  requests(): readonly FoundRequest[];
  /** Whether what it writes to is no longer to be found where it was: what is written to it now is lost. */
  readonly isLost: boolean;
  close(): void;
}
