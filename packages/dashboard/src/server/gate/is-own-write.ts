import type { Asked } from "./asked.ts";

const WRITABLE = /^\/api\/runs\/([^/]+\/(requests|notes)|changes|deletions|restorations)$/;

/**
 * Whether this is one of the few things that may be written, asked by a page of the dashboard itself: by a POST of JSON, which
 * no form of another site can send, and from the very address it goes to.
 */
export function isOwnWrite({ method, pathname, headers }: Asked): boolean {
  if (method !== "POST" || !WRITABLE.test(pathname)) return false;
  const [type] = (headers.get("content-type") ?? "").split(";");
  if (type?.trim().toLowerCase() !== "application/json") return false;
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  return headers.get("origin") === `http://${headers.get("host")}`;
}
