import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { admit } from "./admit.ts";
import { answering } from "./answering.ts";
import { isOwnHost } from "./is-own-host.ts";
import type { Refusal } from "./refusal.ts";
import { securityHeaders } from "./security-headers.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface GateServerOptions {
  /** Answers what was admitted. */
  readonly handle: Handler;
  /** Answers those who send runs. @default nobody may */
  readonly ingest?: Handler;
  /**
   * How long a client may take to send its headers.
   *
   * @default 10_000
   */
  readonly headersTimeoutMs?: number;
  /**
   * How long a client may take to send its whole request.
   *
   * @default 30_000
   */
  readonly requestTimeoutMs?: number;
}

/** Far more than the tabs of a browser need. */
const MOST_CONNECTIONS = 512;
const INGEST = "/api/ingest";
const NO_HOST: Refusal = { status: 403, text: "This dashboard answers to its own names only.\n" };
const NO_UPGRADE: Refusal = { status: 403, text: "This dashboard speaks plain HTTP only.\n" };
const NO_TUNNEL: Refusal = { status: 405, text: "This dashboard is no proxy.\n" };
const NO_EXPECTATION: Refusal = { status: 417, text: "Only 100-continue may be expected.\n" };
const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  403: "Forbidden",
  405: "Method Not Allowed",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

/**
 * The one gate of the dashboard: a server that decides on each request in its raw form, before Next sees it.
 *
 * Only listed headers go on. Whatever is no plain request (an upgrade, a tunnel, what does not parse) is refused and its socket
 * closed. Every answer has the security headers.
 */
export function createGateServer({
  handle,
  ingest,
  headersTimeoutMs = 10_000,
  requestTimeoutMs = 30_000,
}: GateServerOptions): Server {
  const ask = (request: IncomingMessage, response: ServerResponse, goOn?: () => void): void => {
    const { port } = server.address() as AddressInfo;
    const { method = "", url: target = "", httpVersion: version, rawHeaders } = request;
    if (ingest !== undefined && target.split("?", 1)[0] === INGEST) {
      for (const [name, value] of Object.entries(securityHeaders()))
        response.setHeader(name, value);
      if (!isOwnHost(request.headers.host ?? null, String(port))) refuse(response, NO_HOST);
      else {
        goOn?.();
        ingest(request, response).catch(() => fail(response));
      }
      return;
    }
    const { refusal, headers } = admit({ method, target, version, rawHeaders }, String(port));
    if (refusal) {
      refuse(response, refusal);
      return;
    }
    request.headers = { ...headers };
    request.headersDistinct = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    );
    request.rawHeaders = Object.entries(headers).flat();
    for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value);
    goOn?.();
    answering()
      .run(response, () => handle(request, response))
      .catch(() => fail(response));
  };
  const server = createServer(
    {
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(2_000, headersTimeoutMs),
      // Node would answer by itself, and so without the security headers.
      requireHostHeader: false,
    },
    (request, response) => ask(request, response),
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) =>
    ask(request, response, () => response.writeContinue()),
  );
  server.on("checkExpectation", (_request: IncomingMessage, response: ServerResponse) =>
    refuse(response, NO_EXPECTATION),
  );
  server.on("upgrade", (_request, socket) => hangUp(socket, NO_UPGRADE));
  server.on("connect", (_request, socket) => hangUp(socket, NO_TUNNEL));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) =>
    hangUp(socket, unreadable(error.code)),
  );
  return server;
}

function refuse(response: ServerResponse, { status, text, headers }: Refusal): void {
  response.writeHead(status, { ...refusalHeaders(text), ...headers });
  response.end(text);
}

function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else refuse(response, { status: 500, text: "The dashboard failed to answer.\n" });
}

/** Answers over a socket that Node has no response for, and closes it. */
function hangUp(socket: Duplex, { status, text }: Refusal): void {
  socket.on("error", () => {}); // the other side may be gone
  const lines = Object.entries(refusalHeaders(text)).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  if (socket.writable)
    socket.write(`HTTP/1.1 ${status} ${REASONS[status]}\r\n${lines.join("")}\r\n${text}`);
  (socket as Socket).destroySoon();
}

function refusalHeaders(text: string): Record<string, string> {
  return {
    ...securityHeaders(),
    "content-type": "text/plain; charset=utf-8",
    "content-length": String(Buffer.byteLength(text)),
    connection: "close",
  };
}

function unreadable(code: string | undefined): Refusal {
  if (code === "HPE_HEADER_OVERFLOW") return { status: 431, text: "The headers are too long.\n" };
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return { status: 408, text: "The request took long.\n" };
  return { status: 400, text: "This is no request that can be read.\n" };
}
