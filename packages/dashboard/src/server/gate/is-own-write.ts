import type { Asked } from "./asked.ts";

/** What may be asked or told by each method that has a body: the policy of routes. */
const ROUTES: Readonly<Record<string, readonly RegExp[]>> = {
  POST: [
    // Questions that are too long for an address. They change nothing.
    /^\/api\/(runs|facets|completions|series|bands|effects|verdict|traces|parameters)$/,
    /^\/api\/runs\/([^/]+\/(requests|notes)|changes|deletions|restorations)$/,
  ],
};

/**
 * Whether this is one of the few things that may be sent, by a page of the dashboard itself: JSON, which no form of another site can
 * send, and from the very address it goes to.
 */
export function isOwnWrite({ method, pathname, headers }: Asked): boolean {
  const routes = Object.hasOwn(ROUTES, method) ? ROUTES[method] : undefined;
  if (!routes?.some((route) => route.test(pathname))) return false;
  const [type] = (headers.get("content-type") ?? "").split(";");
  if (type?.trim().toLowerCase() !== "application/json") return false;
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  return headers.get("origin") === `http://${headers.get("host")}`;
}
