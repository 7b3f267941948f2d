import type { Sent } from "@epochal/store/server";

/** What the server hands to the thread that takes in. */
export interface IngestRequest {
  readonly id: number;
  readonly sent: Sent;
  readonly isCompressed: boolean;
}

/** An answer to a sender: a status of HTTP, and what becomes its JSON. */
export interface IngestAnswer {
  readonly status: number;
  readonly body: object;
}

/** What the thread says of a request. */
export interface IngestReply extends IngestAnswer {
  readonly id: number;
}
