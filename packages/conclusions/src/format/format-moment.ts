/**
 * A moment, given in milliseconds since 1970, as `2026-05-01 09:05:07`.
 *
 * @param zone `"utc"` where nobody knows whose time it is: in names, and on a server. @default the reader's own
 */
export function formatMoment(at: number, zone: "local" | "utc" = "local"): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "unknown";
  const offset = zone === "utc" ? 0 : date.getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 19).replace("T", " ");
}
