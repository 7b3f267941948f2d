import type { MessagePort } from "node:worker_threads";
import type { Lease } from "../lease/lease.ts";
import type { StoreErrorCode } from "../store-error.ts";

/** What the folding thread is given at its start. */
export interface FoldingThreadData {
  /** What it is opened by. */
  readonly database: string;
  /** How it is called in messages. */
  readonly name: string;
  /** The folder of the journals. */
  readonly folder: string;
  /** The journal of the store that started it. */
  readonly journal: string;
  readonly lease: Lease;
  readonly flags: SharedArrayBuffer;
  /** Carries the requests to runs, so that they can be read without waiting for an event loop. */
  readonly requests: MessagePort;
}

/**
 * A task for the thread. `fold`: put all that is in the journal now into the database. `sync`: also make it survive a loss of
 * power. `close`: also remove the journal and end.
 */
export interface FoldingRequest {
  readonly id: number;
  readonly want: "fold" | "sync" | "close";
}

/** An answer of the thread: a task is done, or something went wrong. */
export type FoldingMessage =
  | { readonly type: "done"; readonly id: number }
  | { readonly type: "failed"; readonly id: number; readonly reason: string }
  | {
      readonly type: "problem";
      readonly kind: string;
      readonly message: string;
      /** Set where the database cannot be used at all. */
      readonly code?: StoreErrorCode;
    }
  | { readonly type: "over"; readonly kind: string };
