import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./server/content-security-policy.ts";
import { isOwnHost } from "./server/is-own-host.ts";
import { isOwnWrite } from "./server/is-own-write.ts";

const FIXED_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/**
 * The one gate of the dashboard: every request passes here, whatever it asks for.
 *
 * A page on another site can send requests to this machine under a name of its own; so only the names of this machine are
 * answered; and what is written, a page of the dashboard itself must ask for.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isOwnHost(request.headers.get("host"), process.env.PORT)) {
    return refuse(403, "This dashboard answers to 127.0.0.1 and localhost only.\n");
  }
  const { method, headers: asked, nextUrl } = request;
  const isRead = method === "GET" || method === "HEAD";
  if (!isRead && !isOwnWrite({ method, pathname: nextUrl.pathname, headers: asked })) {
    return refuse(405, "Only a page of this dashboard may write here.\n", { allow: "GET, HEAD" });
  }
  if (!isAddress(nextUrl.pathname)) {
    return refuse(400, "This address is not encoded as addresses are.\n");
  }
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  // Next puts the nonce of this header into the scripts of the page.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(FIXED_HEADERS)) response.headers.set(name, value);
  return response;
}

/** Next answers a malformed encoding as if it were a fault of its own. */
function isAddress(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function refuse(status: number, text: string, headers: Record<string, string> = {}): NextResponse {
  return new NextResponse(text, {
    status,
    headers: { ...FIXED_HEADERS, ...headers, "content-type": "text/plain; charset=utf-8" },
  });
}
