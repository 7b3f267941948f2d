import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./server/content-security-policy.ts";
import { isAllowedHost } from "./server/is-allowed-host.ts";

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "x-frame-options": "DENY",
};

function refuse(status: number, message: string, headers: Record<string, string> = {}): Response {
  return new Response(`${message}\n`, {
    status,
    headers: { ...always, ...headers, "content-type": "text/plain; charset=utf-8" },
  });
}

/** The one gate: every request passes here, pages, data and files alike. */
export function proxy(request: NextRequest): Response {
  const port = process.env.PORT ?? "3000";
  const host = request.headers.get("host");
  if (!isAllowedHost(host, port)) {
    return refuse(403, `Epochal answers on http://127.0.0.1:${port} and http://localhost:${port} only.`);
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refuse(405, "Epochal's dashboard only reads.", { allow: "GET, HEAD" });
  }

  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy({
    nonce,
    development: process.env.NODE_ENV === "development",
  });
  // Next reads the nonce for its own scripts from the request's policy.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(always)) response.headers.set(name, value);
  return response;
}
