import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { atThisMachine, type Viewer } from "../login/viewer.ts";
import { admit } from "./admit.ts";
import { answering } from "./answering.ts";
import { authorize } from "./authorize.ts";
import { keepRoom } from "./connections.ts";
import { type OwnNames, ownOrigins } from "./own-names.ts";
import { ruleOf } from "./policy.ts";
import type { Refusal } from "./refusal.ts";
import { newNonce, securityHeaders } from "./security-headers.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What lets in who has a token: see `Door`. */
interface DoorOfGate {
  viewerOf(request: Pick<IncomingMessage, "headers">): Promise<Viewer | undefined>;
  answer(request: IncomingMessage, response: ServerResponse, nonce: string): Promise<void>;
}

export interface GateServerOptions {
  /** Answers what was admitted. */
  readonly handle: Handler;
  /** Answers those who send runs. @default nobody may */
  readonly ingest?: Handler;
  /** Lets in who has a token. @default nobody needs one */
  readonly door?: DoorOfGate;
  /** Under which names it is asked, besides those of this machine alone. */
  readonly names?: Pick<OwnNames, "hostname" | "publicUrl">;
  /** Paths that the server would answer, and for which no rule says who may. They are as if they were not there. @default none */
  readonly denied?: readonly RegExp[];
  /** Hears of everything that wants to change something, once who asks is known; undefined where nobody is. */
  readonly onChange?: (
    request: IncomingMessage,
    response: ServerResponse,
    viewer: Viewer | undefined,
  ) => void;
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

/** Far more than the tabs of a team need, and few enough that all else still has room. */
const MOST_STREAMS = 256;
/** So often it is looked whether who listens may still do so. */
const LOOK_MS = 5_000;
const NO_MORE_STREAMS: Refusal = {
  status: 503,
  text: "Too many pages listen already.\n",
  headers: { "retry-after": "10" },
};
const NOT_THERE: Refusal = { status: 404, text: "There is nothing at this address.\n" };
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
  door,
  names: given = {},
  denied = [],
  onChange = () => {},
  headersTimeoutMs = 10_000,
  requestTimeoutMs = 30_000,
}: GateServerOptions): Server {
  const names = (): OwnNames => {
    const { port } = server.address() as AddressInfo;
    return { ...given, port: String(port) };
  };
  let streams = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse, goOn = () => {}) => {
    const { method = "", url: target = "", httpVersion: version, rawHeaders } = request;
    const nonce = newNonce();
    for (const [name, value] of Object.entries(securityHeaders(false, nonce)))
      response.setHeader(name, value);
    const [pathname = ""] = target.split("?", 1);
    const { rule, route } = ruleOf(pathname);
    if (rule.by === "ingest" && ingest !== undefined) {
      const own = ownOrigins(request.headers.host ?? null, names());
      if (own.length === 0) return refuse(response, NO_HOST);
      // A page of the dashboard itself may send, too.
      if (own.includes(request.headers.origin ?? "")) delete request.headers.origin;
      goOn();
      return ingest(request, response);
    }
    const { refusal, headers } = admit({ method, target, version, rawHeaders }, names());
    if (refusal) return refuse(response, refusal);
    const isUnknown = rule.by !== undefined && (rule.by === "ingest" || door === undefined);
    if (isUnknown || (route === "/_not-found" && denied.some((each) => each.test(pathname)))) {
      return refuse(response, NOT_THERE);
    }
    if (rule.by === "login" && door !== undefined) {
      goOn();
      return door.answer(request, response, nonce);
    }
    const isRead = method !== "POST";
    const isPage = isRead && isNavigation(request);
    const allowed = authorize({
      who: isRead ? rule.read : rule.post?.who,
      viewer: door === undefined ? atThisMachine : await door.viewerOf(request),
      ...(isPage && { page: target }),
    });
    const isChange = !isRead && rule.post?.who === "writer";
    if (isChange) onChange(request, response, allowed.viewer);
    if (allowed.refusal) return refuse(response, allowed.refusal);
    if (rule.isStream === true) {
      if (streams >= MOST_STREAMS) return refuse(response, NO_MORE_STREAMS);
      streams++;
      response.once("close", () => streams--);
      if (door !== undefined) endWithToken(door, { headers: request.headers }, response);
    }
    request.headers = { ...headers };
    request.headersDistinct = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    );
    request.rawHeaders = Object.entries(headers).flat();
    goOn();
    const { viewer } = allowed;
    return answering().run({ response, viewer }, () => handle(request, response));
  };
  const ask = (request: IncomingMessage, response: ServerResponse, goOn?: () => void): void => {
    answer(request, response, goOn).catch(() => fail(response));
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
  keepRoom(server);
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
  // A body that nobody will read must not be taken for the next request.
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

/** Ends what goes on and on once its token or its login is over. */
function endWithToken(
  door: DoorOfGate,
  asked: Pick<IncomingMessage, "headers">,
  response: ServerResponse,
): void {
  const look = () =>
    door.viewerOf(asked).then(
      (viewer) => viewer === undefined && response.destroy(),
      () => undefined, // it is asked again
    );
  const timer = setInterval(() => void look(), LOOK_MS).unref();
  response.once("close", () => clearInterval(timer));
}

/** Whether somebody opens a page, and no script asks. */
function isNavigation({ headers }: IncomingMessage): boolean {
  const mode = headers["sec-fetch-mode"];
  return mode === "navigate" || (mode === undefined && /text\/html/.test(headers.accept ?? ""));
}
