import { type IngestAnswer, readIngestAnswer } from "./ingest-answer.ts";
import { type IngestTarget, ingestUrl } from "./ingest-target.ts";
import { webHost } from "./web-host.ts";

/** A stretch of a journal. */
export interface PostedLines {
  readonly journal: string;
  /** The byte of the journal at which the text begins. */
  readonly from: number;
  /** Whole lines, each with its newline; nothing to say only that the runs of the journal live. */
  readonly text: string;
  /** Whether nothing more will come of who writes the journal. @default false */
  readonly isClosing?: boolean;
  /** Whether the request must outlive the page. At most 64 KB then. @default false */
  readonly isFarewell?: boolean;
}

const timeoutMs = 30_000;
/** Below this size it is not worth the work. */
const leastGzip = 2_000;

/** Sends lines to a dashboard. Never throws: where nobody answers, that is an answer, too. */
export async function postLines(target: IngestTarget, lines: PostedLines): Promise<IngestAnswer> {
  const { journal, from, text, isClosing = false, isFarewell = false } = lines;
  const query = `journal=${encodeURIComponent(journal)}&from=${from}${isClosing ? "&closing=1" : ""}`;
  try {
    // What outlives a page must be on its way before the page is gone.
    const isPacked = !isFarewell && text.length >= leastGzip && !isThisMachine(target.url);
    const packed = isPacked ? await gzip(text) : undefined;
    const answer = await webHost.fetch(`${ingestUrl(target)}?${query}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${target.token}`,
        "content-type": "application/x-ndjson",
        ...(packed !== undefined && { "content-encoding": "gzip" }),
      },
      body: packed ?? text,
      ...(isFarewell ? { keepalive: true } : { signal: webHost.AbortSignal.timeout(timeoutMs) }),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
    });
    return await readIngestAnswer(answer);
  } catch (error) {
    return { kind: "later", reason: whyNot(error) };
  }
}

/** Where nothing goes over a wire, packing costs more than it saves. */
function isThisMachine(url: string): boolean {
  return /^https?:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?:[:/]|$)/i.test(url);
}

async function gzip(text: string): Promise<unknown> {
  const { CompressionStream, Response } = webHost;
  if (CompressionStream === undefined) return undefined;
  const stream = new Response(text).body.pipeThrough(new CompressionStream("gzip"));
  return new Response(stream).blob();
}

/** Node says the reason in the cause; a browser says none. */
export function whyNot(error: unknown): string {
  const { name, message, cause } = Object(error) as {
    readonly name?: unknown;
    readonly message?: unknown;
    readonly cause?: { readonly message?: unknown; readonly code?: unknown };
  };
  if (name === "TimeoutError") return `it did not answer for ${timeoutMs / 1000} s`;
  return String(cause?.message || cause?.code || message || error).slice(0, 300);
}
