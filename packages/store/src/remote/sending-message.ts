import type { MessagePort } from "node:worker_threads";
import type { IngestTarget } from "@epochal/record";
import type { Lease } from "../lease/lease.ts";

/** What the sending thread is given at its start. */
export interface SendingThreadData {
  readonly target: IngestTarget;
  /** The folder of the journals. */
  readonly folder: string;
  readonly lease: Lease;
  /** Takes what somebody wants of the runs. */
  readonly requests: MessagePort;
}

/** A task for the thread. `send`: all that is in the journals now. `close`: also end, sent or not. `ended`: a journal is done with. */
export type SendingRequest =
  | { readonly want: "send" | "close"; readonly id: number }
  | { readonly want: "ended"; readonly journal: string };

/** An answer of the thread: a task is done, or something went wrong, or is over. */
export type SendingMessage =
  | { readonly type: "done"; readonly id: number }
  | { readonly type: "problem"; readonly kind: string; readonly message: string }
  | { readonly type: "over"; readonly kind: string };
