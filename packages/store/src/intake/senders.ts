import type { FoundRequest } from "@epochal/record";

/** A run, as far as it matters who may send more of it. */
export interface SentRun {
  readonly project: string;
  /** The journal that its lines come through. */
  readonly journal: string;
  /** How often it was resumed. */
  readonly segment: number;
}

/** The projects of a token, or of the token that began a journal; null for all. */
export type Scope = readonly string[] | null;

/** What a database knows of those who send: whose a journal is, whose a run is, and when they were last heard of. */
export interface Senders {
  /** The scope of who began a journal; undefined where nobody has. */
  scopeOf(journal: string): Promise<Scope | undefined>;
  /** Remembers who began a journal, and says it in the log of changes. Where somebody else was first, nothing changes. */
  begin(
    journal: string,
    token: { readonly id: string; readonly name: string },
    scope: Scope,
  ): Promise<void>;
  /** The runs that there are of these. `removed` where one was removed for good: what is sent of it goes nowhere. */
  runs(ids: readonly string[]): Promise<ReadonlyMap<string, SentRun | "removed">>;
  /** Keeps the runs of a journal alive: those that have not ended run, by this machine's clock. */
  hear(journal: string, now: number): Promise<void>;
  /** What somebody wants of the open runs of a journal, and these have not recorded yet. */
  requests(journal: string): Promise<readonly FoundRequest[]>;
  /** Ends the runs of a journal that have not ended, until more of it is heard: their page was closed. */
  closeRuns(journal: string, now: number): Promise<void>;
}
