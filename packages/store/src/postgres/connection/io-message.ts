import type { MessagePort } from "node:worker_threads";

/** What the thread that talks to the server is given at its start. */
export interface IoThreadData {
  readonly url: string;
  /** Asked first on every connection. */
  readonly setUp: string;
  /** How long a connection may take to be made, in milliseconds. */
  readonly connectMs: number;
  readonly port: MessagePort;
  /** One counter, which grows with every answer: who asks sleeps on it. */
  readonly answered: SharedArrayBuffer;
}

/** One statement. Without `values` it may be several. */
export interface IoRequest {
  readonly text: string;
  /** The name it is prepared under; absent for a statement that is asked once. */
  readonly name?: string;
  /** As PostgreSQL reads them; NULL stands in the text. */
  readonly values?: readonly string[];
  /** Whether a transaction goes on: it is lost with its connection, and nothing may be asked outside it. */
  readonly isInTransaction: boolean;
}

export interface IoFault {
  readonly message: string;
  /** The SQLSTATE, or the code of a socket's error. */
  readonly code: string;
}

export type IoAnswer =
  | {
      readonly columns: readonly string[];
      /** Of all rows, one after the other: one long list goes from thread to thread sooner than many short ones. */
      readonly cells: readonly unknown[];
      /** How many rows a change has changed. */
      readonly changes: number;
    }
  | { readonly fault: IoFault };
