import type { Asked } from "./asked.ts";
import { ruleOf } from "./policy.ts";

/**
 * Whether this is one of the few things that may be sent, by a page of the dashboard itself: JSON, which no form of another site can
 * send, and from the very address it goes to.
 *
 * @param origins those of the dashboard's own pages
 */
export function isOwnWrite(
  { method, pathname, headers }: Asked,
  origins: readonly string[],
): boolean {
  if (method !== "POST" || ruleOf(pathname).rule.post === undefined) return false;
  const [type] = (headers.get("content-type") ?? "").split(";");
  if (type?.trim().toLowerCase() !== "application/json") return false;
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  return origins.includes(headers.get("origin") ?? "");
}
