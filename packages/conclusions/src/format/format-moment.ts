/**
 * A moment, given in milliseconds since 1970, as `2026-05-01 09:05:07`.
 *
 * @param zone `"utc"` where nobody knows whose time it is: in names, and on a server. @default the reader's own
 * @param finest milliseconds by which moments must still be told apart: below a second, they are told, too. @default 1000
 */
export function formatMoment(
  at: number,
  zone: "local" | "utc" = "local",
  finest: number = 1000,
): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "unknown";
  const offset = zone === "utc" ? 0 : date.getTimezoneOffset() * 60_000;
  const text = new Date(at - offset).toISOString();
  return text.slice(0, finest < 1000 ? -1 : -5).replace("T", " ");
}
