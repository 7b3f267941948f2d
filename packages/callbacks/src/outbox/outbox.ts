/** Whole lines of a journal, with their newlines. */
export interface KeptChunk {
  /** The byte of the journal at which the first of them begins. */
  readonly from: number;
  readonly text: string;
  /** How many bytes of the journal they take. */
  readonly bytes: number;
}

/** Where lines are kept until a dashboard has them, so that they outlive the page or the process. */
export interface Outbox {
  /** Whether lines are safe as soon as `keep` has returned. Else it costs more, and lines are given to it together. */
  readonly isImmediate: boolean;
  /**
   * Makes a journal this program's own until it is let go of, or until the program is gone.
   *
   * @returns what lets go of it; undefined where another program writes it or sends it
   */
  claim(journal: string): Promise<(() => void) | undefined>;
  /** Keeps lines behind those that it has. What goes wrong rejects; nothing of it throws. */
  keep(journal: string, chunk: KeptChunk): Promise<void> | undefined;
  /** Lines from a byte on, about half a megabyte of them; undefined where there are none. */
  read(journal: string, from: number): Promise<KeptChunk | undefined>;
  /** The first byte of a journal at which lines begin that are kept, from a byte on; undefined where none are. */
  first(journal: string, from: number): Promise<number | undefined>;
  /** Forgets the lines before a byte, at which lines begin that were kept together. */
  forget(journal: string, before: number): Promise<void>;
  /** Forgets all of a journal. */
  remove(journal: string): Promise<void>;
  /** Where a run saves to that is asked to save its weights; undefined where nothing outlives the program. */
  checkpointsOf(run: string): string | undefined;
  /** The journals that have lines for this address. */
  list(): Promise<readonly string[]>;
}

/** About so many characters are read at once. */
export const readChars: number = 2 ** 19;
