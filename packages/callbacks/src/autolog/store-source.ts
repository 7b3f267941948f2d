import type { RunStarter } from "@epochal/record";

/** Where the runs are started: opened at the first of them, and closed when nobody needs it. */
export interface StoreSource {
  open(): Promise<RunStarter>;
  /** Lets go of it. It can be opened again. */
  close(): Promise<void>;
}
