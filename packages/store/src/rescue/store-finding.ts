/** One thing that was looked at in a store, and how it was found. */
export interface StoreFinding {
  /** `wrong`: something must be done; `notice`: it is good to know; `fine`: all is well. */
  readonly level: "wrong" | "notice" | "fine";
  /** `place`, `room`, `database`, `log`, `watches`, `journals`, `copies` or `versions`. */
  readonly about: string;
  /** A sentence or two. */
  readonly words: string;
}
