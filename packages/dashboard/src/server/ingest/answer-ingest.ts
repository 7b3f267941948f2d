import type { IncomingMessage, ServerResponse } from "node:http";
import type { StoreAccess, Token } from "@epochal/store";
import { sentLimits } from "@epochal/store/server";
import type { FailedTries } from "../login/failed-tries.ts";
import { answerPreflight, isForeign } from "./cross-origin.ts";
import type { Ingest } from "./ingest.ts";
import type { IngestAnswer } from "./ingest-message.ts";
import { readBody } from "./read-body.ts";

export interface AnswerIngestArgs {
  readonly access: StoreAccess;
  readonly ingest: Ingest;
  /** The origins of pages that may send. */
  readonly origins: ReadonlySet<string>;
  readonly failures: FailedTries;
  /** The address of this dashboard. */
  readonly url: () => string;
}

const METHODS = new Set(["GET", "HEAD", "POST"]);
const TYPES = new Set(["application/x-ndjson", "application/jsonl", "application/json-seq"]);
const FAULTS = {
  unknown: "This token opens nothing here.",
  expired: "This token has expired. Make another one: epochal token create.",
  revoked: "This token was revoked.",
} as const;

/** Answers those who send runs: a token lets them in, and nothing else does. */
export async function answerIngest(
  request: IncomingMessage,
  response: ServerResponse,
  args: AnswerIngestArgs,
): Promise<void> {
  if (isForeign(request, response, args.origins)) {
    const hint = `epochal --allow-origin ${shown(request.headers.origin)} lets it.`;
    return say(request, response, fault(403, `A page of this origin may not send here. ${hint}`));
  }
  if (request.method === "OPTIONS") return answerPreflight(request, response);
  if (!METHODS.has(request.method ?? "")) {
    response.setHeader("allow", "GET, HEAD, OPTIONS, POST");
    return say(request, response, fault(405, "Send lines by POST."));
  }
  const address = request.socket.remoteAddress ?? "";
  const [, secret] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  const check = secret === undefined ? undefined : await args.access.checkToken({ secret });
  if (check?.token === undefined) {
    const wait = check === undefined ? 0 : args.failures.add(address);
    if (wait > 0) {
      response.setHeader("retry-after", String(wait));
      return say(request, response, fault(429, "Too many tokens that open nothing. Try later."));
    }
    response.setHeader("www-authenticate", "Bearer");
    const why = check === undefined ? "Send a token: Authorization: Bearer …" : FAULTS[check.fault];
    return say(request, response, fault(401, why));
  }
  const { token } = check;
  if (request.method !== "POST") {
    const { role, projects } = token;
    return say(request, response, { status: 200, body: { projects, role, url: args.url() } });
  }
  const answer = await take(request, token, args);
  if (answer.status === 503) response.setHeader("retry-after", "1");
  say(request, response, answer);
}

async function take(
  request: IncomingMessage,
  token: Token,
  { ingest }: AnswerIngestArgs,
): Promise<IngestAnswer> {
  if (token.role !== "write") return fault(403, "This token may only read.");
  const { headers } = request;
  const length = headers["content-length"];
  if (length === undefined || headers["transfer-encoding"] !== undefined) {
    return fault(411, "Say the length of the body.");
  }
  if (Number(length) > sentLimits.body) {
    return fault(
      413,
      `A body may have ${sentLimits.body} bytes, and ${sentLimits.unpacked} unpacked.`,
    );
  }
  const [type = ""] = (headers["content-type"] ?? "").split(";");
  if (Number(length) > 0 && !TYPES.has(type.trim().toLowerCase())) {
    return fault(415, "Send lines of JSON, as application/x-ndjson.");
  }
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity" && encoding !== "gzip") {
    return fault(415, "Send the body as it is, or compressed with gzip.");
  }
  if (ingest.isFull) return fault(503, "Too much waits to be taken in.");
  // That a sender lives takes no room.
  if (Number(length) > 0 && !ingest.hasRoom)
    return fault(503, "The disk of the dashboard is nearly full.");
  const { searchParams } = new URL(request.url ?? "", "http://here");
  const from = searchParams.get("from") ?? "";
  if (!/^\d{1,16}$/.test(from)) {
    return fault(400, "from must be the byte of the journal at which the body begins.");
  }
  const journal = searchParams.get("journal") ?? "";
  const body = await readBody(request);
  const closing = searchParams.get("closing") === "1";
  const { id, name, projects } = token;
  const sent = { journal, from: Number(from), closing, body };
  const by = { id, name, ...(projects !== undefined && { projects }) };
  return ingest.take({ ...sent, token: by }, encoding === "gzip");
}

function fault(status: number, error: string): IngestAnswer {
  return { status, body: { error } };
}

function say(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body }: IngestAnswer,
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(text)),
    "cache-control": "no-store",
    // What was not read of a body that is refused would be taken for the next request.
    ...(!request.complete && { connection: "close" }),
  });
  response.end(request.method === "HEAD" ? "" : text);
}

function shown(origin: string | undefined): string {
  return (origin ?? "").slice(0, 200);
}
