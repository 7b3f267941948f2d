const NAMES = new Set([
  "accept-encoding",
  "content-length",
  "content-type",
  "cookie",
  "host",
  "if-modified-since",
  "if-none-match",
  "last-event-id",
  "origin",
  "sec-fetch-mode",
  "sec-fetch-site",
  "user-agent",
  // What a page sends that goes on to another page of the dashboard.
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
  "next-url",
  "rsc",
]);

/** Cookies belong to a name, not to a port: those of every other server of this machine come here too. */
const COOKIES = new Set(["theme"]);

/**
 * The headers of a request that Next may see, by lower-case name; undefined where one of them was given twice.
 *
 * Next trusts what some headers say, such as one that skips the proxy. So what is not listed here does not reach it.
 */
export function keptHeaders(raw: readonly string[]): Record<string, string> | undefined {
  const kept: Record<string, string> = {};
  for (let i = 0; i < raw.length; i += 2) {
    const name = (raw[i] ?? "").toLowerCase();
    if (!NAMES.has(name)) continue;
    if (name in kept) return undefined;
    kept[name] = name === "cookie" ? ownCookies(raw[i + 1] ?? "") : (raw[i + 1] ?? "");
  }
  return kept;
}

function ownCookies(header: string): string {
  const pairs = header.split(";").map((pair) => pair.trim());
  return pairs.filter((pair) => COOKIES.has(pair.split("=", 1)[0] ?? "")).join("; ");
}
