/** One slash, then what RFC 3986 lets stand in a path, and what browsers leave unencoded there. */
const PATH = /^\/(?:[\w\-.~!$&'()*+,;=:@|[\]^]|%[0-9a-f]{2}|\/(?!\/))*$/i;

/** Whether a path is encoded as addresses are, and is one that browsers ask for: no empty part, no `..`, no NUL. */
export function isAddress(pathname: string): boolean {
  if (!PATH.test(pathname) || pathname.startsWith("//")) return false;
  try {
    const parts = pathname.split("/").map(decodeURIComponent);
    return parts.every((part) => part !== "." && part !== ".." && !part.includes("\0"));
  } catch {
    return false;
  }
}
