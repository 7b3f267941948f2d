import type { IncomingMessage, ServerResponse } from "node:http";

const HEADERS = "authorization, content-type, content-encoding";

/**
 * Says to the browser of a page elsewhere whether it may send here, and read the answer. Only origins that were named may.
 *
 * @returns whether the request comes from a page that may not
 */
export function isForeign(
  request: IncomingMessage,
  response: ServerResponse,
  origins: ReadonlySet<string>,
): boolean {
  const { origin, host } = request.headers;
  response.setHeader("vary", "origin");
  // That somebody listens, every page may learn: `connect()` then says what is missing. No page of another origin can read the answer.
  response.setHeader("cross-origin-resource-policy", "cross-origin");
  if (origin === undefined || isOwn(origin, host)) return false;
  if (!origins.has(origin)) return true;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-expose-headers", "retry-after");
  return false;
}

/** Whether it is a page of this dashboard, such as the one that trains the demo. The gate has looked whether the host is its own. */
const isOwn = (origin: string, host = "") =>
  origin === `http://${host}` || origin === `https://${host}`;

/** Answers what a browser asks before it sends from a page that may. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("access-control-allow-methods", "GET, POST");
  response.setHeader("access-control-allow-headers", HEADERS);
  response.setHeader("access-control-max-age", "600");
  if (request.headers["access-control-request-private-network"] === "true") {
    response.setHeader("access-control-allow-private-network", "true");
  }
  response.writeHead(204).end();
}
