import type { JournalRecord } from "@epochal/record";

/** Lines of one journal, in their order. */
export interface JournalLines {
  /** The name of the sequence that they are a part of, such as a file's. */
  readonly journal: string;
  /** The byte of the journal at which the first of them begins. */
  readonly from: number;
  /** Whole lines, without their newlines. */
  readonly lines: readonly string[];
  /** How many bytes of the journal each of them takes, its newline included. @default its length in UTF-8, and one */
  readonly sizes?: readonly number[];
  /** The lines as records, or why they are none, where somebody has read them before. @default they are read here */
  readonly records?: readonly (JournalRecord | string)[];
}

/** Takes in the lines of journals: a database, or a server with one. */
export interface Sink {
  /**
   * Takes lines in, each exactly once, whoever sends them, however often, and however many do so at once.
   *
   * It skips what it has taken in already, so stretches may overlap. It refuses a whole stretch that leaves a gap: the answer
   * says where to go on. It also skips a line that is no record, and takes the others in.
   *
   * @returns the byte up to which the journal is taken in now: behind the last of these lines, or farther where somebody else
   * has sent more, or at the beginning of what is missing
   * @throws SinkError where nothing can be taken in now; then none of these lines is
   */
  apply(lines: JournalLines): Promise<number>;
}
