import type { LastWords } from "./last-words.ts";

/** What the listening thread is given at its start. */
export interface SignalThreadData {
  readonly words: SharedArrayBuffer;
  /** Under this name the training thread's global object has the function that takes a signal. */
  readonly name: string;
}

/** What it is told to do: listen, or no longer; and whose end it writes where nobody else can. */
export interface SignalOrder {
  readonly listens: boolean;
  readonly lastWords: readonly LastWords[];
}
