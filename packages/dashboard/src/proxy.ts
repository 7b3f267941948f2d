import { type NextRequest, NextResponse } from "next/server";
import { refusal } from "./server/gate/refusal.ts";
import { securityHeaders } from "./server/gate/security-headers.ts";

/** Applies the gate's rules once more, inside of Next: to requests that came past the gate, and to those of development. */
export function proxy(request: NextRequest): NextResponse {
  const { method, headers: asked, nextUrl } = request;
  const fixed = securityHeaders(process.env.NODE_ENV === "development");
  const { PORT: port, EPOCHAL_HOST: hostname, EPOCHAL_PUBLIC_URL: publicUrl } = process.env;
  const question = { method, pathname: nextUrl.pathname, headers: asked };
  const refused = refusal(question, { port, hostname, publicUrl });
  if (refused) {
    return new NextResponse(refused.text, {
      status: refused.status,
      headers: { ...fixed, ...refused.headers, "content-type": "text/plain; charset=utf-8" },
    });
  }
  // Next puts the nonce of this header into the scripts of the page.
  const headers = new Headers(asked);
  headers.set("content-security-policy", fixed["content-security-policy"] ?? "");
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(fixed)) response.headers.set(name, value);
  return response;
}
