import type { Lease } from "../lease/lease.ts";
import type { Queries } from "../sqlite/reads/open-queries.ts";
import type { StoreAccess } from "../store-access.ts";
import type { SentFault } from "./sent-fault.ts";

/** What a thread that asks a server for others is given at its start. */
export interface ReadingThreadData {
  readonly url: string;
  /** How the database is called in messages. */
  readonly name: string;
  /** The folder of the journals that wait for it. */
  readonly journal: string;
  readonly lease: Lease;
}

/** All that such a thread can be asked. */
export interface Answers extends Queries, StoreAccess {
  /** Whether there are journals to fold or heartbeats to watch. */
  isLeftBehind(): boolean;
  /** What all tables take. */
  bytes(): number;
}

/** One question at a time; `close` instead of one ends the thread. */
export type ReadingRequest =
  | { readonly name: keyof Answers; readonly asked: readonly unknown[] }
  | "close";

export type ReadingReply =
  /** `isBehind`: whether something was missing in the answer. */
  { readonly answer: unknown; readonly isBehind: boolean } | { readonly fault: SentFault };
