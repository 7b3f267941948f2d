import type { LastWords } from "./last-words.ts";

/** What the listening thread is given at its start. */
export interface SignalThreadData {
  readonly words: SharedArrayBuffer;
  /** The name in the training thread's global object of the function that takes a signal. */
  readonly name: string;
}

/** An order to the thread: to listen or to stop; and the runs that it ends where nobody else can. */
export interface SignalOrder {
  readonly listens: boolean;
  readonly lastWords: readonly LastWords[];
}
